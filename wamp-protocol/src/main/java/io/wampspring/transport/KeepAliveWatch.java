package io.wampspring.transport;

/**
 * When a link sends a ping and when it counts as lost, without a clock or a timer of its
 * own. Whatever arrives after a ping answers it: a large message may stand before the
 * pong.
 * <p>
 * {@link #received} may be called by any thread, {@link #check} by one at a time. Times
 * are in nanoseconds since some moment, as of {@link System#nanoTime()}.
 */
public final class KeepAliveWatch {

	private final long interval;

	private final long timeout;

	private volatile long lastReceived;

	private boolean waiting;

	private long pinged;

	/**
	 * Starts the watch.
	 * @param settings interval and time-out; must be on
	 * @param now the time
	 */
	public KeepAliveWatch(KeepAlive settings, long now) {
		this.interval = settings.interval().toNanos();
		this.timeout = settings.timeout().toNanos();
		this.lastReceived = now;
	}

	/**
	 * Something arrived.
	 * @param now the time
	 */
	public void received(long now) {
		this.lastReceived = now;
	}

	/**
	 * Decides what to do now.
	 * @param now the time
	 * @return what to do
	 */
	public Step check(long now) {
		long last = this.lastReceived;
		if (this.waiting && last - this.pinged >= 0) {
			this.waiting = false;
		}
		if (this.waiting) {
			return (now - this.pinged >= this.timeout) ? Step.LOST : Step.WAIT;
		}
		if (now - last >= this.interval) {
			this.waiting = true;
			this.pinged = now;
			return Step.PING;
		}
		return Step.WAIT;
	}

	/**
	 * Returns how long nothing has to be decided.
	 * @param now the time
	 * @return nanoseconds until the next {@link #check}, at least 1
	 */
	public long delay(long now) {
		long due = this.waiting ? this.pinged + this.timeout : this.lastReceived + this.interval;
		return Math.max(1, due - now);
	}

	/**
	 * What is to be done.
	 */
	public enum Step {

		/** Nothing. */
		WAIT,

		/** Send a ping. */
		PING,

		/** The peer is gone: close the link as lost. */
		LOST

	}

}
