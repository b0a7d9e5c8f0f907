package io.wampspring.test;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One WebSocket frame (RFC 6455, section 5.2), legal or not.
 *
 * @param head the first byte: final bit, reserved bits and opcode
 * @param payload the unmasked payload
 */
public record RawFrame(int head, byte[] payload) {

	/** A further part of a message. */
	public static final int CONTINUATION = 0;

	/** A text, or its first part. */
	public static final int TEXT = 1;

	/** A binary message, or its first part. */
	public static final int BINARY = 2;

	/** The end. */
	public static final int CLOSE = 8;

	/** A question that a pong answers. */
	public static final int PING = 9;

	/** The answer to a ping. */
	public static final int PONG = 10;

	private static final int FINAL = 0x80;

	private static final int LIMIT = 256 * 1024 * 1024;

	/**
	 * A frame that ends its message.
	 * @param opcode such as 1 for text
	 * @param payload the payload
	 * @return the frame
	 */
	public static RawFrame last(int opcode, byte[] payload) {
		return new RawFrame(FINAL | opcode, payload);
	}

	/**
	 * A frame that further frames of the same message follow.
	 * @param opcode such as 1 for text, 0 within a message
	 * @param payload the payload
	 * @return the frame
	 */
	public static RawFrame partial(int opcode, byte[] payload) {
		return new RawFrame(opcode, payload);
	}

	/**
	 * What kind of frame this is.
	 * @return the opcode
	 */
	public int opcode() {
		return this.head & 0x0f;
	}

	/**
	 * Whether this frame ends its message.
	 * @return the final bit
	 */
	public boolean isLast() {
		return (this.head & FINAL) != 0;
	}

	/**
	 * The payload as text.
	 * @return the payload, read as UTF-8
	 */
	public String text() {
		return new String(this.payload, StandardCharsets.UTF_8);
	}

	/**
	 * The payload in hexadecimal digits.
	 * @return two lower case digits a byte
	 */
	public String hex() {
		return HexFormat.of().formatHex(this.payload);
	}

	static RawFrame read(DataInputStream in) throws IOException {
		int head = in.readUnsignedByte();
		int second = in.readUnsignedByte();
		long length = switch (second & 0x7f) {
			case 126 -> in.readUnsignedShort();
			case 127 -> in.readLong();
			default -> second & 0x7f;
		};
		if (length < 0 || length > LIMIT) {
			throw new IOException("A frame announces " + length + " bytes");
		}
		byte[] mask = ((second & 0x80) != 0) ? in.readNBytes(4) : new byte[4];
		byte[] payload = new byte[(int) length];
		in.readFully(payload);
		return new RawFrame(head, masked(payload, mask));
	}

	void write(ByteArrayOutputStream out, boolean masking) {
		int maskBit = masking ? 0x80 : 0;
		int length = this.payload.length;
		out.write(this.head);
		if (length < 126) {
			out.write(maskBit | length);
		}
		else if (length < 1 << 16) {
			out.write(maskBit | 126);
			out.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
		}
		else {
			out.write(maskBit | 127);
			out.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
		}
		byte[] mask = new byte[4];
		if (masking) {
			ThreadLocalRandom.current().nextBytes(mask);
			out.writeBytes(mask);
		}
		out.writeBytes(masked(this.payload, mask));
	}

	private static byte[] masked(byte[] payload, byte[] mask) {
		byte[] result = new byte[payload.length];
		for (int i = 0; i < payload.length; i++) {
			result[i] = (byte) (payload[i] ^ mask[i & 3]);
		}
		return result;
	}

	@Override
	public String toString() {
		return "frame %02x %s".formatted(this.head, (opcode() == TEXT) ? text() : hex());
	}

}
