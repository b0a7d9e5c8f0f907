package io.wampspring.endpoint;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import io.wampspring.annotation.WampError;
import io.wampspring.client.WampException;
import io.wampspring.message.Payload;

import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Makes errors of the protocol of what a method throws. What has no URI is left as it is:
 * the client answers it with one fixed text.
 */
final class MethodErrors {

	private static final ClassValue<Optional<WampError>> ANNOTATIONS = new ClassValue<>() {

		@Override
		protected Optional<WampError> computeValue(Class<?> type) {
			return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(type, WampError.class));
		}

	};

	private MethodErrors() {
	}

	static Throwable translate(Throwable thrown) {
		Throwable error = unwrap(thrown);
		if (error instanceof WampException) {
			return error;
		}
		Optional<WampError> annotation = ANNOTATIONS.get(error.getClass());
		if (annotation.isEmpty()) {
			return error;
		}
		String message = error.getMessage();
		Payload payload = (message != null) ? Payload.of(message) : Payload.EMPTY;
		return new WampException(annotation.get().value(), payload, error);
	}

	/** Takes off what threads and proxies have put around an exception. */
	private static Throwable unwrap(Throwable thrown) {
		Throwable error = thrown;
		while ((error instanceof CompletionException || error instanceof ExecutionException
				|| error instanceof UndeclaredThrowableException || error instanceof InvocationTargetException)
				&& error.getCause() != null) {
			error = error.getCause();
		}
		return error;
	}

}
