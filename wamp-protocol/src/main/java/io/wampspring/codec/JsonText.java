package io.wampspring.codec;

/**
 * Checks what Jackson's parser lets pass in JSON: text that is not UTF-8, halves of
 * surrogate pairs in escapes, U+0000 that no Base64 follows. Grammar is the parser's.
 */
final class JsonText {

	private static final long HIGH_BITS = 0x8080808080808080L;

	private static final long LOW_BITS = 0x0101010101010101L;

	private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;

	private final byte[] bytes;

	private final int from;

	private final int end;

	private final boolean strict;

	private int at;

	/** Where the last escape ended: a quote there would be its own. */
	private int afterEscape;

	/** With {@code strict} U+0000 must be followed by Base64. */
	JsonText(Slice values, boolean strict) {
		this.strict = strict;
		this.bytes = values.bytes();
		this.from = values.from();
		this.at = this.from;
		this.end = values.to();
		this.afterEscape = -1;
	}

	void scan() {
		while (this.at < this.end) {
			if (this.end - this.at >= Long.BYTES && isPlain(BigEndian.longAt(this.bytes, this.at))) {
				this.at += Long.BYTES;
			}
			else if (this.bytes[this.at] == '\\') {
				escape();
			}
			else {
				int length = Utf8.lengthAt(this.bytes, this.at, this.end);
				if (length == 0) {
					throw new MalformedException("invalid UTF-8", this.at);
				}
				this.at += length;
			}
		}
	}

	/** Eight bytes of ASCII without a backslash. */
	private static boolean isPlain(long eight) {
		long zeros = eight ^ BACKSLASHES;
		return ((eight | ((zeros - LOW_BITS) & ~zeros)) & HIGH_BITS) == 0;
	}

	private void escape() {
		int start = this.at;
		int unit = unicodeEscape(start);
		if (unit < 0) {
			this.at = start + 2;
		}
		else if (Character.isSurrogate((char) unit)) {
			int low = unicodeEscape(start + 6);
			if (!Character.isHighSurrogate((char) unit) || low < 0 || !Character.isLowSurrogate((char) low)) {
				throw new MalformedException("half a surrogate pair is no character", start);
			}
			this.at = start + 12;
		}
		else {
			this.at = start + 6;
			if (this.strict && unit == 0 && isStartOfString(start)) {
				checkBinary();
			}
		}
		this.afterEscape = this.at;
	}

	/** The code unit of an escape with u, -1 if there is none. */
	private int unicodeEscape(int from) {
		if (from + 6 > this.end || this.bytes[from] != '\\' || this.bytes[from + 1] != 'u') {
			return -1;
		}
		int unit = 0;
		for (int i = from + 2; i < from + 6; i++) {
			unit = unit << 4 | Character.digit(this.bytes[i], 16);
		}
		return unit;
	}

	private boolean isStartOfString(int backslash) {
		return backslash > this.from && this.bytes[backslash - 1] == '"' && this.afterEscape != backslash;
	}

	/** Looks ahead to the closing quote; a key is no value and hence not binary. */
	private void checkBinary() {
		StringBuilder base64 = new StringBuilder();
		int i = this.at;
		while (i < this.end && this.bytes[i] != '"') {
			int unit = unicodeEscape(i);
			boolean escaped = this.bytes[i] == '\\';
			base64.append((char) ((unit >= 0) ? unit : escaped ? shortEscape(i) : this.bytes[i]));
			i += (unit >= 0) ? 6 : escaped ? 2 : 1;
		}
		if (!isKey(i + 1) && BinaryInJson.decodeBase64(base64.toString()) == null) {
			throw new MalformedException("U+0000 is not followed by Base64", this.at);
		}
	}

	/** Of the short escapes only the slash is a character of Base64. */
	private int shortEscape(int backslash) {
		return (backslash + 1 < this.end && this.bytes[backslash + 1] == '/') ? '/' : '\\';
	}

	private boolean isKey(int behind) {
		int next = JsonFormat.skipSpace(new Slice(this.bytes, behind, this.end));
		return next < this.end && this.bytes[next] == ':';
	}

}
