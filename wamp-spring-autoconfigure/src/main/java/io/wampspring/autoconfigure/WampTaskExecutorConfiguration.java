package io.wampspring.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The executor of handlers and listeners. Not a default candidate: it must not take the
 * place of the application's own executor. It has no bound of its own, since the
 * connection bounds what runs at the same time.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(name = WampTaskExecutorConfiguration.BEAN_NAME)
class WampTaskExecutorConfiguration {

	static final String BEAN_NAME = "wampTaskExecutor";

	private static final String THREAD_NAME_PREFIX = "wamp-";

	@Bean(name = BEAN_NAME, defaultCandidate = false)
	@ConditionalOnThreading(Threading.PLATFORM)
	ThreadPoolTaskExecutor wampTaskExecutor(ObjectProvider<TaskDecorator> decorators) {
		ThreadPoolTaskExecutor executor = new HandlerExecutor();
		executor.setThreadNamePrefix(THREAD_NAME_PREFIX);
		executor.setCorePoolSize(0);
		executor.setQueueCapacity(0);
		executor.setTaskDecorator(decorator(decorators));
		// Sessions are left, and running invocations answered, after the context began to
		// close.
		executor.setAcceptTasksAfterContextClose(true);
		return executor;
	}

	@Bean(name = BEAN_NAME, defaultCandidate = false)
	@ConditionalOnThreading(Threading.VIRTUAL)
	SimpleAsyncTaskExecutor wampTaskExecutorOnVirtualThreads(ObjectProvider<TaskDecorator> decorators) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(THREAD_NAME_PREFIX);
		executor.setVirtualThreads(true);
		executor.setTaskDecorator(decorator(decorators));
		return executor;
	}

	private static TaskDecorator decorator(ObjectProvider<TaskDecorator> decorators) {
		return new CompositeTaskDecorator(decorators.orderedStream().toList());
	}

	/**
	 * Is not paused when the context stops: what the connections promise to end must end.
	 * They stop by themselves.
	 */
	private static final class HandlerExecutor extends ThreadPoolTaskExecutor {

		@Override
		public boolean isAutoStartup() {
			return false;
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
