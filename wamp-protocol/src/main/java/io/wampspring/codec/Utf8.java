package io.wampspring.codec;

/**
 * UTF-8 (RFC 3629): whether bytes are it, and how text becomes it.
 */
public final class Utf8 {

	private static final long HIGH_BITS = 0x8080808080808080L;

	private Utf8() {
	}

	/**
	 * Checks bytes.
	 * @param in holds them
	 * @param from where they begin
	 * @param to where they end
	 * @return whether they are UTF-8
	 */
	public static boolean isValid(byte[] in, int from, int to) {
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
	static int lengthAt(byte[] in, int at, int to) {
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

	/** The number of bytes of a text, -1 if half of a surrogate pair is in it. */
	static int length(CharSequence text) {
		int length = text.length();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < 0x80) {
				continue;
			}
			if (!Character.isSurrogate(c)) {
				length += (c < 0x800) ? 1 : 2;
			}
			else if (isPair(text, i)) {
				length += 2;
				i++;
			}
			else {
				return -1;
			}
		}
		return length;
	}

	private static boolean isPair(CharSequence text, int at) {
		return Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length()
				&& Character.isLowSurrogate(text.charAt(at + 1));
	}

	/** Writes a text of whole characters; there must be room. */
	static void write(String text, byte[] out, int start) {
		int at = start;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < 0x80) {
				out[at++] = (byte) c;
			}
			else if (c < 0x800) {
				out[at++] = (byte) (0xC0 | c >> 6);
				out[at++] = (byte) (0x80 | c & 0x3F);
			}
			else if (!Character.isSurrogate(c)) {
				out[at++] = (byte) (0xE0 | c >> 12);
				out[at++] = (byte) (0x80 | c >> 6 & 0x3F);
				out[at++] = (byte) (0x80 | c & 0x3F);
			}
			else {
				int point = Character.toCodePoint(c, text.charAt(++i));
				out[at++] = (byte) (0xF0 | point >> 18);
				out[at++] = (byte) (0x80 | point >> 12 & 0x3F);
				out[at++] = (byte) (0x80 | point >> 6 & 0x3F);
				out[at++] = (byte) (0x80 | point & 0x3F);
			}
		}
	}

}
