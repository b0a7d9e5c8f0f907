package io.wampspring.client;

/**
 * Hears what happens to a connection. Called on the application executor, one call at a
 * time and in order; a listener may block, use the connection and close it. What it
 * throws goes to the {@link WampErrorHandler}.
 */
public interface ConnectionListener {

	/**
	 * The state changed. Called before the more telling methods below.
	 * @param from the state before
	 * @param to the state now
	 */
	default void onStateChange(ConnectionState from, ConnectionState to) {
	}

	/**
	 * A session is open and everything declared was answered by the router.
	 * @param session the session
	 */
	default void onOpen(WampSession session) {
	}

	/**
	 * A session ended, or all transports were tried without getting one.
	 * @param closed how, and what comes next
	 */
	default void onClose(ConnectionClosed closed) {
	}

	/**
	 * Another attempt will be made.
	 * @param retry when
	 */
	default void onRetryScheduled(Retry retry) {
	}

	/**
	 * No further attempt will be made, and nobody asked for the end. Called once, after
	 * {@link #onClose}.
	 * @param closed the last failure
	 */
	default void onRetryGivenUp(ConnectionClosed closed) {
	}

}
