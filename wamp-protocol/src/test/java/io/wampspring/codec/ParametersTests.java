package io.wampspring.codec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.Result;

import static io.wampspring.codec.Parameters.ABSENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A payload into the declared parameters of a handler. */
class ParametersTests {

	record Point(int x, int y) {

	}

	private static final Parameters PARAMETERS = parameters();

	private static Parameters parameters() {
		Map<String, Type> keywords = new LinkedHashMap<>();
		keywords.put("unit", String.class);
		keywords.put("at", Point.class);
		return Parameters.of(Codecs.MAPPING, List.of(int.class, Point.class), keywords);
	}

	static Stream<Arguments> codecs() {
		return PayloadTests.codecs();
	}

	private static Payload receive(MessageCodec<?, ?> codec, @Nullable Object... elements) {
		List<@Nullable Object> message = new ArrayList<>(List.of(50L, 1L, Map.of()));
		message.addAll(Arrays.asList(elements));
		return ((Result) Codecs.decode(codec, WildEncoder.encode(codec.serializer(), 5, message))).payload();
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void positionsAndKeywordsAreReadInOnePass(MessageCodec<?, ?> codec, String name) {
		Map<String, Object> point = Map.of("x", 1L, "y", 2L);
		assertThat(PARAMETERS.read(receive(codec, List.of(7L, point), Map.of("unit", "m", "at", point))))
			.containsExactly(7, new Point(1, 2), "m", new Point(1, 2));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void absentIsNotNull(MessageCodec<?, ?> codec, String name) {
		Map<String, @Nullable Object> unit = new LinkedHashMap<>();
		unit.put("unit", null);
		assertThat(PARAMETERS.read(receive(codec))).containsExactly(ABSENT, ABSENT, ABSENT, ABSENT);
		assertThat(PARAMETERS.read(receive(codec, (Object) null))).containsExactly(ABSENT, ABSENT, ABSENT, ABSENT);
		assertThat(PARAMETERS.read(receive(codec, Arrays.asList(7L, null), unit))).containsExactly(7, null, null,
				ABSENT);
		assertThat(PARAMETERS.read(receive(codec, List.of(7L)))).containsExactly(7, ABSENT, ABSENT, ABSENT);
		assertThat(PARAMETERS.read(receive(codec, List.of(), unit))).containsExactly(ABSENT, ABSENT, null, ABSENT);
		assertThat(PARAMETERS.read(receive(codec, null, unit))).containsExactly(ABSENT, ABSENT, null, ABSENT);
		assertThat(PARAMETERS.read(receive(codec, List.of(7L), null))).containsExactly(7, ABSENT, ABSENT, ABSENT);
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void whatNobodyDeclaredIsSkipped(MessageCodec<?, ?> codec, String name) {
		Payload payload = receive(codec, Arrays.asList(7L, null, List.of(List.of(1L)), Map.of("a", "b")),
				Map.of("other", Map.of("unit", "x"), "unit", "m"));
		assertThat(PARAMETERS.read(payload)).containsExactly(7, null, "m", ABSENT);
		assertThat(Parameters.of(Codecs.MAPPING, List.of(), Map.of()).read(payload)).isEmpty();
		assertThat(Parameters.of(Codecs.MAPPING, List.of(), Map.of("unit", String.class)).read(payload))
			.containsExactly("m");
		assertThat(Parameters.of(Codecs.MAPPING, List.of(long.class), Map.of()).read(payload)).containsExactly(7L);
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void aWrongValueIsNamed(MessageCodec<?, ?> codec, String name) {
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> PARAMETERS.read(receive(codec, List.of("x"))))
			.withMessage("argument 0: a string cannot become int")
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo("0"));
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> PARAMETERS.read(receive(codec, List.of(1L), Map.of("at", true))))
			.withMessage("keyword argument at: a boolean cannot become Point")
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo("at"));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void theWholePayloadBecomesOneValue(MessageCodec<?, ?> codec, String name) {
		Parameters whole = Parameters.whole(Codecs.MAPPING, Point.class);
		assertThat(whole.read(receive(codec, List.of(1L, 2L)))).containsExactly(new Point(1, 2));
		assertThat(whole.read(receive(codec, null, Map.of("y", 2L, "x", 1L)))).containsExactly(new Point(1, 2));
		assertThat(Parameters.whole(Codecs.MAPPING, Map.class).read(receive(codec))).containsExactly(Map.of());
	}

	@Test
	void aPayloadThatWasNeverEncodedIsReadToo() {
		Payload payload = Payload.of(List.of(7, Map.of("x", 1, "y", 2)), Map.of("unit", "m"));
		assertThat(PARAMETERS.read(payload)).containsExactly(7, new Point(1, 2), "m", ABSENT);
		assertThat(PARAMETERS.read(Payload.EMPTY)).containsExactly(ABSENT, ABSENT, ABSENT, ABSENT);
		assertThat(Parameters.whole(Codecs.MAPPING, Map.class).read(Payload.EMPTY)).containsExactly(Map.of());
	}

	@Test
	void aTypeThatNothingCanBecomeIsRefusedAtOnce() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Parameters.of(Codecs.MAPPING, List.of(int.class, PayloadTests.Ambiguous.class), Map.of()))
			.withMessageContaining("argument 1: no payload can become ");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Parameters.of(Codecs.MAPPING, List.of(), Map.of("k", PayloadTests.Ambiguous.class)))
			.withMessageContaining("keyword argument k");
	}

	@Test
	void manyThreadsShareOne() {
		Payload payload = receive(Codecs.client(Serializer.CBOR), List.of(7L), Map.of("unit", "m"));
		Stream.generate(() -> payload)
			.limit(2000)
			.parallel()
			.forEach((shared) -> assertThat(PARAMETERS.read(shared)).containsExactly(7, ABSENT, "m", ABSENT));
	}

}
