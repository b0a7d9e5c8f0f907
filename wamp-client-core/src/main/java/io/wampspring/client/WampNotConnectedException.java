package io.wampspring.client;

import io.wampspring.uri.CloseReasons;

/**
 * There is no session, so nothing was sent.
 */
public final class WampNotConnectedException extends WampConnectionLostException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param connection the name of the connection
	 * @param state its state
	 */
	public WampNotConnectedException(String connection, ConnectionState state) {
		super(CloseReasons.TRANSPORT_LOST, "connection '" + connection + "' has no session, it is " + state, false,
				null);
	}

}
