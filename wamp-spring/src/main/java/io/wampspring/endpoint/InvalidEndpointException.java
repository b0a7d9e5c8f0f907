package io.wampspring.endpoint;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * An annotated method cannot be served as it is written. Thrown at start; message and
 * {@link #cure()} name the method.
 */
public class InvalidEndpointException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String cure;

	/**
	 * Creates the exception.
	 * @param message what is wrong, with the method
	 * @param cure what to change
	 * @param cause what found it, if anything did
	 */
	public InvalidEndpointException(String message, String cure, @Nullable Throwable cause) {
		super(message, cause);
		this.cure = cure;
	}

	/**
	 * Returns what to change.
	 * @return a sentence
	 */
	public String cure() {
		return this.cure;
	}

	static String describe(Method method) {
		StringBuilder text = new StringBuilder(method.getDeclaringClass().getName()).append('.')
			.append(method.getName())
			.append('(');
		String separator = "";
		for (Class<?> type : method.getParameterTypes()) {
			text.append(separator).append(type.getSimpleName());
			separator = ", ";
		}
		return text.append(')').toString();
	}

}
