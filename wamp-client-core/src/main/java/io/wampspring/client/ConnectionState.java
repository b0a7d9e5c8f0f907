package io.wampspring.client;

/**
 * Where a connection stands.
 */
public enum ConnectionState {

	/** At rest: not opened yet, closed, or given up. */
	CLOSED,

	/** A transport is being opened. */
	CONNECTING,

	/** The transport is open, the router was asked to let the client in. */
	JOINING,

	/** The session is joined, declared endpoints are being set up. */
	RESTORING,

	/** The session is joined and was announced. */
	OPEN,

	/** The session is being left. */
	LEAVING,

	/** Without a session; the next attempt waits for its time. */
	WAITING;

	/**
	 * Returns whether a session is joined.
	 * @return whether
	 */
	public boolean isJoined() {
		return this == RESTORING || this == OPEN;
	}

}
