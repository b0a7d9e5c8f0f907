package io.wampspring.event;

import io.wampspring.client.WampConnection;
import io.wampspring.client.WampSession;

/**
 * A session is open, and the router has answered all endpoints.
 */
public final class WampSessionOpenedEvent extends WampConnectionEvent {

	private static final long serialVersionUID = 1L;

	private final transient WampSession session;

	/**
	 * Creates the event.
	 * @param connection the connection
	 * @param session the session
	 */
	public WampSessionOpenedEvent(WampConnection connection, WampSession session) {
		super(connection);
		this.session = session;
	}

	/**
	 * Returns the session.
	 * @return the session
	 */
	public WampSession session() {
		return this.session;
	}

}
