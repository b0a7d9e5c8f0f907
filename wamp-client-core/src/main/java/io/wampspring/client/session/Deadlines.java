package io.wampspring.client.session;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.wampspring.lane.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Many deadlines on few timers: those of equal length expire in the order they were set,
 * so only the first of each length needs a timer. A call costs no timer of its own.
 */
final class Deadlines {

	private final Timers timers;

	private final Map<Long, Queue> queues = new HashMap<>();

	Deadlines(Timers timers) {
		this.timers = timers;
	}

	/**
	 * Sets a deadline.
	 * @param timeout milliseconds from now, 0 for never
	 * @param action runs when it has passed
	 * @return the deadline
	 */
	Deadline set(long timeout, Runnable action) {
		if (timeout <= 0) {
			return Deadline.NEVER;
		}
		Queue queue = this.queues.computeIfAbsent(timeout, Queue::new);
		Deadline deadline = new Deadline(queue, this.timers.now() + timeout, action);
		queue.add(deadline);
		return deadline;
	}

	void clear() {
		this.queues.values().forEach(Queue::clear);
		this.queues.clear();
	}

	/**
	 * A moment after which something happens, unless it is met.
	 */
	static final class Deadline {

		static final Deadline NEVER = new Deadline(null, 0, () -> {
		});

		private final @Nullable Queue queue;

		private final long at;

		private final Runnable action;

		private Deadline(@Nullable Queue queue, long at, Runnable action) {
			this.queue = queue;
			this.at = at;
			this.action = action;
		}

		void cancel() {
			if (this.queue != null) {
				this.queue.waiting.remove(this);
			}
		}

	}

	/**
	 * Deadlines of one length, the next one first.
	 */
	private final class Queue {

		private final long timeout;

		private final Set<Deadline> waiting = new LinkedHashSet<>();

		private Timers.@Nullable Timer timer;

		Queue(long timeout) {
			this.timeout = timeout;
		}

		void add(Deadline deadline) {
			this.waiting.add(deadline);
			if (this.timer == null) {
				this.timer = Deadlines.this.timers.schedule(this.timeout, this::expire);
			}
		}

		private void expire() {
			this.timer = null;
			long now = Deadlines.this.timers.now();
			Deadline next;
			while ((next = first()) != null && next.at <= now) {
				this.waiting.remove(next);
				next.action.run();
			}
			if (next != null && this.timer == null) {
				this.timer = Deadlines.this.timers.schedule(next.at - now, this::expire);
			}
			else if (next == null && this.timer == null) {
				Deadlines.this.queues.remove(this.timeout, this);
			}
		}

		private @Nullable Deadline first() {
			Iterator<Deadline> iterator = this.waiting.iterator();
			return iterator.hasNext() ? iterator.next() : null;
		}

		void clear() {
			this.waiting.clear();
			if (this.timer != null) {
				this.timer.cancel();
			}
		}

	}

}
