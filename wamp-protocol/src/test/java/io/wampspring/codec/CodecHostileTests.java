package io.wampspring.codec;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.wampspring.message.Call;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Small messages that promise much, and deep ones. Run with little memory: a length that
 * is allocated before it is checked is an error here.
 */
@Timeout(60)
class CodecHostileTests {

	private static final Duration QUICK = Duration.ofSeconds(10);

	/** Not even a lenient client believes that these are lists. */
	private static final List<String> HEADERS_THAT_LIE = List.of("array of 2^63-1", "array of 2^31-1", "array of 2^26",
			"array of 2^32-1");

	/** A value that cannot be read, to stand as or in the arguments. */
	static Stream<Arguments> unreadable() {
		return Stream.of(json("[".repeat(501), "501 deep"), json("[".repeat(100_000), "100 000 deep"),
				json("[" + "{\"a\":".repeat(100_000), "dictionaries 100 000 deep"),
				json("[" + "1".repeat(1001) + "]", "1001 digits"), cbor("815a7fffffff", "byte string of 2^31-1"),
				cbor("817a7fffffff", "text of 2^31-1"), cbor("815b7fffffffffffffff", "byte string of 2^63-1"),
				cbor("817b7fffffffffffffff", "text of 2^63-1"), cbor("9affffffff", "array of 2^32-1"),
				cbor("9b7fffffffffffffff", "array of 2^63-1"), cbor("81ba7fffffff", "map of 2^31-1"),
				cbor("81".repeat(100_000), "100 000 deep"), cbor("9f".repeat(100_000), "open arrays 100 000 deep"),
				cbor("81" + "c1".repeat(100_000), "100 000 tags"), cbor("81c25a06000000", "bignum of 100 MB"),
				cbor("815f5a7fffffff", "chunk of 2^31-1"), msgPack("91c67fffffff", "bin of 2^31-1"),
				msgPack("91c97fffffff01", "ext of 2^31-1"), msgPack("91c620000000", "bin of 512 MiB"),
				msgPack("91db7fffffff", "text of 2^31-1"), msgPack("dd7fffffff", "array of 2^31-1"),
				msgPack("dd04000000", "array of 2^26"), msgPack("ddffffffff", "array of 2^32-1"),
				msgPack("91df40000000", "map of 2^30"), msgPack("91dfffffffff", "map of 2^32-1"),
				msgPack("91".repeat(100_000), "100 000 deep"),
				msgPack("91" + "81a161".repeat(100_000), "maps 100 000 deep"),
				msgPack("91c1", "the code that is never used"));
	}

	private static Arguments json(String text, String name) {
		return Arguments.of(Serializer.JSON, text.getBytes(StandardCharsets.UTF_8), name);
	}

	private static Arguments cbor(String hex, String name) {
		return Arguments.of(Serializer.CBOR, HexFormat.of().parseHex(hex), name);
	}

	private static Arguments msgPack(String hex, String name) {
		return Arguments.of(Serializer.MSGPACK, HexFormat.of().parseHex(hex), name);
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource("unreadable")
	@Tag("E-30")
	@Tag("E-135")
	@Tag("R-10")
	void aRouterRefusesItAsArguments(Serializer serializer, byte[] value, String name) {
		byte[] call = Raw.of(serializer).call(value);
		assertTimeout(QUICK, () -> assertViolation(Codecs.router(serializer), call));
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource("unreadable")
	void aRouterRefusesItInOptions(Serializer serializer, byte[] value, String name) {
		byte[] call = Raw.of(serializer).callWithOption(value);
		assertTimeout(QUICK, () -> assertViolation(Codecs.router(serializer), call));
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource("unreadable")
	void aStrictClientRefusesIt(Serializer serializer, byte[] value, String name) {
		byte[] result = Raw.of(serializer).result(value);
		assertTimeout(QUICK, () -> assertViolation(Codecs.strictClient(serializer), result));
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource("unreadable")
	@Tag("E-30")
	void aLenientClientFindsItWhenItReads(Serializer serializer, byte[] value, String name) {
		byte[] bytes = Raw.of(serializer).result(value);
		assertTimeout(QUICK, () -> {
			Payload payload;
			try {
				payload = ((Result) Codecs.decode(Codecs.client(serializer), bytes)).payload();
			}
			catch (ProtocolViolationException ex) {
				assertThat(HEADERS_THAT_LIE).contains(name);
				return;
			}
			assertThatExceptionOfType(PayloadException.class).isThrownBy(payload::args);
			assertThatExceptionOfType(PayloadException.class).isThrownBy(payload::kwargs);
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.arg(0, String.class));
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.arg(0, List.class));
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.arg(0, byte[].class));
		});
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource("unreadable")
	void itIsNoMessage(Serializer serializer, byte[] value, String name) {
		assertTimeout(QUICK, () -> {
			assertViolation(Codecs.router(serializer), value);
			assertViolation(Codecs.client(serializer), value);
		});
	}

	private static void assertViolation(MessageCodec<?, ?> codec, byte[] bytes) {
		assertThatExceptionOfType(ProtocolViolationException.class).isThrownBy(() -> Codecs.decode(codec, bytes))
			.satisfies((ex) -> assertThat(ex.getMessage()).isNotBlank().hasSizeLessThan(300));
	}

	@ParameterizedTest
	@EnumSource
	void amplificationIsBoundedByTheNumberOfElements(Serializer serializer) {
		byte[] empty = Raw.of(serializer).emptyList();
		byte[] lists = Raw.of(serializer).list(empty, 900_000);
		assertTimeout(QUICK,
				() -> assertViolation(Codecs.router(serializer), Raw.of(serializer).callWithOption(lists)));
		assertTimeout(QUICK, () -> assertViolation(Codecs.router(serializer), Raw.of(serializer).call(lists)));
	}

	@Test
	@Tag("E-135")
	void aHugeExponentCostsNothing() {
		Payload payload = arguments("[1e999999999]");
		assertThat(payload.args()).isEqualTo(List.of(Double.POSITIVE_INFINITY));
		assertTimeout(QUICK, () -> {
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.arg(0, long.class));
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.arg(0, BigInteger.class));
			for (Serializer serializer : Serializer.values()) {
				Codecs.router(serializer).encode(new Result(1, Map.of(), payload));
			}
		});
	}

	private static Payload arguments(String json) {
		byte[] call = Raw.of(Serializer.JSON).call(json.getBytes(StandardCharsets.UTF_8));
		return ((Call) Codecs.decode(Codecs.router(Serializer.JSON), call)).payload();
	}

}
