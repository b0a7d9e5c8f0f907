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
