package io.wampspring.lane;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane on borrowed threads: for links without a serial thread of their own, and for
 * realms. It takes a thread while there is work and gives it back.
 */
public final class SerialLane implements Lane {

	/** So many tasks run before the thread is given back for others. */
	private static final int BATCH = 256;

	private static final Logger logger = LoggerFactory.getLogger(SerialLane.class);

	private final Executor executor;

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private boolean scheduled;

	private volatile @Nullable Thread thread;

	/**
	 * Creates the lane.
	 * @param executor lends the threads
	 */
	public SerialLane(Executor executor) {
		this.executor = executor;
	}

	@Override
	public void execute(Runnable task) {
		synchronized (this.tasks) {
			this.tasks.add(task);
			if (this.scheduled) {
				return;
			}
			this.scheduled = true;
		}
		start();
	}

	@Override
	public boolean inLane() {
		return this.thread == Thread.currentThread();
	}

	private void start() {
		try {
			this.executor.execute(this::run);
		}
		catch (RuntimeException ex) {
			synchronized (this.tasks) {
				this.scheduled = false;
			}
			throw ex;
		}
	}

	private void run() {
		this.thread = Thread.currentThread();
		for (int i = 0; i < BATCH; i++) {
			Runnable task;
			synchronized (this.tasks) {
				task = this.tasks.poll();
				if (task == null) {
					this.thread = null;
					this.scheduled = false;
					return;
				}
			}
			run(task);
		}
		this.thread = null;
		start();
	}

	private static void run(Runnable task) {
		try {
			task.run();
		}
		// whatever it is, the tasks behind must not wait for ever
		catch (Throwable ex) {
			logger.error("A task of a lane failed", ex);
		}
	}

}
