package io.wampspring.transport.spring;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
	 * Makes daemon threads, as many as are needed. What a container still reports once
	 * they have been ended (it closes its last sessions after the application's beans) is
	 * dropped.
	 * @return the threads
	 */
	public static EndpointThreads create() {
		ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, named("wamp-ws-timer-"),
				new ThreadPoolExecutor.DiscardPolicy());
		timers.setRemoveOnCancelPolicy(true);
		return new EndpointThreads(pool("wamp-ws-lane-"), pool("wamp-ws-send-"), timers);
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

	private static Executor pool(String prefix) {
		return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(),
				named(prefix), new ThreadPoolExecutor.DiscardPolicy());
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
