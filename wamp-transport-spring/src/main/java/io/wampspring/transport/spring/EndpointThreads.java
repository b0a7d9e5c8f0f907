package io.wampspring.transport.spring;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of an endpoint. Whoever made them ends them, after the endpoint.
 *
 * @param lanes runs the sessions, which never block
 * @param senders writes to clients. A client that does not read occupies a thread until
 * the container gives up (twenty seconds in Tomcat), so it must not be bounded: a cached
 * pool or virtual threads
 * @param timers wakes for pings and time-outs
 */
public record EndpointThreads(Executor lanes, Executor senders,
		ScheduledExecutorService timers) implements AutoCloseable {

	/**
	 * Makes daemon threads, as many as are needed.
	 * @return the threads
	 */
	public static EndpointThreads create() {
		return new EndpointThreads(Executors.newCachedThreadPool(named("wamp-ws-lane-")),
				Executors.newCachedThreadPool(named("wamp-ws-send-")),
				Executors.newSingleThreadScheduledExecutor(named("wamp-ws-timer-")));
	}

	/**
	 * Ends the executors that can be ended.
	 */
	@Override
	public void close() {
		this.timers.shutdownNow();
		shutdown(this.lanes);
		shutdown(this.senders);
	}

	private static void shutdown(Executor executor) {
		if (executor instanceof ExecutorService service) {
			service.shutdown();
		}
	}

	private static ThreadFactory named(String prefix) {
		AtomicInteger number = new AtomicInteger();
		return (task) -> {
			Thread thread = new Thread(task, prefix + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		};
	}

}
