package io.wampspring.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Numbers are exact in every serializer, and from one to the other, for typed targets.
 */
class NumberTests {

	private static final BigInteger TWO_TO_THE_64 = BigInteger.ONE.shiftLeft(64);

	private static final BigDecimal FINE = new BigDecimal("3.14159265358979323846264338327950288");

	/** Each pair of serializers: sent in the first, sent on in the second. */
	static Stream<Arguments> roads() {
		return Stream.of(Serializer.values())
			.flatMap((from) -> Stream.of(Serializer.values()).map((to) -> Arguments.of(from, to)));
	}

	private static Payload send(Serializer from, Serializer to, Object value) {
		Payload payload = Codecs.client(from).encode(List.of(value), Map.of());
		byte[] first = Codecs.router(from).encode(new Result(1, Map.of(), payload));
		Payload received = ((Result) Codecs.decode(Codecs.strictClient(from), first)).payload();
		byte[] second = Codecs.router(to).encode(new Result(1, Map.of(), received));
		return ((Result) Codecs.decode(Codecs.client(to), second)).payload();
	}

	@ParameterizedTest
	@MethodSource("roads")
	@Tag("E-135")
	@Tag("R-40")
	void integersAreExact(Serializer from, Serializer to) {
		long most = 1L << 53;
		for (long value : new long[] { 0, 1, -1, 23, 24, 127, 128, -32, -33, -128, -129, 255, 256, 65535, 65536,
				1L << 31, -(1L << 31), (1L << 31) - 1, 1L << 32, most - 1, most, most + 1, -most - 1, Long.MAX_VALUE,
				Long.MIN_VALUE }) {
			Payload payload = send(from, to, value);
			assertThat(payload.<Long>arg(0, long.class)).isEqualTo(value);
			assertThat(payload.<BigInteger>arg(0, BigInteger.class)).isEqualTo(BigInteger.valueOf(value));
			assertThat(payload.<BigDecimal>arg(0, BigDecimal.class)).isEqualByComparingTo(BigDecimal.valueOf(value));
			Object untyped = ((int) value == value) ? (Object) (int) value : (Object) value;
			assertThat(payload.<Object>arg(0, Object.class)).isEqualTo(untyped);
		}
	}

	@ParameterizedTest
	@MethodSource("roads")
	@Tag("E-135")
	void integersBeyond64BitsAreExact(Serializer from, Serializer to) {
		for (BigInteger value : List.of(BigInteger.ONE.shiftLeft(63), TWO_TO_THE_64.subtract(BigInteger.ONE),
				TWO_TO_THE_64, TWO_TO_THE_64.negate(), TWO_TO_THE_64.negate().subtract(BigInteger.ONE),
				BigInteger.ONE.shiftLeft(63).negate().subtract(BigInteger.ONE), BigInteger.TEN.pow(300),
				BigInteger.valueOf(5), BigInteger.valueOf(-5))) {
			assertThat(send(from, to, value).<BigInteger>arg(0, BigInteger.class)).isEqualTo(value);
		}
	}

	@ParameterizedTest
	@MethodSource("roads")
	@Tag("E-135")
	void floatsAndDecimalsAreExact(Serializer from, Serializer to) {
		for (double value : new double[] { 0.0, -0.5, 0.1, 1e-7, 123456789.125, Math.PI, Double.MAX_VALUE,
				Double.MIN_VALUE, 1e23 }) {
			assertThat(send(from, to, value).<Double>arg(0, double.class)).isEqualTo(value);
		}
		assertThat(send(from, to, 0.1f).<Float>arg(0, float.class)).isEqualTo(0.1f);
		for (BigDecimal value : List.of(FINE, FINE.negate(), new BigDecimal("0.1"), new BigDecimal("1e400"),
				new BigDecimal("-1e-400"), new BigDecimal("12345678901234567890.12345"), new BigDecimal("1e23"),
				new BigDecimal("-6.869680901620844e17"))) {
			assertThat(send(from, to, value).<BigDecimal>arg(0, BigDecimal.class)).isEqualByComparingTo(value);
		}
	}

	/** As other encoders write them: without a byte for the sign. */
	@ParameterizedTest
	@CsvSource({ "c249800000000000000000, 2361183241434822606848", "c248ffffffffffffffff, 18446744073709551615",
			"c25f41804100ff, 32768", "c240, 0", "c349800000000000000000, -2361183241434822606849", "c341ff, -256",
			"c340, -1", "c48221c24180, 1.28", "c48221c34180, -1.29" })
	@Tag("E-135")
	void largeNumbersOfOtherEncodersKeepTheirSign(String hex, BigDecimal value) {
		Payload payload = receiveCbor(hex);
		assertThat(payload.<BigDecimal>arg(0, BigDecimal.class)).isEqualByComparingTo(value);
		for (Serializer to : Serializer.values()) {
			assertThat(sendOn(payload, to).<BigDecimal>arg(0, BigDecimal.class)).isEqualByComparingTo(value);
		}
	}

	@Test
	void aLargeNumberHasNoMoreDigitsInCborThanInJson() {
		BigInteger most = BigInteger.TEN.pow(1000).subtract(BigInteger.ONE);
		assertThat(receiveCbor(tagged(most)).<BigInteger>arg(0, BigInteger.class)).isEqualTo(most);
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> receiveCbor(tagged(BigInteger.TEN.pow(1000))))
			.withMessageContaining("1000");
	}

	private static String tagged(BigInteger number) {
		byte[] bytes = number.toByteArray();
		return String.format("c259%04x", bytes.length) + HexFormat.of().formatHex(bytes);
	}

	@ParameterizedTest
	@CsvSource({ "CBOR, 84183201a081fa40490fdb", "CBOR, 84183201a081f93555", "MSGPACK, 9432018091ca40490fdb" })
	@Tag("E-135")
	void shortFloatsKeepTheirValueInEverySerializer(Serializer from, String hex) {
		Payload payload = ((Result) Codecs.decode(Codecs.strictClient(from), Raw.hex(hex))).payload();
		Double value = payload.arg(0, double.class);
		for (Serializer to : Serializer.values()) {
			assertThat(sendOn(payload, to).<Double>arg(0, double.class)).isEqualTo(value);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e+23", "-6.869680901620844e+17", "5e-324", "1.7976931348623157e+308", "-0.0", "2e-323",
			"0.1", "100", "9007199254740993.5" })
	@Tag("E-135")
	void aFractionInJsonIsAnOrdinaryNumberElsewhere(String number) {
		Payload payload = ((Result) Codecs.decode(Codecs.strictClient(Serializer.JSON),
				Raw.text("[50,1,{},[" + number + "]]")))
			.payload();
		Double value = Double.valueOf(number);
		assertThat(sendOn(payload, Serializer.CBOR).<Double>arg(0, double.class)).isEqualTo(value);
		assertThat(sendOn(payload, Serializer.MSGPACK).<Double>arg(0, double.class)).isEqualTo(value);
		if (!number.equals("9007199254740993.5")) {
			assertThat(sendOn(payload, Serializer.MSGPACK).<Object>arg(0, Object.class)).isInstanceOf(Number.class);
		}
	}

	private static Payload receiveCbor(String hex) {
		return ((Result) Codecs.decode(Codecs.strictClient(Serializer.CBOR), Raw.hex("84183201a081" + hex))).payload();
	}

	private static Payload sendOn(Payload payload, Serializer to) {
		byte[] bytes = Codecs.router(to).encode(new Result(1, Map.of(), payload));
		return ((Result) Codecs.decode(Codecs.strictClient(to), bytes)).payload();
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-135")
	void whatIsNoNumberBecomesNoInteger(Serializer serializer) {
		for (Double value : new Double[] { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }) {
			Payload payload = send(serializer, serializer, value);
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.arg(0, int.class));
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.arg(0, long.class));
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-135")
	void whatIsNoNumberIsReadAsIt(Serializer serializer) {
		for (Double value : new Double[] { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }) {
			assertThat(send(serializer, serializer, value).<Double>arg(0, double.class)).isEqualTo(value);
		}
	}

	@Test
	void untypedIntegersHaveTheSizeOfTheirValue() {
		List<String> wide = List.of("84183201a0811b0000000000000005", "84183201a0811a00000005", "84183201a081c24105");
		for (String hex : wide) {
			Payload payload = ((Result) Codecs.decode(Codecs.client(Serializer.CBOR), Raw.hex(hex))).payload();
			assertThat(payload.args()).containsExactly(5);
		}
		Payload msgPack = ((Result) Codecs.decode(Codecs.client(Serializer.MSGPACK),
				Raw.hex("94320180" + "92cf0000000000000005d30000000000000005")))
			.payload();
		assertThat(msgPack.args()).containsExactly(5, 5);
	}

	@Test
	void largeTypesOfSmallNumbersAreOrdinaryNumbersOnTheWire() {
		Map<Object, String> cbor = Map.of(BigInteger.valueOf(5), "05", BigInteger.valueOf(-500), "3901f3",
				BigInteger.ONE.shiftLeft(63), "1b8000000000000000", TWO_TO_THE_64, "c249010000000000000000",
				new BigDecimal("0.5"), "fb3fe0000000000000");
		cbor.forEach((value, hex) -> {
			byte[] bytes = Codecs.router(Serializer.CBOR).encode(new Result(1, Map.of(), Payload.of(value)));
			assertThat(bytes).asHexString().isEqualTo(("84183201A081" + hex).toUpperCase(Locale.ROOT));
		});
	}

	@Test
	void whatMessagePackCannotHoldIsDecimalText() {
		Payload payload = send(Serializer.MSGPACK, Serializer.MSGPACK, TWO_TO_THE_64);
		assertThat(payload.<Object>arg(0, Object.class)).isEqualTo("18446744073709551616");
		assertThat(send(Serializer.MSGPACK, Serializer.MSGPACK, FINE).<Object>arg(0, Object.class))
			.isEqualTo(FINE.toString());
		assertThat(send(Serializer.MSGPACK, Serializer.MSGPACK, new BigDecimal("0.5")).<Object>arg(0, Object.class))
			.isEqualTo(0.5);
	}

	@ParameterizedTest
	@EnumSource
	void aNumberThatDoesNotFitIsWrong(Serializer serializer) {
		Payload payload = send(serializer, serializer, 1L << 40);
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.arg(0, int.class))
			.withMessage("argument 0: an integer cannot become int");
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> send(serializer, serializer, TWO_TO_THE_64).arg(0, long.class))
			.withMessageContaining("cannot become long");
	}

}
