package io.wampspring.client;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Starts work in the order it comes, with bounds on what runs at the same time, in all
 * and per procedure, and on what waits. Confined to a lane.
 */
final class InvocationGate {

	private final int maxRunning;

	private final int maxWaiting;

	private final Queue<Work> ready = new ArrayDeque<>();

	private int running;

	private int waiting;

	InvocationGate(int maxRunning, int maxWaiting) {
		this.maxRunning = maxRunning;
		this.maxWaiting = maxWaiting;
	}

	int waiting() {
		return this.waiting;
	}

	/**
	 * Returns whether work would start at once or find room to wait.
	 */
	boolean hasRoom(Slots slots) {
		return this.waiting < this.maxWaiting || (slots.running < slots.limit && this.running < this.maxRunning);
	}

	/** Starts work now or later; there need not be room. */
	void submit(Slots slots, Runnable start) {
		Work work = new Work(slots, start);
		if (slots.running < slots.limit) {
			admit(work);
		}
		else {
			this.waiting++;
			slots.waiting.add(work);
		}
	}

	private void admit(Work work) {
		work.slots.running++;
		if (this.running < this.maxRunning) {
			start(work);
		}
		else {
			this.waiting++;
			this.ready.add(work);
		}
	}

	private void start(Work work) {
		this.running++;
		work.start.run();
	}

	/** Work has ended. */
	void release(Slots slots) {
		this.running--;
		slots.running--;
		Work next = slots.waiting.poll();
		if (next != null) {
			// Behind what is ready already, else one busy procedure would starve the
			// others.
			slots.running++;
			this.ready.add(next);
		}
		while (this.running < this.maxRunning && (next = this.ready.poll()) != null) {
			this.waiting--;
			start(next);
		}
	}

	/**
	 * What may run of one procedure.
	 */
	static final class Slots {

		private final int limit;

		private final Queue<Work> waiting = new ArrayDeque<>();

		private int running;

		Slots(int limit) {
			this.limit = limit;
		}

	}

	private record Work(Slots slots, Runnable start) {

	}

}
