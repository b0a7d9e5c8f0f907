package io.wampspring.router.core;

/**
 * Somebody may not join: the session ends with ABORT. Carries no stack, since it is an
 * answer and no fault.
 */
final class JoinRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String reason;

	JoinRefusedException(String reason, String text) {
		super(text, null, false, false);
		this.reason = reason;
	}

	/** The reason of the ABORT. */
	String reason() {
		return this.reason;
	}

}
