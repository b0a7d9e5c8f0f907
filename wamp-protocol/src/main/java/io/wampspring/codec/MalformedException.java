package io.wampspring.codec;

import tools.jackson.core.exc.StreamReadException;

/** Bytes that are not what they should be. The message holds nothing of them. */
final class MalformedException extends StreamReadException {

	private static final long serialVersionUID = 1L;

	private final int offset;

	/** Bytes that are wrong from {@code offset} on. */
	MalformedException(String message, int offset) {
		super(message);
		this.offset = offset;
	}

	int offset() {
		return this.offset;
	}

}
