package io.wampspring.client;

import io.wampspring.message.Payload;
import io.wampspring.uri.ErrorUris;

/**
 * The router or the callee says that the call was canceled ({@code wamp.error.canceled},
 * in either spelling): it was asked to, or the callee has left.
 */
public final class WampCanceledException extends WampException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param payload what came with the error
	 */
	public WampCanceledException(Payload payload) {
		super(ErrorUris.CANCELED, payload, null);
	}

}
