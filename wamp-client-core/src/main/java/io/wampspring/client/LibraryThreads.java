package io.wampspring.client;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Daemon threads shared by all connections that were given none. They end when idle.
 */
final class LibraryThreads {

	private static final int IDLE_SECONDS = 10;

	private LibraryThreads() {
	}

	/** Wakes timers and does nothing else. */
	static ScheduledExecutorService scheduler() {
		return Scheduler.INSTANCE;
	}

	/** As many threads as are needed: handlers may block. */
	static Executor workers() {
		return Workers.INSTANCE;
	}

	/** One thread for what never blocks: the life cycle of connections. */
	static Executor control() {
		return Control.INSTANCE;
	}

	private static ThreadFactory factory(String name) {
		AtomicInteger number = new AtomicInteger();
		return (task) -> {
			Thread thread = new Thread(task, name + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		};
	}

	private static final class Scheduler {

		private static final ScheduledExecutorService INSTANCE = create();

		private static ScheduledExecutorService create() {
			ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, factory("wamp-timer-"));
			scheduler.setRemoveOnCancelPolicy(true);
			scheduler.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
			scheduler.allowCoreThreadTimeOut(true);
			return scheduler;
		}

	}

	private static final class Workers {

		private static final Executor INSTANCE = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS,
				TimeUnit.SECONDS, new SynchronousQueue<>(), factory("wamp-worker-"));

	}

	private static final class Control {

		private static final Executor INSTANCE = create();

		private static Executor create() {
			ThreadPoolExecutor control = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
					new LinkedBlockingQueue<>(), factory("wamp-control-"));
			control.allowCoreThreadTimeOut(true);
			return control;
		}

	}

}
