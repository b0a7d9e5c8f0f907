package io.wampspring.transport;

import java.time.Duration;

/**
 * How a link finds out that its peer is gone: after {@code interval} without anything
 * received it sends a ping; without an answer within {@code timeout} the link is lost.
 *
 * @param interval zero switches it off
 * @param timeout how long to wait for the answer
 * @param payloadSize the number of random bytes in a ping, 0 to 125
 */
public record KeepAlive(Duration interval, Duration timeout, int payloadSize) {

	/** Ten seconds, five seconds, four bytes. */
	public static final KeepAlive DEFAULT = new KeepAlive(Duration.ofSeconds(10), Duration.ofSeconds(5), 4);

	/** Never pings. */
	public static final KeepAlive OFF = new KeepAlive(Duration.ZERO, Duration.ofSeconds(5), 4);

	/**
	 * Checks the numbers.
	 * @throws IllegalArgumentException if one is out of range
	 */
	public KeepAlive {
		if (interval.isNegative()) {
			throw new IllegalArgumentException("keep-alive interval must not be negative: " + interval);
		}
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("keep-alive timeout must be positive: " + timeout);
		}
		if (payloadSize < 0 || payloadSize > 125) {
			throw new IllegalArgumentException("keep-alive payload size must be 0 to 125 bytes: " + payloadSize);
		}
	}

	/**
	 * Returns whether pings are sent.
	 * @return whether
	 */
	public boolean isOn() {
		return !this.interval.isZero();
	}

}
