package io.wampspring.router.core;

import io.wampspring.message.MessageType;
import io.wampspring.message.ProtocolViolationException;

/**
 * Checks that the requests of one session are numbered 1, 2, 3 and so on.
 */
final class RequestIds {

	/** After the greatest id comes 1 again. */
	private static final long MAX_ID = 1L << 53;

	private final boolean strict;

	private long last;

	RequestIds(boolean strict) {
		this.strict = strict;
	}

	void check(MessageType type, long request) {
		long expected = (this.last == MAX_ID) ? 1 : this.last + 1;
		if (this.strict && request != expected) {
			throw new ProtocolViolationException(type + ".Request is " + request + " instead of " + expected);
		}
		this.last = request;
	}

}
