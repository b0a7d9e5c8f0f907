package io.wampspring.codec;

/** Whether bytes are UTF-8 (RFC 3629), without making characters of them. */
final class Utf8 {

	private static final long HIGH_BITS = 0x8080808080808080L;

	private Utf8() {
	}

	static boolean isValid(byte[] in, int from, int to) {
		int at = from;
		while (at < to) {
			if (to - at >= Long.BYTES && (BigEndian.longAt(in, at) & HIGH_BITS) == 0) {
				at += Long.BYTES;
				continue;
			}
			int length = lengthAt(in, at, to);
			if (length == 0) {
				return false;
			}
			at += length;
		}
		return true;
	}

	/** The length of the character that starts here, 0 if there is none. */
	private static int lengthAt(byte[] in, int at, int to) {
		int length = lengthOf(in[at] & 0xFF);
		if (length < 2) {
			return length;
		}
		if (length > to - at || !isSecond(in[at] & 0xFF, in[at + 1] & 0xFF)) {
			return 0;
		}
		for (int i = 2; i < length; i++) {
			if ((in[at + i] & 0xC0) != 0x80) {
				return 0;
			}
		}
		return length;
	}

	private static int lengthOf(int first) {
		if (first < 0x80) {
			return 1;
		}
		if (first < 0xC2 || first > 0xF4) {
			return 0;
		}
		return (first < 0xE0) ? 2 : (first < 0xF0) ? 3 : 4;
	}

	/** Refuses overlong forms, surrogates and what is beyond Unicode. */
	private static boolean isSecond(int first, int second) {
		int least = (first == 0xE0) ? 0xA0 : (first == 0xF0) ? 0x90 : 0x80;
		int most = (first == 0xED) ? 0x9F : (first == 0xF4) ? 0x8F : 0xBF;
		return second >= least && second <= most;
	}

}
