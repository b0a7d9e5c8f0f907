package io.wampspring.message;

import java.util.EnumSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The table of messages next to that of the protocol (basic/message_codes.md).
 */
class MessageTypeTests {

	@ParameterizedTest
	@CsvSource({ "HELLO, 1, 3, 3, to router, JOINING,", "WELCOME, 2, 3, 3, to client, JOINING, HELLO",
			"ABORT, 3, 3, 5, both ways, ANY,", "CHALLENGE, 4, 3, 3, to client, JOINING,",
			"AUTHENTICATE, 5, 3, 3, to router, JOINING, CHALLENGE", "GOODBYE, 6, 3, 3, both ways, OPEN,",
			"ERROR, 8, 5, 7, both ways, OPEN,", "PUBLISH, 16, 4, 6, to router, OPEN,",
			"PUBLISHED, 17, 3, 3, to client, OPEN, PUBLISH", "SUBSCRIBE, 32, 4, 4, to router, OPEN,",
			"SUBSCRIBED, 33, 3, 3, to client, OPEN, SUBSCRIBE", "UNSUBSCRIBE, 34, 3, 4, to router, OPEN,",
			"UNSUBSCRIBED, 35, 2, 3, to client, OPEN, UNSUBSCRIBE", "EVENT, 36, 4, 6, to client, OPEN,",
			"CALL, 48, 4, 6, to router, OPEN,", "CANCEL, 49, 3, 3, to router, OPEN,",
			"RESULT, 50, 3, 5, to client, OPEN, CALL", "REGISTER, 64, 4, 4, to router, OPEN,",
			"REGISTERED, 65, 3, 3, to client, OPEN, REGISTER", "UNREGISTER, 66, 3, 4, to router, OPEN,",
			"UNREGISTERED, 67, 2, 3, to client, OPEN, UNREGISTER", "INVOCATION, 68, 4, 6, to client, OPEN,",
			"INTERRUPT, 69, 3, 3, to client, OPEN,", "YIELD, 70, 3, 5, to router, OPEN, INVOCATION" })
	void eachMessageHasTheFactsOfTheProtocol(MessageType type, int code, int least, int most, String direction,
			MessageType.Phase phase, MessageType request) {
		assertThat(type.code()).isEqualTo(code);
		assertThat(MessageType.of(code)).isSameAs(type);
		assertThat(type.minLength()).isEqualTo(least);
		assertThat(type.maxLength()).isEqualTo(most);
		assertThat(type.isToRouter()).isEqualTo(!direction.equals("to client"));
		assertThat(type.isToClient()).isEqualTo(!direction.equals("to router"));
		assertThat(type.phase()).isEqualTo(phase);
		assertThat(type.repliesTo()).isEqualTo(request);
	}

	@Test
	void thereAreNoOthers() {
		assertThat(EnumSet.allOf(MessageType.class)).hasSize(24);
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 7, 18, 71, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE })
	void anotherCodeIsAViolation(long code) {
		assertThatExceptionOfType(ProtocolViolationException.class).isThrownBy(() -> MessageType.of(code))
			.withMessage("unknown message type " + code);
	}

}
