package io.wampspring.codec;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.type.TypeFactory;

import io.wampspring.message.Event;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a receiver gets out of a payload, whether it was split when it came or is a tail.
 */
class PayloadTests {

	record Point(int x, int y) {

	}

	record Person(String name, @JsonProperty("years") int age, @Nullable Point home, Optional<String> mail) {

	}

	static final class Bean {

		public int value;

	}

	/** Nobody can say which setter is meant. */
	static final class Ambiguous {

		public void setValue(Bean value) {
		}

		public void setValue(Point value) {
		}

	}

	static Stream<Arguments> codecs() {
		return Arrays.stream(Serializer.values())
			.flatMap((serializer) -> Stream.of(Arguments.of(Codecs.client(serializer), "lenient " + serializer),
					Arguments.of(Codecs.strictClient(serializer), "strict " + serializer)));
	}

	/** Sent by an impolite peer; an element that is absent is absent on the wire. */
	private static Payload receive(MessageCodec<?, ?> codec, @Nullable Object... elements) {
		List<@Nullable Object> message = new ArrayList<>(List.of(50L, 1L, Map.of()));
		message.addAll(Arrays.asList(elements));
		byte[] bytes = WildEncoder.encode(codec.serializer(), 11, message);
		return ((Result) Codecs.decode(codec, bytes)).payload();
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	@Tag("E-62")
	@Tag("E-63")
	void absentElementsAreEmpty(MessageCodec<?, ?> codec, String name) {
		for (Payload payload : List.of(receive(codec), receive(codec, (Object) null), receive(codec, null, null),
				receive(codec, List.of()), receive(codec, List.of(), null), receive(codec, List.of(), Map.of()))) {
			assertThat(payload.args()).isEmpty();
			assertThat(payload.kwargs()).isEmpty();
			assertThat(payload.isEmpty()).isTrue();
			assertThat(payload.<Object>arg(0, Object.class)).isNull();
			assertThat(payload.<Object>kwarg("k", Object.class)).isNull();
			assertThat(payload.binary()).isNull();
		}
		assertThat(receive(codec)).isSameAs(Payload.EMPTY);
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	@Tag("E-62")
	@Tag("E-63")
	void kwargsComeWithoutArgs(MessageCodec<?, ?> codec, String name) {
		for (Payload payload : List.of(receive(codec, null, Map.of("k", 1L)),
				receive(codec, List.of(), Map.of("k", 1L)))) {
			assertThat(payload.args()).isEmpty();
			assertThat(payload.kwargs()).isEqualTo(Map.of("k", 1));
			assertThat(payload.isEmpty()).isFalse();
			assertThat(payload.<Long>kwarg("k", long.class)).isEqualTo(1L);
			assertThat(payload.<Object>arg(0, Object.class)).isNull();
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-63")
	@Tag("R-40")
	void anEmptyListStandsBeforeKwargs(Serializer serializer) {
		Payload kwargs = Codecs.router(serializer).encode(List.of(), Map.of("k", 1));
		Payload nothing = receive(Codecs.client(serializer), null, Map.of("k", 1L));
		byte[] expected = switch (serializer) {
			case JSON -> Raw.text("[50,1,{},[],{\"k\":1}]");
			case CBOR -> Raw.hex("85183201a080a1616b01");
			case MSGPACK -> Raw.hex("953201809081a16b01");
		};
		assertThat(Codecs.router(serializer).encode(new Result(1, Map.of(), kwargs))).isEqualTo(expected);
		Payload plain = Payload.of(List.of(), Map.of("k", 1));
		assertThat(Codecs.router(serializer).encode(new Result(1, Map.of(), plain))).isEqualTo(expected);
		Map<String, Object> received = ((Result) Codecs.decode(Codecs.client(serializer),
				Codecs.router(serializer).encode(new Result(1, Map.of(), nothing))))
			.payload()
			.kwargs();
		assertThat(received).isEqualTo(Map.of("k", 1));
	}

	@ParameterizedTest
	@EnumSource
	@Tag("R-40")
	void absentElementsStayAbsentAndEmptyOnesStayEmpty(Serializer serializer) {
		MessageCodec<?, ?> strict = Codecs.strictClient(serializer);
		int bare = Codecs.router(serializer).encode(new Event(1, 2, Map.of(), receive(strict))).length;
		int empty = Codecs.router(serializer).encode(new Event(1, 2, Map.of(), receive(strict, List.of()))).length;
		assertThat(bare).isLessThan(empty);
		assertThat(Codecs.router(serializer).encode(new Event(1, 2, Map.of(), Payload.EMPTY))).hasSize(bare);
		assertThat(Codecs.router(serializer).encode(new Event(1, 2, Map.of(), Payload.of()))).hasSize(bare);
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void valuesBecomeTheTypesAskedFor(MessageCodec<?, ?> codec, String name) {
		Payload payload = receive(codec,
				Arrays.asList(42L, "PT5S", Map.of("x", 1L, "y", 2L), null, List.of("2024-02-29")),
				Map.of("point", Map.of("x", 3L, "y", 4L), "nothing", 5L));
		assertThat(payload.<Integer>arg(0, int.class)).isEqualTo(42);
		assertThat(payload.<Double>arg(0, Double.class)).isEqualTo(42.0);
		assertThat(payload.<Duration>arg(1, Duration.class)).isEqualTo(Duration.ofSeconds(5));
		assertThat(payload.<Point>arg(2, Point.class)).isEqualTo(new Point(1, 2));
		assertThat(payload.<Object>arg(2, Map.class)).isEqualTo(Map.of("x", 1, "y", 2));
		assertThat(payload.<JsonNode>arg(2, JsonNode.class).get("y").asInt()).isEqualTo(2);
		assertThat(payload.<Object>arg(3, String.class)).isNull();
		assertThat(payload.<Object>arg(3, Optional.class)).isEqualTo(Optional.empty());
		JavaType dates = TypeFactory.createDefaultInstance().constructCollectionType(List.class, LocalDate.class);
		assertThat(payload.<List<LocalDate>>arg(4, dates)).containsExactly(LocalDate.of(2024, 2, 29));
		assertThat(payload.<Object>arg(5, String.class)).isNull();
		assertThat(payload.<Point>kwarg("point", Point.class)).isEqualTo(new Point(3, 4));
		assertThat(payload.<Object>kwarg("absent", String.class)).isNull();
		assertThat(payload.args()).hasSize(5);
		assertThat(payload.kwargs()).isEqualTo(Map.of("point", Map.of("x", 3, "y", 4), "nothing", 5));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> payload.args().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> payload.kwargs().clear());
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void aWrongValueIsNamedAndNotShown(MessageCodec<?, ?> codec, String name) {
		Payload payload = receive(codec, List.of(1L, "secret", Map.of("x", "secret"), 3e10), Map.of("k", "secret"));
		assertWrong(() -> payload.arg(1, int.class), "1", "argument 1: a string cannot become int");
		assertWrong(() -> payload.arg(2, Point.class), "2", "argument 2: a dictionary cannot become Point");
		assertWrong(() -> payload.arg(0, List.class), "0", "argument 0: an integer cannot become List");
		assertWrong(() -> payload.arg(3, int.class), "3", "argument 3: a float cannot become int");
		assertWrong(() -> payload.kwarg("k", Point.class), "k", "keyword argument k: a string cannot become Point");
		assertWrong(() -> payload.kwarg("k", boolean.class), "k", "keyword argument k: a string cannot become boolean");
		assertWrong(() -> payload.arg(0, Ambiguous.class), null, "no payload can become " + Ambiguous.class.getName());
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void aNameFromThePeerIsShortAndOnOneLine(MessageCodec<?, ?> codec, String name) {
		String key = "line\n" + "x".repeat(10_000);
		Payload payload = receive(codec, null, Map.of(key, "text"));
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.kwarg(key, int.class))
			.satisfies((ex) -> assertThat(ex.getMessage()).startsWith("keyword argument line?xxx")
				.hasSizeLessThan(150)
				.doesNotContain("\n"));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void nullIsNoPrimitive(MessageCodec<?, ?> codec, String name) {
		Payload payload = receive(codec, Arrays.asList((Object) null));
		assertWrong(() -> payload.arg(0, int.class), "0", "argument 0: null cannot become int");
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void aRecordTakesKeywordsByNameElsePositions(MessageCodec<?, ?> codec, String name) {
		Map<String, Object> home = Map.of("x", 1L, "y", 2L);
		Person expected = new Person("Ada", 36, new Point(1, 2), Optional.empty());
		assertThat(
				receive(codec, List.of(), Map.of("name", "Ada", "years", 36L, "home", home)).<Person>as(Person.class))
			.isEqualTo(expected);
		assertThat(receive(codec, null, Map.of("name", "Ada", "years", 36L, "home", home)).<Person>as(Person.class))
			.isEqualTo(expected);
		assertThat(receive(codec, List.of("Ada", 36L, home)).<Person>as(Person.class)).isEqualTo(expected);
		assertThat(receive(codec, List.of("Ada", 36L, home), null).<Person>as(Person.class)).isEqualTo(expected);
		assertThat(receive(codec, List.of("Ada", 99L), Map.of("home", home, "years", 36L)).<Person>as(Person.class))
			.isEqualTo(expected);
		assertThat(receive(codec, List.of("Ada", 36L, home, "a@b", "surplus"), Map.of("unknown", 1L))
			.<Person>as(Person.class)).isEqualTo(new Person("Ada", 36, new Point(1, 2), Optional.of("a@b")));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void aMapTakesKeywordsAndAListTakesArguments(MessageCodec<?, ?> codec, String name) {
		Payload payload = receive(codec, List.of(1L, 2L), Map.of("k", 3L));
		assertThat(payload.<Object>as(Map.class)).isEqualTo(Map.of("k", 3));
		assertThat(payload.<Object>as(List.class)).isEqualTo(List.of(1, 2));
		assertThat(payload.<int[]>as(int[].class)).containsExactly(1, 2);
		assertThat(receive(codec, List.of(1L)).<Object>as(Map.class)).isEqualTo(Map.of());
		assertThat(receive(codec, List.of(1L), null).<Object>as(Map.class)).isEqualTo(Map.of());
		assertThat(receive(codec, null, Map.of("k", 3L)).<Object>as(List.class)).isEqualTo(List.of());
		assertThat(receive(codec, List.of(), Map.of("value", 3L)).<Bean>as(Bean.class).value).isEqualTo(3);
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void aWrongPartOfARecordIsNamed(MessageCodec<?, ?> codec, String name) {
		Payload payload = receive(codec, List.of(), Map.of("name", "Ada", "years", "secret"));
		assertWrong(() -> payload.as(Person.class), "years", "argument years cannot become a part of Person");
		assertWrong(() -> receive(codec, List.of("Ada", "secret")).as(Person.class), "years",
				"argument years cannot become a part of Person");
		assertWrong(() -> receive(codec, List.of("Ada")).as(Person.class), "years",
				"argument years cannot become a part of Person");
	}

	@Test
	void aNumberThatJavaCannotHoldFailsTyped() {
		byte[] json = Raw.text("[50,1,{},[\"Ada\"],{\"years\":1e99999999999}]");
		for (MessageCodec<?, ?> codec : List.of(Codecs.client(Serializer.JSON), Codecs.strictClient(Serializer.JSON))) {
			Payload payload = ((Result) Codecs.decode(codec, json)).payload();
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.as(Person.class));
			assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.value(Person.class));
		}
	}

	private static void assertWrong(ThrowingCallable read, @Nullable String position, String message) {
		assertThatExceptionOfType(PayloadException.class).isThrownBy(read).withMessage(message).satisfies((ex) -> {
			assertThat(ex.position()).isEqualTo(position);
			assertThat(ex.getMessage()).doesNotContain("secret");
		});
	}

	@ParameterizedTest
	@EnumSource
	void aBinaryStandsInPlaceOfArgumentsOnlyWhenEncrypted(Serializer serializer) {
		byte[] secret = { 1, 2, 3 };
		byte[] bytes = Codecs.router(serializer)
			.encode(new Result(1, Map.of("enc_algo", "cryptobox"), Payload.ofBinary(secret)));
		for (MessageCodec<?, ?> codec : List.of(Codecs.client(serializer), Codecs.strictClient(serializer))) {
			Payload payload = ((Result) Codecs.decode(codec, bytes)).payload();
			assertThat(payload).isEqualTo(Payload.ofBinary(secret));
			assertThat(payload.binary()).isEqualTo(secret);
			assertThatExceptionOfType(PayloadException.class).isThrownBy(payload::args);
		}
		byte[] plain = Codecs.router(serializer).encode(new Result(1, Map.of(), Payload.ofBinary(secret)));
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> Codecs.decode(Codecs.client(serializer), plain));
		byte[] args = Codecs.router(serializer)
			.encode(new Result(1, Map.of("enc_algo", "cryptobox"), Payload.of(List.of(secret), Map.of())));
		assertThat(((Result) Codecs.decode(Codecs.client(serializer), args)).payload().<byte[]>arg(0, byte[].class))
			.isEqualTo(secret);
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("codecs")
	void itsTextShowsNoData(MessageCodec<?, ?> codec, String name) {
		assertThat(receive(codec, List.of("secret"), Map.of("secret", 1L)).toString()).doesNotContain("secret")
			.contains(codec.serializer().name());
	}

}
