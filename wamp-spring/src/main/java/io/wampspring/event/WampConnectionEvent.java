package io.wampspring.event;

import io.wampspring.client.WampConnection;

import org.springframework.context.ApplicationEvent;

/**
 * Something happened to a connection. Published on the application executor, one after
 * the other for each connection.
 */
public abstract class WampConnectionEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient WampConnection connection;

	WampConnectionEvent(WampConnection connection) {
		super(connection);
		this.connection = connection;
	}

	/**
	 * Returns the connection.
	 * @return the connection
	 */
	public WampConnection connection() {
		return this.connection;
	}

}
