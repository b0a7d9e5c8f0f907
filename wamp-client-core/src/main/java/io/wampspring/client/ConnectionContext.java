package io.wampspring.client;

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
		return this.settings.callTimeout().toMillis();
	}

}
