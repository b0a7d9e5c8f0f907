package io.wampspring.transport;

import org.jspecify.annotations.Nullable;

/**
 * No link came about: connection refused, handshake refused, time-out, no common
 * serializer. The message names address and cause.
 */
public class LinkException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	/**
	 * Creates the exception.
	 * @param kind what failed
	 * @param message address and cause, no secrets
	 * @param cause what the transport said, {@code null} when nothing
	 */
	public LinkException(Kind kind, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.kind = kind;
	}

	/**
	 * Returns what failed.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * What failed.
	 */
	public enum Kind {

		/** Nobody listens there, or the network does not lead there. */
		REFUSED,

		/** The host name is unknown. */
		UNKNOWN_HOST,

		/** Nothing came of it in time. */
		TIMEOUT,

		/** TLS failed. */
		TLS,

		/** The peer refused the handshake: wrong path, no WebSocket, HTTP error. */
		HANDSHAKE,

		/** The peer speaks none of the offered sub-protocols. */
		SUBPROTOCOL,

		/** Anything else. */
		OTHER

	}

}
