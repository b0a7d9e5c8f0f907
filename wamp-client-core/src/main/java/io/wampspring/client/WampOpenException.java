package io.wampspring.client;

import io.wampspring.message.Payload;
import io.wampspring.uri.CloseReasons;

/**
 * A connection could not be opened, and no further attempt is made. The URI is that of
 * the router's ABORT with its arguments and keywords, or
 * {@code wamp.close.transport_lost} when no router was reached.
 */
public final class WampOpenException extends WampException {

	private static final long serialVersionUID = 1L;

	private final transient ConnectionClosed closed;

	private final String text;

	/**
	 * Creates the exception.
	 * @param text what happened, with realm and address
	 * @param closed the last failure
	 * @param payload what came with an ABORT
	 */
	public WampOpenException(String text, ConnectionClosed closed, Payload payload) {
		super((closed.uri() != null) ? closed.uri() : CloseReasons.TRANSPORT_LOST, payload, closed.cause());
		this.closed = closed;
		this.text = text;
	}

	/**
	 * Returns the last failure: its reason, the URI and text of an ABORT, the cause.
	 * @return the failure
	 */
	public ConnectionClosed closed() {
		return this.closed;
	}

	@Override
	public String getMessage() {
		return this.text;
	}

}
