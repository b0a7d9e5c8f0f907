package io.wampspring.transport.netty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A WebSocket frame, written and read by hand (RFC 6455, 5.2). */
record Frame(int head, byte[] payload) {

	static final int CONTINUATION = 0;

	static final int TEXT = 1;

	static final int BINARY = 2;

	static final int CLOSE = 8;

	static final int PING = 9;

	static final int PONG = 10;

	private static final int LAST = 0x80;

	static Frame text(String text) {
		return new Frame(LAST | TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	static Frame binary(byte[] payload) {
		return new Frame(LAST | BINARY, payload);
	}

	static Frame ping(String payload) {
		return new Frame(LAST | PING, payload.getBytes(StandardCharsets.UTF_8));
	}

	static Frame pong(byte[] payload) {
		return new Frame(LAST | PONG, payload);
	}

	static Frame close(int code, String reason) {
		byte[] text = reason.getBytes(StandardCharsets.UTF_8);
		return new Frame(LAST | CLOSE, ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
	}

	Frame withoutLast() {
		return new Frame(this.head & ~LAST, this.payload);
	}

	int opcode() {
		return this.head & 0x0f;
	}

	String text() {
		return new String(this.payload, StandardCharsets.UTF_8);
	}

	/** What a close frame says, "1000 bye" for instance. */
	String closing() {
		ByteBuffer buffer = ByteBuffer.wrap(this.payload);
		return (buffer.getShort() & 0xffff) + " " + StandardCharsets.UTF_8.decode(buffer);
	}

	byte[] bytes(boolean masked) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int mask = masked ? 0x80 : 0;
		out.write(this.head);
		if (this.payload.length < 126) {
			out.write(mask | this.payload.length);
		}
		else if (this.payload.length < 65536) {
			out.write(mask | 126);
			out.writeBytes(ByteBuffer.allocate(2).putShort((short) this.payload.length).array());
		}
		else {
			out.write(mask | 127);
			out.writeBytes(ByteBuffer.allocate(8).putLong(this.payload.length).array());
		}
		byte[] key = masked ? new byte[] { 0x11, 0x22, 0x33, 0x44 } : new byte[4];
		out.writeBytes(masked ? key : new byte[0]);
		out.writeBytes(masked(this.payload, key));
		return out.toByteArray();
	}

	static List<Frame> readAll(byte[] bytes) {
		List<Frame> frames = new ArrayList<>();
		ByteBuffer in = ByteBuffer.wrap(bytes);
		while (in.hasRemaining()) {
			int head = in.get() & 0xff;
			int second = in.get() & 0xff;
			int length = second & 0x7f;
			length = (length == 126) ? in.getShort() & 0xffff : (length == 127) ? (int) in.getLong() : length;
			byte[] key = new byte[4];
			if ((second & 0x80) != 0) {
				in.get(key);
			}
			byte[] payload = new byte[length];
			in.get(payload);
			frames.add(new Frame(head, masked(payload, key)));
		}
		return frames;
	}

	private static byte[] masked(byte[] payload, byte[] key) {
		byte[] result = payload.clone();
		for (int i = 0; i < result.length; i++) {
			result[i] ^= key[i % 4];
		}
		return result;
	}

	@Override
	public String toString() {
		return HexFormat.of().toHexDigits((byte) this.head) + ":" + HexFormat.of().formatHex(this.payload);
	}

}
