package io.wampspring.router.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.wampspring.lane.Timers;

/**
 * Time that passes only when told to.
 */
final class ManualTimers implements Timers {

	private final List<Task> tasks = new ArrayList<>();

	private long now;

	@Override
	public long now() {
		return this.now;
	}

	@Override
	public Timer schedule(long delay, Runnable task) {
		Task scheduled = new Task(this.now + delay, task);
		this.tasks.add(scheduled);
		return () -> this.tasks.remove(scheduled);
	}

	void advance(long millis) {
		long until = this.now + millis;
		for (Optional<Task> next = next(until); next.isPresent(); next = next(until)) {
			this.tasks.remove(next.get());
			this.now = next.get().due;
			next.get().run.run();
		}
		this.now = until;
	}

	int pending() {
		return this.tasks.size();
	}

	private Optional<Task> next(long until) {
		return this.tasks.stream().filter((task) -> task.due <= until).min(Comparator.comparingLong(Task::due));
	}

	private record Task(long due, Runnable run) {
	}

}
