package io.wampspring.client;

import java.time.Duration;
import java.util.Set;

import io.wampspring.uri.CloseReasons;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * Delays that grow, with Gaussian jitter: the delay is drawn around its mean with
 * {@code jitter * mean} as standard deviation and cut at 0 and {@code maxDelay}; the next
 * mean is the drawn delay times {@code multiplier}.
 *
 * @param maxRetries how many attempts follow a good session, 0 for none, -1 for ever
 * @param delay the mean of the first delay
 * @param maxDelay no delay is longer
 * @param multiplier how delays grow, 1 for not at all
 * @param jitter the standard deviation as a fraction of the mean, 0 for none
 * @param minUptime how long a session must have lived to count as good
 * @param retryIfUnreachable whether to try again when no transport has ever been open
 * @param retryIfClosedByRouter whether to try again after GOODBYE or ABORT by the router,
 * unless its reason is final
 * @param finalReasons reasons after which there is no use in trying again
 */
public record BackOff(int maxRetries, Duration delay, Duration maxDelay, double multiplier, double jitter,
		Duration minUptime, boolean retryIfUnreachable, boolean retryIfClosedByRouter,
		Set<String> finalReasons) implements ReconnectPolicy {

	/**
	 * Reasons after which there is no use in trying again, unless configured otherwise.
	 */
	public static final Set<String> FINAL_REASONS = Set.of(CloseReasons.KILLED, ErrorUris.NO_SUCH_REALM,
			ErrorUris.NO_SUCH_ROLE, ErrorUris.NO_SUCH_PRINCIPAL, ErrorUris.NO_MATCHING_AUTH_METHOD,
			ErrorUris.NO_AUTH_METHOD, ErrorUris.AUTHENTICATION_DENIED, ErrorUris.AUTHENTICATION_FAILED,
			ErrorUris.AUTHENTICATION_REQUIRED, ErrorUris.CANNOT_AUTHENTICATE, ErrorUris.NOT_AUTHORIZED,
			ErrorUris.AUTHORIZATION_DENIED, ErrorUris.AUTHORIZATION_REQUIRED);

	/** 15 retries from 1.5 s by half to 5 minutes, a tenth of jitter, 10 s of uptime. */
	public static final BackOff DEFAULT = new BackOff(15, Duration.ofMillis(1500), Duration.ofMinutes(5), 1.5, 0.1,
			Duration.ofSeconds(10), false, false, FINAL_REASONS);

	private static final double NANOS = 1e9;

	/**
	 * Checks and copies.
	 * @throws IllegalArgumentException if a number is out of range; the message names it
	 */
	public BackOff {
		require(maxRetries >= -1, "max retries must be -1 or more: " + maxRetries);
		require(!delay.isNegative(), "delay must not be negative: " + delay);
		require(!maxDelay.isNegative(), "max delay must not be negative: " + maxDelay);
		require(multiplier >= 0 && Double.isFinite(multiplier), "multiplier must not be negative: " + multiplier);
		require(jitter >= 0 && Double.isFinite(jitter), "jitter must not be negative: " + jitter);
		require(!minUptime.isNegative(), "min uptime must not be negative: " + minUptime);
		finalReasons = Set.copyOf(finalReasons);
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException("retry: " + message);
		}
	}

	@Override
	public @Nullable Duration nextDelay(Failure failure) {
		if (!isWorthwhile(failure) || (this.maxRetries >= 0 && failure.attempt() > this.maxRetries)) {
			return null;
		}
		Duration previous = failure.previousDelay();
		double mean = (previous != null) ? seconds(previous) * this.multiplier : seconds(this.delay);
		double drawn = (this.jitter > 0) ? failure.random().nextGaussian(mean, mean * this.jitter) : mean;
		double cut = Math.max(0, Math.min(drawn, seconds(this.maxDelay)));
		return Duration.ofNanos(Math.round(cut * NANOS));
	}

	private boolean isWorthwhile(Failure failure) {
		String uri = failure.uri();
		return switch (failure.reason()) {
			case UNSUPPORTED -> false;
			case UNREACHABLE -> this.retryIfUnreachable;
			case CLOSED -> uri == null || (this.retryIfClosedByRouter && !this.finalReasons.contains(uri));
			case LOST -> uri == null || !this.finalReasons.contains(uri);
		};
	}

	private static double seconds(Duration duration) {
		return duration.toNanos() / NANOS;
	}

	/**
	 * Changes the number of retries.
	 * @param maxRetries how many, -1 for ever
	 * @return a changed copy
	 */
	public BackOff withMaxRetries(int maxRetries) {
		return new BackOff(maxRetries, this.delay, this.maxDelay, this.multiplier, this.jitter, this.minUptime,
				this.retryIfUnreachable, this.retryIfClosedByRouter, this.finalReasons);
	}

	/**
	 * Changes the delays.
	 * @param delay the mean of the first
	 * @param maxDelay the longest
	 * @param multiplier how they grow
	 * @param jitter the standard deviation as a fraction of the mean
	 * @return a changed copy
	 */
	public BackOff withDelays(Duration delay, Duration maxDelay, double multiplier, double jitter) {
		return new BackOff(this.maxRetries, delay, maxDelay, multiplier, jitter, this.minUptime,
				this.retryIfUnreachable, this.retryIfClosedByRouter, this.finalReasons);
	}

	/**
	 * Changes how long a session must have lived to count as good.
	 * @param minUptime the time
	 * @return a changed copy
	 */
	public BackOff withMinUptime(Duration minUptime) {
		return new BackOff(this.maxRetries, this.delay, this.maxDelay, this.multiplier, this.jitter, minUptime,
				this.retryIfUnreachable, this.retryIfClosedByRouter, this.finalReasons);
	}

	/**
	 * Changes what is tried again.
	 * @param unreachable whether to try again when no transport has ever been open
	 * @param closedByRouter whether to try again after GOODBYE or ABORT by the router
	 * @return a changed copy
	 */
	public BackOff withRetryIf(boolean unreachable, boolean closedByRouter) {
		return new BackOff(this.maxRetries, this.delay, this.maxDelay, this.multiplier, this.jitter, this.minUptime,
				unreachable, closedByRouter, this.finalReasons);
	}

	/**
	 * Changes the reasons after which there is no use in trying again.
	 * @param finalReasons the URIs
	 * @return a changed copy
	 */
	public BackOff withFinalReasons(Set<String> finalReasons) {
		return new BackOff(this.maxRetries, this.delay, this.maxDelay, this.multiplier, this.jitter, this.minUptime,
				this.retryIfUnreachable, this.retryIfClosedByRouter, finalReasons);
	}

}
