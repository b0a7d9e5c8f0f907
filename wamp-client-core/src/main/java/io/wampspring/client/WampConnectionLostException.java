package io.wampspring.client;

import io.wampspring.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The session ended before a request was answered. The URI is the reason of the end:
 * {@code wamp.close.transport_lost} when the transport broke, else what GOODBYE or ABORT
 * said.
 */
public class WampConnectionLostException extends WampException {

	private static final long serialVersionUID = 1L;

	private final boolean mayHaveBeenDelivered;

	/**
	 * Creates the exception.
	 * @param uri the reason of the end
	 * @param text what happened
	 * @param mayHaveBeenDelivered whether the request was sent
	 * @param cause what broke the transport
	 */
	public WampConnectionLostException(String uri, String text, boolean mayHaveBeenDelivered,
			@Nullable Throwable cause) {
		super(uri, Payload.of(text), cause);
		this.mayHaveBeenDelivered = mayHaveBeenDelivered;
	}

	/**
	 * Returns whether the request was written to the transport, so that its effect may
	 * have happened.
	 * @return whether; {@code false} is certain
	 */
	public boolean mayHaveBeenDelivered() {
		return this.mayHaveBeenDelivered;
	}

}
