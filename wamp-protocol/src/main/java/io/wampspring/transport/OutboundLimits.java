package io.wampspring.transport;

/**
 * How much may wait in the outbound queue of a link. Beyond the bound the link is closed
 * ({@link CloseCode#OVERLOADED}); from half of it on it is not writable.
 *
 * @param messages the number of messages
 * @param bytes the number of bytes
 */
public record OutboundLimits(int messages, long bytes) {

	/** Ten thousand messages, 8 MiB. */
	public static final OutboundLimits DEFAULT = new OutboundLimits(10_000, 8L << 20);

	/**
	 * Checks the numbers.
	 * @throws IllegalArgumentException if one is not positive
	 */
	public OutboundLimits {
		if (messages < 1 || bytes < 1) {
			throw new IllegalArgumentException("outbound limits must be positive: " + messages + ", " + bytes);
		}
	}

	/**
	 * Returns whether a queue is over the bound.
	 * @param queuedMessages how many messages wait
	 * @param queuedBytes how many bytes wait
	 * @return whether
	 */
	public boolean isExceededBy(int queuedMessages, long queuedBytes) {
		return queuedMessages > this.messages || (queuedBytes > this.bytes && queuedMessages > 1);
	}

	/**
	 * Returns whether a queue is at the high-water mark.
	 * @param queuedMessages how many messages wait
	 * @param queuedBytes how many bytes wait
	 * @return whether
	 */
	public boolean isHigh(int queuedMessages, long queuedBytes) {
		return queuedMessages >= this.messages / 2 || queuedBytes >= this.bytes / 2;
	}

	/**
	 * Returns whether a queue is at the low-water mark.
	 * @param queuedMessages how many messages wait
	 * @param queuedBytes how many bytes wait
	 * @return whether
	 */
	public boolean isLow(int queuedMessages, long queuedBytes) {
		return queuedMessages <= this.messages / 4 && queuedBytes <= this.bytes / 4;
	}

}
