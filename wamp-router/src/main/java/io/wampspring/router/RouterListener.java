package io.wampspring.router;

/**
 * Hears of sessions. Called on the lane of the realm, so it must not block; what it
 * throws is logged and harms nobody.
 */
public interface RouterListener {

	/**
	 * A session joined, and is welcomed next.
	 * @param session the session
	 */
	default void onSessionOpened(SessionInfo session) {
	}

	/**
	 * A session ended: nothing of it is left in its realm.
	 * @param session the session
	 * @param reason the URI of the reason, of the client or of the router;
	 * {@code wamp.close.transport_lost} when neither said one
	 */
	default void onSessionClosed(SessionInfo session, String reason) {
	}

}
