package io.wampspring.client;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

import org.jspecify.annotations.Nullable;

/**
 * What all sessions of a connection share.
 *
 * @param connection the connection
 * @param settings how it was built
 * @param application the door to code of the application
 * @param authenticator answers challenges
 * @param counters counts
 * @param scheduler wakes timers
 */
record ConnectionContext(WampConnection connection, ConnectionSettings settings, Application application,
		@Nullable WampAuthenticator authenticator, Counters counters, ScheduledExecutorService scheduler) {

	String name() {
		return this.settings.name();
	}

	long requestTimeout() {
		return millis(this.settings.callTimeout());
	}

	/** Rounds up: none at all would be for ever. */
	static long millis(Duration timeout) {
		return timeout.plusNanos(999_999).toMillis();
	}

}
