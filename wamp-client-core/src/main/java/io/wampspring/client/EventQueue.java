package io.wampspring.client;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after the other, each on its own executor. May be used by many threads.
 */
final class EventQueue {

	/** So many tasks run before the thread is given back for others. */
	private static final int BATCH = 64;

	private final Application application;

	private final Runnable taken;

	/** Guarded by itself. */
	private final Queue<Task> tasks = new ArrayDeque<>();

	private boolean running;

	/**
	 * Creates the queue.
	 * @param application runs tasks
	 * @param taken called whenever the queue became shorter
	 */
	EventQueue(Application application, Runnable taken) {
		this.application = application;
		this.taken = taken;
	}

	void add(Executor executor, Runnable body) {
		synchronized (this.tasks) {
			this.tasks.add(new Task(executor, body));
			if (this.running) {
				return;
			}
			this.running = true;
		}
		this.application.execute(executor, () -> drain(executor));
	}

	int size() {
		synchronized (this.tasks) {
			return this.tasks.size();
		}
	}

	boolean dropOldest() {
		synchronized (this.tasks) {
			return this.tasks.poll() != null;
		}
	}

	private void drain(Executor current) {
		for (int i = 0; i < BATCH; i++) {
			Task task = next(current);
			if (task == null) {
				break;
			}
			this.taken.run();
			task.body().run();
		}
		Executor next;
		synchronized (this.tasks) {
			Task head = this.tasks.peek();
			if (head == null) {
				this.running = false;
				return;
			}
			next = head.executor();
		}
		this.application.execute(next, () -> drain(next));
	}

	private @Nullable Task next(Executor current) {
		synchronized (this.tasks) {
			Task head = this.tasks.peek();
			return (head != null && head.executor() == current) ? this.tasks.poll() : null;
		}
	}

	private record Task(Executor executor, Runnable body) {

	}

}
