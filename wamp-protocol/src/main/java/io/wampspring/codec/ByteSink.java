package io.wampspring.codec;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * A growing array with a limit. Generators flush into it, splicing and the MessagePack
 * generator write to the array itself.
 */
final class ByteSink extends OutputStream {

	byte[] bytes;

	int size;

	private final int limit;

	ByteSink(int capacity, int limit) {
		this.bytes = new byte[Math.min(capacity, limit)];
		this.limit = limit;
	}

	/** Makes room; what is larger than the limit is refused before it is allocated. */
	void ensure(int more) {
		if (this.bytes.length - this.size < more) {
			long needed = (long) this.size + more;
			if (needed > this.limit) {
				throw new TooLargeException(needed, this.limit);
			}
			this.bytes = Arrays.copyOf(this.bytes, (int) Math.min(this.limit, Math.max(this.size * 2L, needed)));
		}
	}

	/**
	 * Makes room for what is known to be the rest, hence nothing is cut off afterwards.
	 */
	void reserve(int rest) {
		if (this.bytes.length - this.size < rest) {
			this.bytes = Arrays.copyOf(this.bytes, (int) Math.min(this.limit, (long) this.size + rest));
		}
	}

	/** Appends a tag and a big-endian number of 1, 2, 4 or 8 bytes. */
	void writeTagged(int tag, int length, long value) {
		ensure(1 + length);
		int at = this.size;
		this.bytes[at] = (byte) tag;
		switch (length) {
			case 1 -> this.bytes[at + 1] = (byte) value;
			case 2 -> BigEndian.putShort(this.bytes, at + 1, (int) value);
			case 4 -> BigEndian.putInt(this.bytes, at + 1, (int) value);
			default -> BigEndian.putLong(this.bytes, at + 1, value);
		}
		this.size = at + 1 + length;
	}

	/**
	 * Appends a text of printable ASCII that is escaped nowhere. Returns {@code false},
	 * with nothing appended, if it is something else.
	 */
	boolean writePlain(String text) {
		int length = text.length();
		ensure(length);
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if (c < ' ' || c > '~' || c == '"' || c == '\\') {
				return false;
			}
			this.bytes[this.size + i] = (byte) c;
		}
		this.size += length;
		return true;
	}

	@Override
	public void write(int value) {
		ensure(1);
		this.bytes[this.size++] = (byte) value;
	}

	@Override
	public void write(byte[] source, int offset, int length) {
		ensure(length);
		System.arraycopy(source, offset, this.bytes, this.size, length);
		this.size += length;
	}

	void write(Slice slice) {
		write(slice.bytes(), slice.from(), slice.length());
	}

	/** Leaves bytes out that are written later. */
	void skip(int length) {
		ensure(length);
		this.size += length;
	}

	/** Moves everything from a position on to another one. */
	void move(int from, int to) {
		ensure(Math.max(0, to - from));
		System.arraycopy(this.bytes, from, this.bytes, to, this.size - from);
		this.size += to - from;
	}

	byte[] toByteArray() {
		return (this.size == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.size);
	}

	Slice since(int start) {
		return new Slice(this.bytes, start, this.size);
	}

	/** More was written than the limits allow. */
	static final class TooLargeException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		TooLargeException(long size, int limit) {
			super("the message has at least " + size + " bytes, more than the limit of " + limit + " bytes");
		}

	}

}
