package io.wampspring.codec;

import java.util.Arrays;
import java.util.Random;

/** Small damage to bytes, the same for the same seed. */
final class Mutations {

	private static final int[] INTERESTING = { 0x00, 0x01, 0x1B, 0x1F, 0x22, 0x2C, 0x3A, 0x5B, 0x5C, 0x5D, 0x5F, 0x7B,
			0x7D, 0x7F, 0x80, 0x90, 0x98, 0x9A, 0x9F, 0xA0, 0xBA, 0xBF, 0xC0, 0xC1, 0xC2, 0xC4, 0xC6, 0xCF, 0xD3, 0xD9,
			0xDB, 0xDD, 0xDF, 0xED, 0xF5, 0xF6, 0xF7, 0xF8, 0xFB, 0xFF };

	private final Random random;

	Mutations(long seed) {
		this.random = new Random(seed);
	}

	byte[] mutate(byte[] original, byte[] other) {
		byte[] bytes = original.clone();
		for (int i = 1 + this.random.nextInt(3); i > 0; i--) {
			bytes = once(bytes, other);
		}
		return bytes;
	}

	private byte[] once(byte[] bytes, byte[] other) {
		if (bytes.length == 0) {
			return other.clone();
		}
		int at = this.random.nextInt(bytes.length);
		int length = 1 + this.random.nextInt(Math.min(8, bytes.length - at));
		return switch (this.random.nextInt(9)) {
			case 0 -> Arrays.copyOf(bytes, at);
			case 1 -> set(bytes, at, this.random.nextInt(256));
			case 2 -> set(bytes, at, bytes[at] ^ (1 << this.random.nextInt(8)));
			case 3 -> set(bytes, at, INTERESTING[this.random.nextInt(INTERESTING.length)]);
			case 4 -> replace(bytes, at, length, new byte[0]);
			case 5 -> replace(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
			case 6 -> replace(bytes, at, this.random.nextInt(length + 1), piece(other));
			case 7 -> replace(bytes, at, 0, new byte[] { (byte) INTERESTING[this.random.nextInt(INTERESTING.length)] });
			default -> replace(bytes, at, length, new byte[] { (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF });
		};
	}

	private byte[] piece(byte[] bytes) {
		int from = this.random.nextInt(bytes.length);
		return Arrays.copyOfRange(bytes, from, from + 1 + this.random.nextInt(Math.min(16, bytes.length - from)));
	}

	private static byte[] set(byte[] bytes, int at, int value) {
		bytes[at] = (byte) value;
		return bytes;
	}

	private static byte[] replace(byte[] bytes, int at, int length, byte[] by) {
		byte[] result = new byte[bytes.length - length + by.length];
		System.arraycopy(bytes, 0, result, 0, at);
		System.arraycopy(by, 0, result, at, by.length);
		System.arraycopy(bytes, at + length, result, at + by.length, bytes.length - at - length);
		return result;
	}

}
