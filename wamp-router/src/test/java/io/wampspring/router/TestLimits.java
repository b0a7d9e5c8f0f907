package io.wampspring.router;

import java.time.Duration;

import io.wampspring.router.config.RouterLimits;
import io.wampspring.transport.OutboundLimits;

/**
 * Limits that a test need not wait long for.
 */
final class TestLimits {

	private static final RouterLimits DEFAULT = RouterLimits.DEFAULT;

	private TestLimits() {
	}

	/** Peers of tests seldom answer GOODBYE. */
	static RouterLimits impatient() {
		return limits(DEFAULT.sessions(), DEFAULT.helloTimeout(), Duration.ofMillis(20));
	}

	static RouterLimits limits(int sessions, Duration helloTimeout, Duration leaveTimeout) {
		return new RouterLimits(DEFAULT.messageSize(), OutboundLimits.DEFAULT, sessions, DEFAULT.endpoints(),
				DEFAULT.pendingCalls(), DEFAULT.uriLength(), helloTimeout, DEFAULT.authenticateTimeout(), leaveTimeout);
	}

}
