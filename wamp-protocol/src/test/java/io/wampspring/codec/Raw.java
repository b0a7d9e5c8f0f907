package io.wampspring.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Messages put together from literal bytes: a head and a value that is given. */
final class Raw {

	private final Serializer serializer;

	private Raw(Serializer serializer) {
		this.serializer = serializer;
	}

	static Raw of(Serializer serializer) {
		return new Raw(serializer);
	}

	/** [CALL, 1, {}, "x", value]. */
	byte[] call(byte[] value) {
		return switch (this.serializer) {
			case JSON -> join(text("[48,1,{},\"x\","), value, text("]"));
			case CBOR -> join(hex("85183001a06178"), value);
			case MSGPACK -> join(hex("95300180a178"), value);
		};
	}

	/** [CALL, 1, {"o": value}, "x"]. */
	byte[] callWithOption(byte[] value) {
		return switch (this.serializer) {
			case JSON -> join(text("[48,1,{\"o\":"), value, text("},\"x\"]"));
			case CBOR -> join(hex("84183001a1616f"), value, hex("6178"));
			case MSGPACK -> join(hex("94300181a16f"), value, hex("a178"));
		};
	}

	/** [RESULT, 1, {}, value]. */
	byte[] result(byte[] value) {
		return switch (this.serializer) {
			case JSON -> join(text("[50,1,{},"), value, text("]"));
			case CBOR -> join(hex("84183201a0"), value);
			case MSGPACK -> join(hex("94320180"), value);
		};
	}

	/** A string of one ASCII character. */
	byte[] character(char ascii) {
		return switch (this.serializer) {
			case JSON -> text("\"" + ascii + "\"");
			case CBOR -> new byte[] { 0x61, (byte) ascii };
			case MSGPACK -> new byte[] { (byte) 0xA1, (byte) ascii };
		};
	}

	/** A number below 128. */
	byte[] number(int number) {
		return switch (this.serializer) {
			case JSON -> text(Integer.toString(number));
			case CBOR -> new byte[] { 0x18, (byte) number };
			case MSGPACK -> new byte[] { (byte) number };
		};
	}

	byte[] emptyDict() {
		return switch (this.serializer) {
			case JSON -> text("{}");
			case CBOR -> hex("a0");
			case MSGPACK -> hex("80");
		};
	}

	byte[] emptyList() {
		return switch (this.serializer) {
			case JSON -> text("[]");
			case CBOR -> hex("80");
			case MSGPACK -> hex("90");
		};
	}

	/** A list of the same value {@code count} times. */
	byte[] list(byte[] value, int count) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		switch (this.serializer) {
			case JSON -> out.write('[');
			case CBOR -> out.writeBytes(hex(String.format("9a%08x", count)));
			case MSGPACK -> out.writeBytes(hex(String.format("dd%08x", count)));
		}
		for (int i = 0; i < count; i++) {
			out.writeBytes((i > 0 && this.serializer == Serializer.JSON) ? text(",") : new byte[0]);
			out.writeBytes(value);
		}
		out.writeBytes((this.serializer == Serializer.JSON) ? text("]") : new byte[0]);
		return out.toByteArray();
	}

	static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static byte[] hex(String hex) {
		return HexFormat.of().parseHex(hex);
	}

	static byte[] join(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			out.writeBytes(part);
		}
		return out.toByteArray();
	}

}
