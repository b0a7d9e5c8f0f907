package io.wampspring.codec;

/**
 * Checks what Jackson's parser lets pass or is slow with: text that is not UTF-8, tags
 * whose content is something else, tags upon tags, references to strings elsewhere,
 * counts of elements that cannot be. Goes from header to header, whatever the nesting,
 * which the parser checks.
 */
final class CborScanner {

	private static final int BYTES = 2;

	private static final int TEXT = 3;

	private static final int LIST = 4;

	private static final int DICT = 5;

	private static final int TAG = 6;

	private static final int SIMPLE = 7;

	/** From here on the argument has bytes of its own, up to eight of them. */
	private static final int SMALL = 24;

	private static final int LARGEST = 27;

	private static final int INDEFINITE = 31;

	private static final int TWO_ELEMENTS = 0x82;

	/** Ends a container: a tag in front of it belongs to nothing. */
	private static final int BREAK = 0xFF;

	/** Tags of one value: more than anybody needs, and the parser's cost is quadratic. */
	private static final int MAX_TAGS = 8;

	private final byte[] bytes;

	private final int end;

	private final int maxString;

	private int at;

	/** Where the header being looked at begins, and its argument. */
	private int start;

	private long argument;

	/** How many tags stand before {@link #afterTag}. */
	private int tags;

	private int afterTag = -1;

	CborScanner(Slice values, int maxString) {
		this.bytes = values.bytes();
		this.at = values.from();
		this.end = values.to();
		this.maxString = maxString;
	}

	void scan() {
		while (this.at < this.end) {
			this.start = this.at++;
			int first = this.bytes[this.start] & 0xFF;
			int major = first >> 5;
			int info = first & 0x1F;
			if (info == INDEFINITE) {
				continue; // what is inside comes with headers of its own
			}
			readArgument(info);
			switch (major) {
				case BYTES -> string(false);
				case TEXT -> string(true);
				// each element has a byte; the parser takes a count beyond int for none
				case LIST, DICT -> require(this.argument);
				case TAG -> tag();
				case SIMPLE -> simple(info);
				default -> {
				}
			}
		}
	}

	private void readArgument(int info) {
		if (info < SMALL) {
			this.argument = info;
			return;
		}
		if (info > LARGEST) {
			throw malformed("a reserved header");
		}
		int length = 1 << (info - SMALL);
		require(length);
		this.argument = switch (length) {
			case 1 -> this.bytes[this.at] & 0xFFL;
			case 2 -> BigEndian.shortAt(this.bytes, this.at) & 0xFFFFL;
			case 4 -> BigEndian.intAt(this.bytes, this.at) & 0xFFFFFFFFL;
			default -> BigEndian.longAt(this.bytes, this.at);
		};
		this.at += length;
	}

	private void require(long length) {
		if (length < 0 || length > this.end - this.at) {
			throw malformed("cut off");
		}
	}

	private void string(boolean text) {
		require(this.argument);
		int length = (int) this.argument;
		if (text && length > this.maxString) {
			throw malformed("a string of " + length + " bytes, more than the limit of " + this.maxString + " bytes");
		}
		if (text && !Utf8.isValid(this.bytes, this.at, this.at + length)) {
			throw malformed("invalid UTF-8");
		}
		this.at += length;
	}

	/**
	 * Numbers of any size are tags: a receiver fails if their content is something else.
	 */
	private void tag() {
		this.tags = (this.start == this.afterTag) ? this.tags + 1 : 1;
		this.afterTag = this.at;
		int next = (this.at < this.end) ? this.bytes[this.at] & 0xFF : BREAK;
		boolean valid = switch ((int) Math.min(this.argument & Long.MAX_VALUE, Integer.MAX_VALUE)) {
			case 2, 3 -> next >> 5 == BYTES;
			case 4, 5 -> next == TWO_ELEMENTS;
			case 25, 256 -> false;
			default -> true;
		};
		if (!valid || next == BREAK || this.tags > MAX_TAGS) {
			throw malformed("a tag that is not expected here");
		}
	}

	/**
	 * False, true, null, undefined, floats and the break have a meaning; the rest has
	 * none.
	 */
	private void simple(int info) {
		if (info < 20 || info == SMALL) {
			throw malformed("an unassigned simple value");
		}
	}

	private MalformedException malformed(String reason) {
		return new MalformedException(reason, this.start);
	}

}
