package io.wampspring.client;

import io.wampspring.message.PayloadException;

/**
 * The values of a request of this client, or of its result, cannot be written or read. A
 * handler that fails with it has not been given wrong arguments.
 */
final class RequestPayloadException extends PayloadException {

	private static final long serialVersionUID = 1L;

	RequestPayloadException(PayloadException failure) {
		super(String.valueOf(failure.getMessage()), failure.position(), failure);
	}

}
