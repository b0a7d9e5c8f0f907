package io.wampspring.codec;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ImmutableValue;
import org.msgpack.value.Value;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import io.wampspring.message.Payload;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Our MessagePack against msgpack-core, an implementation that shares nothing with it.
 */
class MsgPackOracleTests {

	private static final int TREES = 2000;

	private static final MsgPackFormat FORMAT = new MsgPackFormat(CodecLimits.defaults());

	private static byte[] write(@Nullable Object value) {
		Payload payload = Codecs.client(Serializer.MSGPACK).encode(Arrays.asList(value), Map.of());
		Slice args = ((EncodedPayload) payload).parts().args();
		// behind the header of the list of arguments
		return Arrays.copyOfRange(args.bytes(), args.from() + 1, args.to());
	}

	private static @Nullable Object read(byte[] value) {
		byte[] result = Raw.of(Serializer.MSGPACK).result(Raw.join(Raw.hex("91"), value));
		return ((Result) Codecs.decode(Codecs.strictClient(Serializer.MSGPACK), result)).payload().args().get(0);
	}

	@Test
	void whatWeWriteIsWhatTheOracleWrites() throws IOException {
		for (int seed = 0; seed < TREES; seed++) {
			Object tree = new RandomValues(seed, true).value(4);
			assertThat(write(tree)).isEqualTo(pack(tree));
		}
	}

	@Test
	void whatTheOracleWritesWeRead() throws IOException {
		for (int seed = 0; seed < TREES; seed++) {
			Object tree = new RandomValues(seed, true).value(4);
			assertThat(Elements.plain(read(pack(tree)))).isEqualTo(Elements.plain(tree));
		}
	}

	@Test
	void whatTheOracleReadsIsWhatWeWrote() throws IOException {
		for (int seed = 0; seed < TREES; seed++) {
			Object tree = new RandomValues(seed, true).value(4);
			try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(write(tree))) {
				ImmutableValue value = unpacker.unpackValue();
				assertThat(unpacker.hasNext()).isFalse();
				assertThat(pack(plain(value))).isEqualTo(pack(tree));
			}
		}
	}

	@Test
	void everyHeaderThatALengthMayHaveIsShortest() throws IOException {
		for (int size : new int[] { 0, 1, 15, 16, 17, 31, 32, 33, 255, 256, 257, 65535, 65536, 65537 }) {
			String text = "x".repeat(size);
			byte[] bytes = new byte[size];
			List<Integer> list = new ArrayList<>();
			Map<String, Object> map = new LinkedHashMap<>();
			for (int i = 0; i < size; i++) {
				list.add(i);
				map.put("k" + i, null);
			}
			for (Object value : List.of(text, bytes, list, map, List.of(list, list), List.of(map, "tail"))) {
				byte[] written = write(value);
				assertThat(written).isEqualTo(pack(value));
				assertThat(Elements.plain(read(written))).isEqualTo(Elements.plain(value));
			}
		}
	}

	/**
	 * A container whose size its writer does not know, or says wrongly, as filters do.
	 */
	@Test
	void headersAreMendedWhenAContainerEnds() throws IOException {
		for (int expected : new int[] { 0, 15, 16, 65535, 65536 }) {
			for (int size : new int[] { 0, 15, 16, 65535, 65536 }) {
				ByteSink out = new ByteSink(16, 1 << 20);
				try (MsgPackGenerator generator = (MsgPackGenerator) FORMAT.generator(ObjectWriteContext.empty(),
						out)) {
					generator.writeStartArray(null, expected);
					for (int i = 0; i < size; i++) {
						generator.writeNumber(i & 0x7F);
					}
					generator.writeEndArray();
				}
				List<Integer> list = new ArrayList<>();
				for (int i = 0; i < size; i++) {
					list.add(i & 0x7F);
				}
				assertThat(out.toByteArray()).isEqualTo(pack(list));
			}
		}
	}

	@Test
	void everyFormOfANumberIsRead() {
		Map<String, Object> forms = new LinkedHashMap<>();
		forms.put("00", 0);
		forms.put("7f", 127);
		forms.put("e0", -32);
		forms.put("ff", -1);
		forms.put("cc80", 128);
		forms.put("ccff", 255);
		forms.put("cdffff", 65535);
		forms.put("ceffffffff", 4294967295L);
		forms.put("cf7fffffffffffffff", Long.MAX_VALUE);
		forms.put("cfffffffffffffffff", new BigInteger("18446744073709551615"));
		forms.put("d080", -128);
		forms.put("d18000", -32768);
		forms.put("d280000000", Integer.MIN_VALUE);
		forms.put("d38000000000000000", Long.MIN_VALUE);
		forms.put("ca3f000000", 0.5f);
		forms.put("cb3fe0000000000000", 0.5);
		forms.put("c0", null);
		forms.put("c2", false);
		forms.put("c3", true);
		forms.forEach((hex, value) -> assertThat(read(Raw.hex(hex))).as(hex).isEqualTo(value));
	}

	@Test
	void extensionsAndTheUnusedCodeAreRefused() {
		for (String hex : List.of("c1", "d4ff00", "d5ff0000", "d6ff5f000000", "d7ff5f00000000000000", "c70100ff",
				"c8000100ff", "c90000000100ff")) {
			try (JsonParser parser = FORMAT.parser(ObjectReadContext.empty(), slice(hex))) {
				assertThatExceptionOfType(StreamReadException.class).isThrownBy(parser::nextToken);
			}
		}
	}

	private static Slice slice(String hex) {
		byte[] bytes = Raw.hex(hex);
		return new Slice(bytes, 0, bytes.length);
	}

	@Test
	void theParserAnswersAsJacksonExpects() {
		try (JsonParser parser = FORMAT.parser(ObjectReadContext.empty(), slice("82a16107a1628302c401ffa3656e64"))) {
			assertThat(parser.currentToken()).isNull();
			assertThat(parser.getString()).isNull();
			assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
			assertThat(parser.getEmbeddedObject()).isNull();
			assertThat(parser.nextName()).isEqualTo("a");
			assertThat(parser.getString()).isEqualTo("a");
			assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
			assertThat(parser.currentName()).isEqualTo("a");
			assertThat(parser.getNumberType()).isEqualTo(JsonParser.NumberType.INT);
			assertThat(parser.getString()).isEqualTo("7");
			assertThat(parser.getValueAsLong()).isEqualTo(7);
			assertThat(parser.nextName()).isEqualTo("b");
			assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
			assertThat(parser.currentName()).isEqualTo("b");
			assertThat(parser.streamReadContext().pathAsPointer().toString()).isEqualTo("/b");
			assertThat(parser.currentTokenLocation().getByteOffset()).isEqualTo(6);
			assertThat(parser.nextName()).isEqualTo("2");
			assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_EMBEDDED_OBJECT);
			assertThat(parser.getBinaryValue()).containsExactly(0xFF);
			StringWriter text = new StringWriter();
			assertThat(parser.nextName()).isEqualTo("end");
			assertThat(parser.getString(text)).isEqualTo(3);
			assertThat(text).hasToString("end");
			assertThat(parser.getStringCharacters()).containsExactly('e', 'n', 'd');
			assertThat(parser.getStringLength()).isEqualTo(3);
		}
	}

	@Test
	void theGeneratorRefusesWhatHasNoOrder() {
		ByteSink out = new ByteSink(16, 1000);
		try (MsgPackGenerator generator = (MsgPackGenerator) FORMAT.generator(ObjectWriteContext.empty(), out)) {
			assertThatExceptionOfType(StreamWriteException.class).isThrownBy(generator::writeEndArray);
			assertThatExceptionOfType(StreamWriteException.class).isThrownBy(generator::writeEndObject);
			assertThatExceptionOfType(StreamWriteException.class).isThrownBy(() -> generator.writeName("a"));
			generator.writeStartObject();
			assertThatExceptionOfType(StreamWriteException.class).isThrownBy(() -> generator.writeNumber(1));
			assertThatExceptionOfType(StreamWriteException.class).isThrownBy(() -> generator.writeRaw("x"));
			assertThatExceptionOfType(StreamWriteException.class).isThrownBy(generator::writeEndArray);
			assertThat(generator.streamWriteContext().inObject()).isTrue();
			generator.writeName("a").writeUTF8String("é".getBytes(StandardCharsets.UTF_8), 0, 2).writeEndObject();
		}
		assertThat(out.toByteArray()).isEqualTo(Raw.hex("81a161a2c3a9"));
	}

	/**
	 * A tree of the mapper goes through {@code TokenBuffer}, which asks a parser for more
	 * than others do.
	 */
	@Test
	void treesAndMixedTypesAreRead() {
		ObjectMapper mapper = JsonMapper.builder().build();
		for (int seed = 0; seed < 200; seed++) {
			Object tree = new RandomValues(seed).value(4);
			byte[] result = Raw.of(Serializer.MSGPACK).result(Raw.join(Raw.hex("91"), write(tree)));
			Payload payload = ((Result) Codecs.decode(Codecs.client(Serializer.MSGPACK), result)).payload();
			assertThat(payload.<Object>arg(0, JsonNode.class)).as("seed " + seed)
				.hasToString(mapper.valueToTree(tree).toString());
		}
	}

	private static byte[] pack(@Nullable Object value) throws IOException {
		try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
			pack(packer, value);
			return packer.toByteArray();
		}
	}

	private static void pack(MessagePacker packer, @Nullable Object value) throws IOException {
		if (value == null) {
			packer.packNil();
		}
		else if (value instanceof Boolean bool) {
			packer.packBoolean(bool);
		}
		else if (value instanceof Number number) {
			packNumber(packer, number);
		}
		else if (value instanceof String text) {
			packer.packString(text);
		}
		else if (value instanceof byte[] bytes) {
			packer.packBinaryHeader(bytes.length).writePayload(bytes);
		}
		else if (value instanceof List<?> list) {
			packer.packArrayHeader(list.size());
			for (Object item : list) {
				pack(packer, item);
			}
		}
		else if (value instanceof Map<?, ?> map) {
			packer.packMapHeader(map.size());
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				pack(packer, entry.getKey());
				pack(packer, entry.getValue());
			}
		}
	}

	private static void packNumber(MessagePacker packer, Number number) throws IOException {
		if (number instanceof Double) {
			packer.packDouble(number.doubleValue());
		}
		else if (number instanceof BigInteger big) {
			packer.packBigInteger(big);
		}
		else {
			packer.packLong(number.longValue());
		}
	}

	private static @Nullable Object plain(Value value) {
		return switch (value.getValueType()) {
			case NIL -> null;
			case BOOLEAN -> value.asBooleanValue().getBoolean();
			case INTEGER -> value.asIntegerValue().toBigInteger();
			case FLOAT -> value.asFloatValue().toDouble();
			case STRING -> value.asStringValue().asString();
			case BINARY -> value.asBinaryValue().asByteArray();
			case ARRAY -> {
				List<@Nullable Object> list = new ArrayList<>();
				value.asArrayValue().forEach((item) -> list.add(plain(item)));
				yield list;
			}
			case MAP -> {
				Map<Object, @Nullable Object> map = new LinkedHashMap<>();
				value.asMapValue()
					.entrySet()
					.forEach((entry) -> map.put(entry.getKey().asStringValue().asString(), plain(entry.getValue())));
				yield map;
			}
			case EXTENSION -> throw new IllegalArgumentException("Nobody wrote an extension");
		};
	}

}
