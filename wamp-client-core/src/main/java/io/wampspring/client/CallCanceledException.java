package io.wampspring.client;

import java.util.concurrent.CancellationException;

import io.wampspring.uri.ErrorUris;

/**
 * The application canceled the call itself: it canceled the future, or interrupted the
 * thread that waited.
 */
public final class CallCanceledException extends CancellationException {

	private static final long serialVersionUID = 1L;

	private final String procedure;

	/**
	 * Creates the exception.
	 * @param procedure what was called
	 */
	public CallCanceledException(String procedure) {
		super(ErrorUris.CANCELED + ": call of " + procedure + " canceled");
		this.procedure = procedure;
	}

	/**
	 * Returns the URI that a router uses for this.
	 * @return {@code wamp.error.canceled}
	 */
	public String uri() {
		return ErrorUris.CANCELED;
	}

	/**
	 * Returns what was called.
	 * @return the URI of the procedure
	 */
	public String procedure() {
		return this.procedure;
	}

}
