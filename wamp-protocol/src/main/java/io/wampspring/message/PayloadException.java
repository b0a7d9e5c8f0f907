package io.wampspring.message;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a payload cannot become the type that was asked for, or a value cannot be
 * encoded. It concerns that one message, never the session.
 */
public class PayloadException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String position;

	/**
	 * Creates the exception.
	 * @param message what was wrong
	 * @param cause what the mapper said
	 */
	public PayloadException(String message, @Nullable Throwable cause) {
		this(message, null, cause);
	}

	/**
	 * Creates the exception.
	 * @param message what was wrong
	 * @param position index or name of the argument, {@code null} when it is not known
	 * @param cause what the mapper said
	 */
	public PayloadException(String message, @Nullable String position, @Nullable Throwable cause) {
		super(message, cause);
		this.position = position;
	}

	/**
	 * Returns which argument was wrong.
	 * @return its index or name, {@code null} when it is not known
	 */
	public @Nullable String position() {
		return this.position;
	}

}
