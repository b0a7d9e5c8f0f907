package io.wampspring.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

import io.wampspring.message.Subscribe;

import static org.assertj.core.api.Assertions.assertThat;

/** Heads are written without a generator: they must look as those of other encoders. */
class ElementWriterTests {

	private static final List<Long> IDS = List.of(0L, 1L, 23L, 24L, 127L, 128L, 255L, 256L, 65535L, 65536L, 4294967295L,
			4294967296L, 1L << 53);

	private static final List<String> TEXTS = List.of("", "a", "com.example.topic", "x".repeat(23), "x".repeat(24),
			"x".repeat(31), "x".repeat(32), "x".repeat(255), "x".repeat(256), "x".repeat(3_000), "~ #[]{}.,:",
			"a \"quoted\" text", "back\\slash", "tab\tand\nline", "com.example.caf\u00e9", "\u20ac", "\ud83d\ude00",
			"\u007f");

	static Stream<Arguments> heads() {
		return Stream.of(Serializer.values())
			.flatMap((serializer) -> Stream.concat(
					IDS.stream().map((id) -> Arguments.of(serializer, id, "com.example.topic")),
					TEXTS.stream().map((text) -> Arguments.of(serializer, 7L, text))));
	}

	@ParameterizedTest
	@MethodSource("heads")
	void aHeadIsWrittenAsOtherEncodersWriteIt(Serializer serializer, long id, String text) throws IOException {
		byte[] bytes = MessageCodec
			.forClient(serializer, Mapping.standard(), CodecLimits.defaults(), ProtocolMode.LENIENT)
			.encode(new Subscribe(id, Map.of(), text));
		assertThat(bytes).isEqualTo(foreign(serializer, id, text));
	}

	private static byte[] foreign(Serializer serializer, long id, String text) throws IOException {
		List<Object> message = List.of(32, id, Map.of(), text);
		return switch (serializer) {
			case JSON -> JsonMapper.shared().writeValueAsBytes(message);
			case CBOR -> cbor(id, text);
			case MSGPACK -> pack(id, text);
		};
	}

	/** Jackson writes maps without a size, hence element by element. */
	private static byte[] cbor(long id, String text) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(0x84);
		out.write(CBORMapper.shared().writeValueAsBytes(32));
		out.write(CBORMapper.shared().writeValueAsBytes(id));
		out.write(0xA0);
		out.write(CBORMapper.shared().writeValueAsBytes(text));
		return out.toByteArray();
	}

	private static byte[] pack(long id, String text) throws IOException {
		try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
			packer.packArrayHeader(4).packInt(32).packLong(id).packMapHeader(0).packString(text);
			return packer.toByteArray();
		}
	}

}
