package io.wampspring.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;

import io.wampspring.client.ProgressSink;

import org.springframework.scheduling.TaskScheduler;

/**
 * Counts the seconds down to nothing, without a thread that waits. Ends early when its
 * result is canceled.
 */
final class Countdown {

	private final ProgressSink progress;

	private final CompletableFuture<Integer> result = new CompletableFuture<>();

	/** Guarded by this: with virtual threads each tick has a thread of its own. */
	private int left;

	private Countdown(int from, ProgressSink progress) {
		this.left = from;
		this.progress = progress;
	}

	/**
	 * Starts to count.
	 * @param from the seconds
	 * @param progress told what is left, first at once, then each second
	 * @param scheduler gives the ticks
	 * @return completes with 0; cancel it to stop
	 */
	static CompletableFuture<Integer> start(int from, ProgressSink progress, TaskScheduler scheduler) {
		Countdown countdown = new Countdown(from, progress);
		ScheduledFuture<?> ticks = scheduler.scheduleAtFixedRate(countdown::tick, Duration.ofSeconds(1));
		countdown.result.whenComplete((last, error) -> ticks.cancel(false));
		return countdown.result;
	}

	private synchronized void tick() {
		if (this.left > 0) {
			this.progress.send(this.left--);
		}
		else {
			this.result.complete(0);
		}
	}

}
