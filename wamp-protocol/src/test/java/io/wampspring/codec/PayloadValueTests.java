package io.wampspring.codec;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Payloads as one value, both as the tail of a message and as ends that are known.
 */
class PayloadValueTests {

	static Stream<Arguments> payloads() {
		return Stream.of(Serializer.values())
			.flatMap((serializer) -> Stream.of(Arguments.of(serializer, true), Arguments.of(serializer, false)));
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void nothingIsNull(Serializer serializer, boolean tail) {
		assertThat(encode(serializer, tail, List.of(), Map.of()).<Integer>value(Integer.class)).isNull();
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void oneArgumentIsTheValue(Serializer serializer, boolean tail) {
		Payload payload = encode(serializer, tail, List.of(5), Map.of());
		assertThat(payload.<Integer>value(Integer.class)).isEqualTo(5);
		assertThat(payload.<Object>value(Object.class)).isEqualTo(5);
		assertThat(encode(serializer, tail, List.of(List.of(1, 2)), Map.of()).<Object>value(List.class))
			.isEqualTo(List.of(1, 2));
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void severalArgumentsAreReadAsAWhole(Serializer serializer, boolean tail) {
		Payload payload = encode(serializer, tail, List.of(1, "b"), Map.of());
		assertThat(payload.<Pair>value(Pair.class)).isEqualTo(new Pair(1, "b"));
		assertThat(payload.<Object>value(List.class)).isEqualTo(List.of(1, "b"));
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void keywordsAreReadAsAWhole(Serializer serializer, boolean tail) {
		assertThat(encode(serializer, tail, List.of(), Map.of("number", 2, "text", "c")).<Pair>value(Pair.class))
			.isEqualTo(new Pair(2, "c"));
		assertThat(encode(serializer, tail, List.of(3), Map.of("text", "d")).<Pair>value(Pair.class))
			.isEqualTo(new Pair(3, "d"));
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void theOnlyArgumentOfAnotherTypeIsRefused(Serializer serializer, boolean tail) {
		Payload payload = encode(serializer, tail, List.of("no number"), Map.of());
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.value(Integer.class))
			.withMessageContaining("argument 0");
	}

	@Test
	void valuesThatNobodyEncodedFollowTheSameRule() {
		assertThat(Payload.EMPTY.<Integer>value(Integer.class)).isNull();
		assertThat(Payload.of(5).<Integer>value(Integer.class)).isEqualTo(5);
	}

	private static Payload encode(Serializer serializer, boolean tail, List<?> args, Map<String, ?> kwargs) {
		Payload encoded = Codecs.client(serializer).encode(args, kwargs);
		if (!tail) {
			return encoded;
		}
		byte[] bytes = Codecs.router(serializer).encode(new Result(1, Map.of(), encoded));
		if (Codecs.decode(Codecs.client(serializer), bytes) instanceof Result result) {
			return result.payload();
		}
		throw new IllegalStateException("no RESULT");
	}

	record Pair(int number, String text) {

	}

}
