package io.wampspring.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.wampspring.message.Abort;
import io.wampspring.message.Call;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Hello;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Publish;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unregistered;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Unsubscribed;
import io.wampspring.message.WampMessage;
import io.wampspring.message.Welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which bytes are a message, and what is wrong with the others. */
class MessageCodecTests {

	private static byte[] encode(Serializer serializer, @Nullable Object... elements) {
		return WildEncoder.encode(serializer, 1, Arrays.asList(elements));
	}

	private static byte[] hex(String digits) {
		return HexFormat.of().parseHex(digits);
	}

	private static WampMessage router(String json) {
		return Codecs.decode(Codecs.router(Serializer.JSON), Raw.text(json));
	}

	private static MessageToClient client(String json) {
		return Codecs.decode(Codecs.client(Serializer.JSON), Raw.text(json));
	}

	private static MessageToClient strictClient(String json) {
		return Codecs.decode(Codecs.strictClient(Serializer.JSON), Raw.text(json));
	}

	private static void assertViolation(MessageCodec<?, ?> codec, byte[] bytes, String reason) {
		assertThatExceptionOfType(ProtocolViolationException.class).isThrownBy(() -> Codecs.decode(codec, bytes))
			.withMessageContaining(reason);
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-27")
	@Tag("R-10")
	void unknownTypesAreViolations(Serializer serializer) {
		for (long code : new long[] { 0, 7, 9, 15, 47, 51, 71, 99, 255, 1024, 1L << 53, Long.MAX_VALUE }) {
			byte[] bytes = encode(serializer, code, 1L);
			String reason = "unknown message type " + code;
			assertViolation(Codecs.router(serializer), bytes, reason);
			assertViolation(Codecs.client(serializer), bytes, reason);
			assertViolation(Codecs.strictClient(serializer), bytes, reason);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-28")
	void extensionTypesAreSkippedByALenientClient(Serializer serializer) {
		for (long code : new long[] { 256, 300, 337, 1023 }) {
			byte[] bytes = encode(serializer, code, "anything", List.of(1L));
			assertThat(Codecs.decode(Codecs.client(serializer), bytes)).isNull();
			assertViolation(Codecs.strictClient(serializer), bytes, "unknown message type " + code);
			assertViolation(Codecs.router(serializer), bytes, "unknown message type " + code);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-29")
	@Tag("R-10")
	void whatIsNotAListWithATypeIsNoMessage(Serializer serializer) {
		assertViolation(Codecs.client(serializer), encode(serializer), "message has only 0 elements");
		assertViolation(Codecs.router(serializer), encode(serializer), "message has only 0 elements");
		for (Object code : new Object[] { "36", 36.0, true, Map.of(), List.of(36L), -1L }) {
			assertViolation(Codecs.client(serializer), encode(serializer, code, 1L, 2L, Map.of()),
					"element 0 of message");
		}
		for (byte[] value : List.of(Raw.of(serializer).character('x'), Raw.of(serializer).emptyDict(),
				Raw.of(serializer).number(36))) {
			assertViolation(Codecs.client(serializer), value, "a message is a list, not");
			assertViolation(Codecs.router(serializer), value, "a message is a list, not");
		}
		assertViolation(Codecs.client(serializer), new byte[0], "a message is a list, not the end of the bytes");
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-29")
	void tooFewElementsAreViolations(Serializer serializer) {
		for (byte[] full : Corpus.shortest(serializer)) {
			WampMessage message = Codecs.decodeOnEverySide(serializer, full).get(0);
			List<@Nullable Object> elements = Elements.of(message).subList(0, message.type().minLength() - 1);
			byte[] bytes = WildEncoder.encode(serializer, 3, elements);
			for (MessageCodec<?, ?> codec : Codecs.all(serializer)) {
				assertThatExceptionOfType(ProtocolViolationException.class)
					.isThrownBy(() -> Codecs.decode(codec, bytes));
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-31")
	void surplusElementsAreIgnoredByALenientClientOnly(Serializer serializer) {
		byte[] event = encode(serializer, 36L, 1L, 2L, Map.of(), List.of(7L), Map.of("k", 8L), "surplus");
		Event lenient = (Event) Codecs.decode(Codecs.client(serializer), event);
		assertThat(lenient.payload().args()).isEqualTo(List.of(7));
		assertThat(lenient.payload().kwargs()).isEqualTo(Map.of("k", 8));
		assertViolation(Codecs.strictClient(serializer), event, "EVENT has more than 6 elements");
		byte[] subscribed = encode(serializer, 33L, 1L, 2L, "surplus", Map.of("a", List.of()));
		assertThat(Codecs.decode(Codecs.client(serializer), subscribed)).isEqualTo(new Subscribed(1, 2));
		assertViolation(Codecs.strictClient(serializer), subscribed, "SUBSCRIBED has more than 3 elements");
		byte[] call = encode(serializer, 48L, 1L, Map.of(), "x", List.of(), Map.of(), Map.of());
		assertViolation(Codecs.router(serializer), call, "CALL has more than 6 elements");
	}

	@Test
	@Tag("E-135")
	void binaryEncodersOfJavaScriptWriteLargeIdsAsFloats() {
		Unsubscribe message = new Unsubscribe(7, 4_503_599_627_370_497L);
		assertThat(Codecs.decode(Codecs.router(Serializer.CBOR), hex("83182207fb4330000000000001"))).isEqualTo(message);
		assertThat(Codecs.decode(Codecs.router(Serializer.MSGPACK), hex("932207cb4330000000000001")))
			.isEqualTo(message);
		for (String id : List.of("3ff8000000000000", "4340000000000001", "0000000000000000", "bff0000000000000",
				"7ff8000000000000", "7ff0000000000000")) {
			assertViolation(Codecs.router(Serializer.CBOR), hex("83182207fb" + id), "element 2 of UNSUBSCRIBE is");
			assertViolation(Codecs.router(Serializer.MSGPACK), hex("932207cb" + id), "element 2 of UNSUBSCRIBE is");
		}
		assertViolation(Codecs.router(Serializer.JSON), Raw.text("[34,7,4503599627370497.0]"),
				"element 2 of UNSUBSCRIBE is a float, not an integer");
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-32")
	@Tag("R-10")
	void wrongElementTypesAreNamed(Serializer serializer) {
		MessageCodec<?, ?> client = Codecs.client(serializer);
		assertViolation(client, encode(serializer, 36L, "1", 2L, Map.of()),
				"element 1 of EVENT is a string, not an integer");
		assertViolation(client, encode(serializer, 36L, 1L, 2.5, Map.of()),
				"element 2 of EVENT is a float, not an integer");
		assertViolation(client, encode(serializer, 36L, 1L, 2L, List.of()),
				"element 3 of EVENT is a list, not a dictionary");
		assertViolation(client, encode(serializer, 36L, 1L, 2L, (Object) null),
				"element 3 of EVENT is null, not a dictionary");
		assertViolation(client, encode(serializer, 36L, 1L, 2L, Map.of(), "args"),
				"element 4 of EVENT is a string, not a list");
		assertViolation(client, encode(serializer, 36L, 1L, 2L, Map.of(), Map.of()),
				"element 4 of EVENT is a dictionary, not a list");
		MessageCodec<?, ?> router = Codecs.router(serializer);
		assertViolation(router, encode(serializer, 48L, 1L, Map.of(), 5L),
				"element 3 of CALL is an integer, not a string");
		assertViolation(router, encode(serializer, 48L, 1L, Map.of(), "x", List.of(), List.of()),
				"element 5 of CALL is a list, not a dictionary");
		assertViolation(router, encode(serializer, 16L, 1L, Map.of("enc_algo", "cryptobox"), "x", "a1666e6f74696365"),
				"element 4 of PUBLISH is a string, not a list or, as enc_algo says, binary");
		assertViolation(router, encode(serializer, 1L, true, Map.of()),
				"element 1 of HELLO is a boolean, not a string");
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-5")
	void idsGoFromOneToTwoToThe53(Serializer serializer) {
		long most = 1L << 53;
		assertThat(Codecs.decode(Codecs.client(serializer), encode(serializer, 2L, most, Map.of())))
			.isEqualTo(new Welcome(most, Map.of()));
		for (Object id : new Object[] { 0L, -1L, most + 1, Long.MAX_VALUE, Long.MIN_VALUE,
				BigInteger.ONE.shiftLeft(63) }) {
			assertViolation(Codecs.client(serializer), encode(serializer, 2L, id, Map.of()),
					"element 1 of WELCOME is not a number from 1 to 9007199254740992");
		}
	}

	@Test
	@Tag("E-32")
	void keysOfOptionsAreStringsOnTheWire() {
		assertViolation(Codecs.router(Serializer.CBOR), Raw.hex("85183001" + "a10102" + "6178" + "80"), "not a string");
		assertViolation(Codecs.router(Serializer.CBOR), Raw.hex("84183001" + "a1616fa120f5" + "6178"), "not a string");
		assertViolation(Codecs.client(Serializer.CBOR), Raw.hex("84182401" + "02a101f5"), "not a string");
		assertViolation(Codecs.router(Serializer.MSGPACK), Raw.hex("943001" + "810102" + "a178"), "not a string");
		assertViolation(Codecs.client(Serializer.MSGPACK), Raw.hex("94240102" + "81a16f81d0ffc3"), "not a string");
	}

	@Test
	@Tag("E-32")
	void keysOfPayloadsMayBeIntegers() {
		Call cbor = (Call) Codecs.decode(Codecs.router(Serializer.CBOR),
				Raw.hex("86183001a06178" + "81a10102" + "a12003"));
		assertThat(cbor.payload().args()).isEqualTo(List.of(Map.of("1", 2)));
		assertThat(cbor.payload().kwargs()).isEqualTo(Map.of("-1", 3));
		Call msgPack = (Call) Codecs.decode(Codecs.router(Serializer.MSGPACK),
				Raw.hex("96300180a178" + "91810102" + "81ff03"));
		assertThat(msgPack.payload().args()).isEqualTo(List.of(Map.of("1", 2)));
		assertThat(msgPack.payload().kwargs()).isEqualTo(Map.of("-1", 3));
		byte[] json = Codecs.router(Serializer.JSON).encode(new Event(1, 2, Map.of(), msgPack.payload()));
		assertThat(json).asString().isEqualTo("[36,1,2,{},[{\"1\":2}],{\"-1\":3}]");
	}

	@Test
	void keysThatAreNeitherAreRefused() {
		assertViolation(Codecs.router(Serializer.CBOR), Raw.hex("85183001a06178" + "81a1f502"), "");
		assertViolation(Codecs.router(Serializer.MSGPACK), Raw.hex("95300180a178" + "9181c302"),
				"neither a string nor an integer");
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-30")
	void bytesBehindAMessageAreViolations(Serializer serializer) {
		byte[] event = encode(serializer, 33L, 1L, 2L);
		byte[] longer = Raw.join(event, Raw.of(serializer).number(1));
		for (MessageCodec<?, ?> codec : List.of(Codecs.client(serializer), Codecs.strictClient(serializer))) {
			assertThat(Codecs.decode(codec, event)).isEqualTo(new Subscribed(1, 2));
			assertThatExceptionOfType(ProtocolViolationException.class).isThrownBy(() -> Codecs.decode(codec, longer));
		}
		byte[] broken = Raw.join(event, Raw.hex((serializer == Serializer.CBOR) ? "61ff" : "ff"));
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> Codecs.decode(Codecs.client(serializer), broken));
		byte[] call = Raw.join(encode(serializer, 48L, 1L, Map.of(), "x", List.of()), Raw.of(serializer).emptyDict());
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> Codecs.decode(Codecs.router(serializer), call));
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-33")
	void anErrorNamesTheTypeOfItsRequest(Serializer serializer) {
		byte[] cancel = encode(serializer, 8L, 49L, 1L, Map.of(), "wamp.error.invalid_argument");
		ErrorMessage error = (ErrorMessage) Codecs.decode(Codecs.client(serializer), cancel);
		assertThat(error.requestType()).isEqualTo(MessageType.CANCEL);
		byte[] unknown = encode(serializer, 8L, 99L, 1L, Map.of(), "wamp.error.invalid_argument");
		assertViolation(Codecs.client(serializer), unknown, "unknown message type 99");
	}

	@Test
	@Tag("E-7")
	void abortHasThreeToFiveElements() {
		assertThat(client("[3,{},\"x\"]")).isEqualTo(new Abort(Map.of(), "x", Payload.EMPTY));
		assertThat(((Abort) client("[3,{},\"x\",[1]]")).payload().args()).isEqualTo(List.of(1));
		Abort five = (Abort) client("[3,{\"message\":\"m\"},\"x\",[1],{\"k\":2}]");
		assertThat(five.details()).isEqualTo(Map.of("message", "m"));
		assertThat(five.payload().kwargs()).isEqualTo(Map.of("k", 2));
	}

	@Test
	void optionalElementsMayBeAbsent() {
		assertThat(client("[67,0,{\"registration\":5}]")).isEqualTo(new Unregistered(0, Map.of("registration", 5L)));
		assertThat(client("[35,7]")).isEqualTo(new Unsubscribed(7));
		assertThat(router("[34,1,2]")).isEqualTo(new Unsubscribe(1, 2));
		assertThat(router("[34,1,2,{\"x\":1}]")).isEqualTo(new Unsubscribe(1, 2, Map.of("x", 1L)));
	}

	@Test
	void aMessageOfTheOtherDirectionIsAViolation() {
		assertViolation(Codecs.client(Serializer.JSON), Raw.text("[1,\"realm1\",{}]"),
				"HELLO is not a message that a client receives");
		assertViolation(Codecs.router(Serializer.JSON), Raw.text("[2,1,{}]"),
				"WELCOME is not a message that a router receives");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "nul", "{}", "[36,1,2,{}", "[36,1,2,{},]", "[36 1 2 {}]", "[36,1,2,{'a':1}]",
			"[36,1,2,{\"a\":01}]", "[36,1,2,{\"a\":NaN}]", "[36,1,2,{/*c*/}]", "[036,1,2,{}]", "[36,1,2,{\"a\":+1}]",
			"\ufeff[36,1,2,{}]", "[36,1,2,{}]]", "[36,1,2,{\"a\":\"\u0001\"}]" })
	@Tag("E-30")
	void whatIsNotJsonIsAViolation(String text) {
		assertThatExceptionOfType(ProtocolViolationException.class).isThrownBy(() -> client(text));
		assertThatExceptionOfType(ProtocolViolationException.class).isThrownBy(() -> strictClient(text));
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-30")
	void aBrokenPayloadConcernsALenientClientWhenItIsRead(Serializer serializer) {
		byte[] whole = encode(serializer, 36L, 1L, 2L, Map.of(), List.of("a", List.of("b"), "cdefgh"));
		byte[] cut = Arrays.copyOf(whole, whole.length - 6);
		Event event = (Event) Codecs.decode(Codecs.client(serializer), cut);
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> event.payload().args());
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> event.payload().kwargs())
			.withMessageContaining("not valid " + serializer);
		assertThat(event.payload().isEmpty()).isFalse();
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> Codecs.decode(Codecs.strictClient(serializer), cut));
	}

	@ParameterizedTest
	@EnumSource
	void dictionariesHoldPlainValues(Serializer serializer) {
		Map<String, Object> options = new LinkedHashMap<>();
		options.put("text", "é\u0000");
		options.put("int", 5L);
		options.put("long", 1L << 60);
		options.put("big", BigInteger.ONE.shiftLeft(63));
		options.put("float", 0.25);
		options.put("true", true);
		options.put("bytes", new byte[] { 0, 1, -1 });
		options.put("list", List.of(1L, List.of(), Map.of("a", "b")));
		byte[] bytes = Codecs.client(serializer).encode(new Hello("realm1", options));
		Hello hello = (Hello) Codecs.decode(Codecs.router(serializer), bytes);
		assertThat(Elements.plain(hello.details())).isEqualTo(Elements.plain(options));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> hello.details().put("a", "b"));
	}

	@Test
	void dictionariesMayHoldNullAndDecimals() {
		Hello hello = (Hello) router("[1,\"r\",{\"a\":null,\"b\":1e400,\"c\":[null]}]");
		assertThat(hello.details()).containsEntry("a", null).containsEntry("b", Double.POSITIVE_INFINITY);
		byte[] cbor = Codecs.client(Serializer.CBOR)
			.encode(new Hello("r", Map.of("d", new BigDecimal("1.000000000000000000000001"))));
		assertThat(((Hello) Codecs.decode(Codecs.router(Serializer.CBOR), cbor)).details())
			.isEqualTo(Map.of("d", new BigDecimal("1.000000000000000000000001")));
	}

	@Test
	void ofAKeyThatOccursTwiceTheLastCounts() {
		Publish publish = (Publish) router("[16,1,{\"a\":1,\"a\":2},\"x\",[],{\"k\":3,\"k\":4}]");
		assertThat(publish.options()).isEqualTo(Map.of("a", 2L));
		assertThat(publish.payload().kwargs()).isEqualTo(Map.of("k", 4));
		assertThat(publish.payload().<Integer>kwarg("k", int.class)).isEqualTo(4);
	}

	@Test
	void whatIsNoPlainValueCannotBeAnOption() {
		Hello hello = new Hello("r", Map.of("x", new Object()));
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> Codecs.client(Serializer.JSON).encode(hello))
			.withMessageContaining("java.lang.Object");
	}

	@ParameterizedTest
	@EnumSource
	void messagesLargerThanTheLimitAreNeitherReceivedNorSent(Serializer serializer) {
		CodecLimits limits = CodecLimits.defaults().withMessageSize(100);
		MessageCodec<?, ?> router = MessageCodec.forRouter(serializer, Codecs.MAPPING, limits);
		byte[] large = encode(serializer, 48L, 1L, Map.of(), "x", List.of("a".repeat(100)));
		assertViolation(router, large, "a message of " + large.length + " bytes, more than the limit of 100 bytes");
		MessageCodec<?, ?> client = MessageCodec.forClient(serializer, Codecs.MAPPING, limits, ProtocolMode.LENIENT);
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> client.encode(List.of("a".repeat(100)), Map.of()))
			.withMessageContaining("limit of 100 bytes");
		Payload fits = client.encode(List.of("a".repeat(90)), Map.of());
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> MessageCodec.forClient(serializer, Codecs.MAPPING, limits, ProtocolMode.LENIENT)
				.encode(new Call(1, Map.of(), "com.example.long", fits)))
			.withMessageContaining("limit of 100 bytes");
	}

	@ParameterizedTest
	@CsvSource({ "CBOR, wamp.2.cbor, 3, true", "MSGPACK, wamp.2.msgpack, 2, true", "JSON, wamp.2.json, 1, false" })
	void serializersHaveNamesAndNumbers(Serializer serializer, String subprotocol, int id, boolean binary) {
		assertThat(serializer.subprotocol()).isEqualTo(subprotocol);
		assertThat(serializer.rawSocketId()).isEqualTo(id);
		assertThat(serializer.isBinary()).isEqualTo(binary);
		assertThat(Serializer.ofSubprotocol(subprotocol)).contains(serializer);
		assertThat(Serializer.ofRawSocketId(id)).contains(serializer);
		assertThat(Serializer.ofSubprotocol("wamp.2.flatbuffers")).isEmpty();
		assertThat(Serializer.ofRawSocketId(7)).isEmpty();
		assertThat(Codecs.router(serializer).serializer()).isEqualTo(serializer);
	}

}
