package io.wampspring.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Text is whole characters in UTF-8, also where nobody reads it. */
class TextTests {

	/** Overlong forms, surrogates, beyond Unicode, broken and lonely bytes. */
	private static final List<String> INVALID = List.of("c080", "e08080", "e0809f", "f0808080", "eda080", "edbfbf",
			"f4908080", "f5808080", "c3", "c328", "e282", "e28228", "f09f98", "f09f9828", "80", "bf", "fe", "ff",
			"61c3", "c061");

	private static byte[] string(Serializer serializer, byte[] text) {
		return switch (serializer) {
			case JSON -> Raw.join(Raw.text("\""), text, Raw.text("\""));
			case CBOR -> Raw.join(new byte[] { (byte) (0x60 + text.length) }, text);
			case MSGPACK -> Raw.join(new byte[] { (byte) (0xA0 + text.length) }, text);
		};
	}

	private static byte[] listOf(Serializer serializer, byte[] value) {
		return switch (serializer) {
			case JSON -> Raw.join(Raw.text("["), value, Raw.text("]"));
			case CBOR -> Raw.join(Raw.hex("81"), value);
			case MSGPACK -> Raw.join(Raw.hex("91"), value);
		};
	}

	private static byte[] dictOf(Serializer serializer, byte[] key) {
		return switch (serializer) {
			case JSON -> Raw.join(Raw.text("{"), key, Raw.text(":1}"));
			case CBOR -> Raw.join(Raw.hex("a1"), key, Raw.hex("01"));
			case MSGPACK -> Raw.join(Raw.hex("81"), key, Raw.hex("01"));
		};
	}

	@ParameterizedTest
	@EnumSource
	@Tag("R-10")
	void invalidTextIsAViolationWhereAllIsChecked(Serializer serializer) {
		for (String hex : INVALID) {
			byte[] text = string(serializer, Raw.hex(hex));
			for (byte[] value : List.of(listOf(serializer, text), listOf(serializer, dictOf(serializer, text)))) {
				assertViolation(Codecs.router(serializer), Raw.of(serializer).call(value));
				assertViolation(Codecs.strictClient(serializer), Raw.of(serializer).result(value));
			}
			assertViolation(Codecs.router(serializer), Raw.of(serializer).callWithOption(text));
			assertViolation(Codecs.router(serializer), Raw.of(serializer).callWithOption(dictOf(serializer, text)));
		}
	}

	private static void assertViolation(MessageCodec<?, ?> codec, byte[] bytes) {
		assertThatExceptionOfType(ProtocolViolationException.class).isThrownBy(() -> Codecs.decode(codec, bytes));
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-30")
	void aLenientClientNeverShowsInvalidText(Serializer serializer) {
		for (String hex : INVALID) {
			byte[] text = string(serializer, Raw.hex(hex));
			for (byte[] value : List.of(listOf(serializer, text), listOf(serializer, dictOf(serializer, text)))) {
				Payload payload = ((Result) Codecs.decode(Codecs.client(serializer), Raw.of(serializer).result(value)))
					.payload();
				assertThatExceptionOfType(PayloadException.class).as(hex).isThrownBy(payload::args);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-135")
	@Tag("R-40")
	void everyKindOfCharacterSurvives(Serializer from) {
		String text = "a\u007f\u0080é\u07ff\u0800€\ud7ff\ue000\ufffd\uffff😀\udbff\udfff\u0001\"\\/\n\0x";
		Payload sent = Codecs.client(from).encode(List.of(text, text.repeat(50)), Map.of(text, text));
		for (Serializer to : Serializer.values()) {
			byte[] bytes = Codecs.router(to).encode(new Result(1, Map.of(), sent));
			Payload received = ((Result) Codecs.decode(Codecs.strictClient(to), bytes)).payload();
			assertThat(received.args()).containsExactly(text, text.repeat(50));
			assertThat(received.kwargs()).isEqualTo(Map.of(text, text));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\ud800", "\\uDBFF!", "\\udc00", "\\ud800\\ud800", "\\ud83d\\u0041", "\\ud83d\\\\ude00",
			"x\\uDE00\\uD83D" })
	void halfAPairInAnEscapeIsNoCharacter(String escape) {
		byte[] text = Raw.text("\"" + escape + "\"");
		assertViolation(Codecs.router(Serializer.JSON), Raw.of(Serializer.JSON).call(listOf(Serializer.JSON, text)));
		assertViolation(Codecs.router(Serializer.JSON), Raw.of(Serializer.JSON).callWithOption(text));
		Payload payload = ((Result) Codecs.decode(Codecs.client(Serializer.JSON),
				Raw.of(Serializer.JSON).result(listOf(Serializer.JSON, text))))
			.payload();
		assertThatExceptionOfType(PayloadException.class).isThrownBy(payload::args)
			.withMessageContaining("half a surrogate pair");
	}

	@Test
	void pairsAndBackslashesAreNotConfused() {
		byte[] text = Raw.text("[\"\\ud83d\\ude00\",\"\\\\ud800\",\"12345678\\\\\\\\uDC00\",\"\\\\\\ud83d\\ude00\"]");
		Payload payload = ((Result) Codecs.decode(Codecs.strictClient(Serializer.JSON),
				Raw.of(Serializer.JSON).result(text)))
			.payload();
		assertThat(payload.args()).containsExactly("😀", "\\ud800", "12345678\\\\uDC00", "\\😀");
	}

	@ParameterizedTest
	@EnumSource
	void halfAPairCannotBeSent(Serializer serializer) {
		for (String text : List.of("\ud800", "a\udc00", "\ud83dx", "\ude00\ud83d", "a".repeat(5000) + "\ud800")) {
			assertThatExceptionOfType(PayloadException.class).as(serializer + " " + text.length())
				.isThrownBy(() -> Codecs.client(serializer).encode(List.of("ok", text), Map.of()))
				.satisfies((ex) -> assertThat(ex.position()).isEqualTo("1"));
			assertThatExceptionOfType(PayloadException.class)
				.isThrownBy(() -> Codecs.client(serializer).encode(List.of(Map.of(text, 1)), Map.of()));
		}
	}

	@Test
	void chunksOfTextAreWholeCharacters() {
		byte[] whole = Raw.hex("84183201a081" + "7f" + "61" + "61" + "62" + "c3a9" + "ff");
		assertThat(((Result) Codecs.decode(Codecs.strictClient(Serializer.CBOR), whole)).payload().args())
			.containsExactly("aé");
		assertViolation(Codecs.strictClient(Serializer.CBOR), Raw.hex("84183201a081" + "7f" + "61c3" + "61a9" + "ff"));
	}

	@Test
	void referencesToOtherStringsAreRefused() {
		assertViolation(Codecs.router(Serializer.CBOR),
				Raw.hex("d90100" + "85183001a06178" + "82" + "6361616" + "1d81900"));
		assertViolation(Codecs.router(Serializer.CBOR), Raw.hex("85183001a06178" + "81d90100" + "81" + "63616161"));
		assertViolation(Codecs.router(Serializer.CBOR), Raw.hex("85183001a06178" + "81d81900"));
	}

	@Test
	void aCountOfElementsThatCannotBeIsNotTakenForAnOpenList() {
		for (String hex : List.of("819a80000000ff", "81ba80000000ff", "819affffffff01ff", "81bb7fffffffffffffffff")) {
			assertViolation(Codecs.router(Serializer.CBOR), Raw.of(Serializer.CBOR).call(Raw.hex(hex)));
		}
		assertViolation(Codecs.router(Serializer.CBOR), Raw.hex("9ac7000085" + "183001a06178" + "ff"));
		assertViolation(Codecs.client(Serializer.CBOR), Raw.hex("9ac7000085" + "18210102" + "ff"));
	}

	@Test
	void tagsOfNumbersHoldNumbers() {
		for (String hex : List.of("c2f6", "c36161", "c401", "c48101", "c580", "c1c1c1c1c1c1c1c1c100", "f818", "f0")) {
			byte[] value = Raw.hex("81" + hex);
			assertViolation(Codecs.router(Serializer.CBOR), Raw.of(Serializer.CBOR).call(value));
		}
		for (String hex : List.of("9fc0ff", "9f01d8ffff", "bfc1ff", "81c0", "01ca")) {
			assertViolation(Codecs.router(Serializer.CBOR), Raw.of(Serializer.CBOR).call(Raw.hex(hex)));
		}
		assertViolation(Codecs.router(Serializer.CBOR), Raw.hex("84183001a06178" + "ca"));
		assertViolation(Codecs.client(Serializer.CBOR), Raw.hex("83182101" + "02" + "ca"));
		byte[] date = Raw.hex("81c1" + "1a5f000000");
		assertThat(Codecs.decode(Codecs.router(Serializer.CBOR), Raw.of(Serializer.CBOR).call(date))).isNotNull();
	}

	@Test
	void utf8AgreesWithTheJdk() {
		RandomValues random = new RandomValues(7);
		for (int i = 0; i < 20_000; i++) {
			byte[] bytes = random.string().getBytes(StandardCharsets.UTF_8);
			for (int damage = random.below(3); damage > 0 && bytes.length > 0; damage--) {
				bytes[random.below(bytes.length)] = (byte) random.below(256);
			}
			assertThat(Utf8.isValid(bytes, 0, bytes.length)).isEqualTo(isValid(bytes));
		}
		INVALID.forEach((hex) -> assertThat(isValid(Raw.hex(hex))).isFalse());
	}

	private static boolean isValid(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
