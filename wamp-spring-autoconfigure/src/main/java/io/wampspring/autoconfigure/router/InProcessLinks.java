package io.wampspring.autoconfigure.router;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.wampspring.router.WampRouter;
import io.wampspring.transport.Connector;
import io.wampspring.transport.InProcessConnector;

import org.springframework.beans.factory.DisposableBean;

/**
 * Links between the application and its own router. They have threads of their own:
 * handlers that wait for replies must never keep the replies from coming.
 */
final class InProcessLinks implements DisposableBean {

	private final ExecutorService threads;

	InProcessLinks() {
		AtomicInteger number = new AtomicInteger();
		this.threads = Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "wamp-inprocess-" + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	Connector connector(WampRouter router, InProcessConnector.Settings settings) {
		return new InProcessConnector(router.acceptTrusted(), this.threads, settings);
	}

	@Override
	public void destroy() {
		this.threads.shutdown();
	}

}
