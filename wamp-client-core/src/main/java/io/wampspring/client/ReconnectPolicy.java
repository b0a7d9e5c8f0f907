package io.wampspring.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether and when another attempt is made after a session ended or all
 * transports failed. Called once per cycle, on a thread of the library; must not block.
 * Keeps no state.
 */
public interface ReconnectPolicy {

	/**
	 * Decides.
	 * @param failure what happened
	 * @return how long to wait, zero or more; {@code null} gives up
	 */
	@Nullable Duration nextDelay(Failure failure);

	/**
	 * Returns how long a session must have lived to make its connection count as good:
	 * only then does the counting of attempts begin anew.
	 * @return the time
	 */
	default Duration minUptime() {
		return BackOff.DEFAULT.minUptime();
	}

	/**
	 * Returns a policy that never retries.
	 * @return the policy
	 */
	static ReconnectPolicy none() {
		return (failure) -> null;
	}

	/**
	 * What a policy sees.
	 *
	 * @param attempt the number of the attempt that it decides about, 1 for the first
	 * since the last good session
	 * @param previousDelay how long the attempt before has waited, {@code null} for the
	 * first
	 * @param reason the kind of end
	 * @param uri the reason that the router gave, {@code null} when it gave none
	 * @param cause what failed, {@code null} when nothing did
	 * @param random the connection's source of random numbers
	 */
	record Failure(int attempt, @Nullable Duration previousDelay, CloseReason reason, @Nullable String uri,
			@Nullable Throwable cause, RandomGenerator random) {

	}

}
