package io.wampspring.client.session;

import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Payload;
import io.wampspring.uri.ErrorUris;

/**
 * Why a request failed.
 *
 * @param kind who says so
 * @param uri what went wrong
 * @param payload arguments and keywords of the error
 */
public record Failure(Kind kind, String uri, Payload payload) {

	static Failure of(ErrorMessage error) {
		return new Failure(Kind.ERROR, error.error(), error.payload());
	}

	static Failure refused(String uri, String text) {
		return new Failure(Kind.REFUSED, uri, Payload.of(text));
	}

	static Failure expired(long timeout) {
		return new Failure(Kind.EXPIRED, ErrorUris.TIMEOUT, Payload.of("no answer within " + timeout + " ms"));
	}

	static Failure lost(String uri, String text) {
		return new Failure(Kind.LOST, uri, Payload.of(text));
	}

	Failure as(Kind other) {
		return new Failure(other, this.uri, this.payload);
	}

	/** Who says so. */
	public enum Kind {

		/** The router or the callee answered with ERROR. */
		ERROR,

		/** The request is wrong; nothing was sent. */
		REFUSED,

		/** No answer came in time. */
		EXPIRED,

		/** The call was canceled here. */
		CANCELED,

		/** The session ended after the request was sent. */
		LOST,

		/** The session had ended already; nothing was sent. */
		UNSENT

	}

}
