package io.wampspring.event;

import io.wampspring.client.ConnectionClosed;
import io.wampspring.client.WampConnection;

/**
 * A session ended, or none came about although all transports were tried.
 */
public final class WampSessionClosedEvent extends WampConnectionEvent {

	private static final long serialVersionUID = 1L;

	private final transient ConnectionClosed closed;

	/**
	 * Creates the event.
	 * @param connection the connection
	 * @param closed how, and what comes next
	 */
	public WampSessionClosedEvent(WampConnection connection, ConnectionClosed closed) {
		super(connection);
		this.closed = closed;
	}

	/**
	 * Returns how it ended and whether there will be another attempt.
	 * @return the end
	 */
	public ConnectionClosed closed() {
		return this.closed;
	}

}
