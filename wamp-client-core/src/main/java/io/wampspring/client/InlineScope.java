package io.wampspring.client;

import io.wampspring.lane.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Knows where blocking would be a deadlock: on a lane, and in inline handlers, which run
 * on the lane of some session.
 */
final class InlineScope {

	private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

	private InlineScope() {
	}

	static void run(Runnable handler) {
		Boolean before = INSIDE.get();
		INSIDE.set(true);
		try {
			handler.run();
		}
		finally {
			if (before == null) {
				INSIDE.remove();
			}
		}
	}

	static boolean mayBlock(@Nullable Lane lane) {
		return INSIDE.get() == null && (lane == null || !lane.inLane());
	}

	static void requireMayBlock(@Nullable Lane lane, String what) {
		if (!mayBlock(lane)) {
			throw new IllegalStateException(what + " would block the lane of a session, where the answer has to "
					+ "arrive: use the asynchronous form, or do not declare the handler inline");
		}
	}

}
