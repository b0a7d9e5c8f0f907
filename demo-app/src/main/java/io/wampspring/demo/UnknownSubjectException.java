package io.wampspring.demo;

import io.wampspring.annotation.WampError;

/**
 * A vote for what is not on the ballot. Callers get the URI and the message.
 */
@WampError("com.example.error.unknown_subject")
class UnknownSubjectException extends RuntimeException {

	UnknownSubjectException(String subject) {
		super("Nobody can vote for '%s'".formatted(subject));
	}

}
