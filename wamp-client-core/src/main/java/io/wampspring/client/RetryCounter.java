package io.wampspring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import io.wampspring.client.ErrorContext.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Counts attempts and asks the policy about the next one. Confined to the control lane.
 */
final class RetryCounter {

	private final ReconnectPolicy policy;

	private final RandomGenerator random;

	private final Application application;

	private int retries;

	private @Nullable Duration previous;

	RetryCounter(ReconnectPolicy policy, RandomGenerator random, Application application) {
		this.policy = policy;
		this.random = random;
		this.application = application;
	}

	/** Begins anew: the connection was opened, or a session was good. */
	void reset() {
		this.retries = 0;
		this.previous = null;
	}

	/** A session that lived long enough makes the counting begin anew. */
	void onSessionEnded(long uptimeMillis) {
		if (uptimeMillis >= this.policy.minUptime().toMillis()) {
			reset();
		}
	}

	int retries() {
		return this.retries;
	}

	/**
	 * Asks about the next attempt.
	 * @return when it is made, {@code null} for never
	 */
	@Nullable Retry next(Ending ending) {
		if (ending.reason() == CloseReason.UNSUPPORTED) {
			return null;
		}
		Duration delay = ask(new ReconnectPolicy.Failure(this.retries + 1, this.previous, ending.reason(), ending.uri(),
				ending.cause(), this.random));
		if (delay == null) {
			return null;
		}
		this.retries++;
		this.previous = delay;
		return new Retry(this.retries, delay, Instant.now().plus(delay));
	}

	private @Nullable Duration ask(ReconnectPolicy.Failure failure) {
		try {
			Duration delay = this.policy.nextDelay(failure);
			return (delay != null && delay.isNegative()) ? Duration.ZERO : delay;
		}
		catch (Throwable ex) {
			this.application.postUserError(ex, Kind.LISTENER, "the reconnect policy failed; no further attempt", null);
			return null;
		}
	}

}
