package io.wampspring.client.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.wampspring.lane.Timers;

/**
 * Time that stands still until a test moves it.
 */
public final class ManualTimers implements Timers {

	private final List<Task> tasks = new ArrayList<>();

	private long now;

	@Override
	public long now() {
		return this.now;
	}

	@Override
	public Timer schedule(long delay, Runnable action) {
		Task task = new Task(this.now + delay, action);
		this.tasks.add(task);
		return () -> this.tasks.remove(task);
	}

	/** Moves the time on and runs what has become due, in its order. */
	public void advance(long millis) {
		long end = this.now + millis;
		Optional<Task> next;
		while ((next = next(end)).isPresent()) {
			Task task = next.get();
			this.tasks.remove(task);
			this.now = Math.max(this.now, task.at);
			task.action.run();
		}
		this.now = end;
	}

	private Optional<Task> next(long end) {
		return this.tasks.stream().filter((task) -> task.at <= end).min(Comparator.comparingLong((task) -> task.at));
	}

	/** How many timers run. */
	public int size() {
		return this.tasks.size();
	}

	private static final class Task {

		private final long at;

		private final Runnable action;

		Task(long at, Runnable action) {
			this.at = at;
			this.action = action;
		}

	}

}
