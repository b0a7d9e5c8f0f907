package io.wampspring.lane;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Timers of a scheduler whose tasks run on a lane.
 */
public final class LaneTimers implements Timers {

	private final ScheduledExecutorService scheduler;

	private final Lane lane;

	/**
	 * Creates the timers.
	 * @param scheduler only wakes; it runs no task itself
	 * @param lane runs the tasks
	 */
	public LaneTimers(ScheduledExecutorService scheduler, Lane lane) {
		this.scheduler = scheduler;
		this.lane = lane;
	}

	@Override
	public long now() {
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
	}

	@Override
	public Timer schedule(long delay, Runnable task) {
		AtomicBoolean open = new AtomicBoolean(true);
		Future<?> future = this.scheduler.schedule(() -> this.lane.execute(() -> {
			if (open.getAndSet(false)) {
				task.run();
			}
		}), delay, TimeUnit.MILLISECONDS);
		return () -> {
			open.set(false);
			future.cancel(false);
		};
	}

}
