package io.wampspring.codec;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.wampspring.message.Hello;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Bytes in JSON: a string of U+0000 and Base64. */
class BinaryInJsonTests {

	private static final byte[] BYTES = { 0, 1, -1, 63, -128 };

	private static final String ENCODED = "\\u0000AAH/P4A=";

	record Blob(String name, byte[] data) {

	}

	private static Payload receive(MessageCodec<?, ?> codec, String elements) {
		return ((Result) Codecs.decode(codec, Raw.text("[50,1,{}," + elements + "]"))).payload();
	}

	@Test
	@Tag("E-134")
	void bytesArriveInArgsKwargsAndInside() {
		for (MessageCodec<?, ?> codec : List.of(Codecs.client(Serializer.JSON), Codecs.strictClient(Serializer.JSON))) {
			Payload payload = receive(codec, "[\"" + ENCODED + "\",[{\"a\":\"" + ENCODED + "\"}],\"\\u0000\"],{\"k\":\""
					+ ENCODED + "\",\"blob\":{\"name\":\"n\",\"data\":\"" + ENCODED + "\"}}");
			assertThat(payload.<byte[]>arg(0, byte[].class)).isEqualTo(BYTES);
			assertThat(payload.<ByteBuffer>arg(0, ByteBuffer.class)).isEqualTo(ByteBuffer.wrap(BYTES));
			assertThat(payload.<Object>arg(0, Object.class)).isEqualTo(BYTES);
			assertThat(payload.<JsonNode>arg(1, JsonNode.class).get(0).get("a").binaryValue()).isEqualTo(BYTES);
			assertThat(payload.<JsonNode>arg(0, JsonNode.class).isBinary()).isTrue();
			assertThat(Elements.plain(payload.args())).isEqualTo(List.of(ByteBuffer.wrap(BYTES),
					List.of(Map.of("a", ByteBuffer.wrap(BYTES))), ByteBuffer.wrap(new byte[0])));
			assertThat(payload.<byte[]>kwarg("k", byte[].class)).isEqualTo(BYTES);
			assertThat(payload.<Blob>kwarg("blob", Blob.class).data()).isEqualTo(BYTES);
		}
	}

	@Test
	@Tag("E-134")
	void bytesAreSentInArgsKwargsAndInside() {
		Payload payload = Codecs.client(Serializer.JSON)
			.encode(List.of(BYTES, List.of(Map.of("a", ByteBuffer.wrap(BYTES)))), Map.of("b", new Blob("n", BYTES)));
		byte[] json = Codecs.router(Serializer.JSON).encode(new Result(1, Map.of(), payload));
		assertThat(json).asString()
			.isEqualTo("[50,1,{},[\"" + ENCODED + "\",[{\"a\":\"" + ENCODED + "\"}]],{\"b\":{\"name\":\"n\",\"data\":\""
					+ ENCODED + "\"}}]");
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-134")
	void bytesCrossEverySerializer(Serializer to) {
		Payload json = receive(Codecs.strictClient(Serializer.JSON),
				"[\"" + ENCODED + "\",{\"a\":[\"" + ENCODED + "\"]}],{\"k\":\"" + ENCODED + "\"}");
		byte[] bytes = Codecs.router(to).encode(new Result(1, Map.of(), json));
		Payload other = ((Result) Codecs.decode(Codecs.strictClient(to), bytes)).payload();
		assertThat(Elements.plain(other.args())).isEqualTo(Elements.plain(json.args()));
		assertThat(Elements.plain(other.kwargs())).isEqualTo(Elements.plain(json.kwargs()));
		byte[] back = Codecs.router(Serializer.JSON).encode(new Result(1, Map.of(), other));
		assertThat(back).asString().contains("[\"" + ENCODED + "\",{\"a\":[\"" + ENCODED + "\"]}]");
	}

	@Test
	@Tag("E-134")
	void bytesInDictionariesAreBytes() {
		byte[] json = Codecs.client(Serializer.JSON).encode(new Hello("r", Map.of("b", BYTES)));
		assertThat(json).asString().isEqualTo("[1,\"r\",{\"b\":\"" + ENCODED + "\"}]");
		Hello hello = (Hello) Codecs.decode(Codecs.router(Serializer.JSON), json);
		assertThat(hello.details().get("b")).isEqualTo(BYTES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000!", "\\u0000A", "\\u0000AAH\\nP4A=", "\\u0000é", "\\u0000AAH_P4A=" })
	@Tag("E-134")
	void whatIsNotBase64IsAStringUnlessStrict(String text) {
		Payload payload = receive(Codecs.client(Serializer.JSON), "[\"" + text + "\"]");
		assertThat(payload.<String>arg(0, String.class)).startsWith("\0").hasSizeGreaterThan(1);
		assertThat(payload.args()).containsExactly(payload.<String>arg(0, String.class));
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> receive(Codecs.strictClient(Serializer.JSON), "[\"" + text + "\"]"))
			.withMessageContaining("U+0000 is not followed by Base64");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000AAH\\/P4A=", "\\u0000AAH/P4\\u0041=", "\\u0000AAH\\u002fP4A=", "\\u0000AAH/P4A" })
	@Tag("E-134")
	void base64MayBeEscaped(String text) {
		Payload payload = receive(Codecs.strictClient(Serializer.JSON), "[\"" + text + "\"]");
		assertThat(payload.<byte[]>arg(0, byte[].class)).isEqualTo(BYTES);
	}

	@Test
	void aKeyIsNeverBinary() {
		Payload payload = receive(Codecs.strictClient(Serializer.JSON), "[{\"\\u0000!\" : 1}],{\"\\u0000AAH/\":2}");
		assertThat(payload.args()).isEqualTo(List.of(Map.of("\0!", 1)));
		assertThat(payload.kwargs()).isEqualTo(Map.of("\0AAH/", 2));
	}

	@Test
	@Tag("E-135")
	void nulElsewhereIsText() {
		Payload payload = receive(Codecs.strictClient(Serializer.JSON),
				"[\"a\\u0000!\",\"\\\"\\u0000!\",\"\\\\\\u0000!\"]");
		assertThat(payload.args()).containsExactly("a\0!", "\"\0!", "\\\0!");
	}

	@Test
	void aTextThatWouldBeBinaryCannotBeSentInJson() {
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> Codecs.client(Serializer.JSON).encode(List.of("a", "\0AAAA"), Map.of()))
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo("1"));
		byte[] cbor = Codecs.router(Serializer.CBOR).encode(new Result(1, Map.of(), Payload.of("\0AAAA")));
		Payload payload = ((Result) Codecs.decode(Codecs.client(Serializer.CBOR), cbor)).payload();
		assertThat(payload.args()).containsExactly("\0AAAA");
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> Codecs.router(Serializer.JSON).encode(new Result(1, Map.of(), payload)))
			.withMessageContaining("U+0000");
	}

	@Test
	void binaryWhereTextIsWantedIsWrong() {
		Payload payload = receive(Codecs.client(Serializer.JSON), "[\"" + ENCODED + "\"]");
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> payload.arg(0, int.class))
			.withMessage("argument 0: binary cannot become int");
	}

}
