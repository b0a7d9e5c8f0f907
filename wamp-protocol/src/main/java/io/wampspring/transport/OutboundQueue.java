package io.wampspring.transport;

import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * Encoded messages that wait for a transport, bounded. Any thread may use it; messages
 * leave in the order in which they came.
 */
public final class OutboundQueue {

	private final OutboundLimits limits;

	private final Runnable writable;

	/** Guarded by itself. */
	private final Queue<byte[]> messages = new ArrayDeque<>();

	private long bytes;

	private boolean high;

	/**
	 * Creates an empty queue.
	 * @param limits how much may wait
	 * @param writable called by the thread that takes messages out whenever the queue was
	 * above the high-water mark and is below the low-water mark again
	 */
	public OutboundQueue(OutboundLimits limits, Runnable writable) {
		this.limits = limits;
		this.writable = writable;
	}

	/**
	 * Adds a message.
	 * @param message the encoded message
	 * @return false if the queue is over its bound now: the link has to be closed
	 */
	public boolean offer(byte[] message) {
		synchronized (this.messages) {
			this.messages.add(message);
			this.bytes += message.length;
			this.high |= this.limits.isHigh(this.messages.size(), this.bytes);
			return !this.limits.isExceededBy(this.messages.size(), this.bytes);
		}
	}

	/**
	 * Takes the oldest message out.
	 * @return the message, {@code null} if there is none
	 */
	public byte @Nullable [] poll() {
		byte[] message;
		boolean lowered = false;
		synchronized (this.messages) {
			message = this.messages.poll();
			if (message != null) {
				this.bytes -= message.length;
				lowered = this.high && this.limits.isLow(this.messages.size(), this.bytes);
				this.high &= !lowered;
			}
		}
		if (lowered) {
			this.writable.run();
		}
		return message;
	}

	/**
	 * Returns how many messages wait.
	 * @return the number
	 */
	public int size() {
		synchronized (this.messages) {
			return this.messages.size();
		}
	}

	/**
	 * Returns whether the queue is below its high-water mark, or was not above the
	 * low-water mark since.
	 * @return whether
	 */
	public boolean isWritable() {
		synchronized (this.messages) {
			return !this.high;
		}
	}

	/**
	 * Forgets what waits.
	 */
	public void clear() {
		synchronized (this.messages) {
			this.messages.clear();
			this.bytes = 0;
			this.high = false;
		}
	}

}
