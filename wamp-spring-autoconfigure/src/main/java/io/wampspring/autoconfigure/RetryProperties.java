package io.wampspring.autoconfigure;

import java.time.Duration;
import java.util.Set;

import io.wampspring.client.BackOff;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and when another attempt to get a session is made.
 *
 * @param maxRetries Attempts after a good session, -1 for ever. The plain client gives up
 * after 15, which is about 20 minutes: a server has to outlive longer outages.
 * @param delay Mean of the delay before the first attempt.
 * @param maxDelay Longest delay.
 * @param multiplier Factor by which delays grow.
 * @param jitter Standard deviation of a delay as a fraction of its mean.
 * @param minUptime How long a session must have lived to make the counting begin anew.
 * @param ifUnreachable Whether to try again when no router has ever been reached.
 * @param ifClosedByRouter Whether to try again after the router closed the session,
 * unless its reason is final.
 * @param finalReasons Reasons of the router after which there is no further attempt.
 * Authentication, authorization, unknown realm and 'wamp.close.killed' unless set.
 */
public record RetryProperties(@DefaultValue("-1") int maxRetries, @DefaultValue("1500ms") Duration delay,
		@DefaultValue("5m") Duration maxDelay, @DefaultValue("1.5") double multiplier,
		@DefaultValue("0.1") double jitter, @DefaultValue("10s") Duration minUptime,
		@DefaultValue("true") boolean ifUnreachable, @DefaultValue("true") boolean ifClosedByRouter,
		@Nullable Set<String> finalReasons) {

	static RetryProperties defaults() {
		return new RetryProperties(-1, Duration.ofMillis(1500), Duration.ofMinutes(5), 1.5, 0.1, Duration.ofSeconds(10),
				true, true, null);
	}

	BackOff toBackOff() {
		return new BackOff(this.maxRetries, this.delay, this.maxDelay, this.multiplier, this.jitter, this.minUptime,
				this.ifUnreachable, this.ifClosedByRouter,
				(this.finalReasons != null) ? this.finalReasons : BackOff.FINAL_REASONS);
	}

}
