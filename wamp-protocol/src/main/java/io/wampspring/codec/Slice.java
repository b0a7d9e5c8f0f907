package io.wampspring.codec;

/**
 * A range of bytes nobody writes to any more. It keeps the whole array alive.
 *
 * @param bytes the array
 * @param from the first byte
 * @param to the end, exclusive
 */
record Slice(byte[] bytes, int from, int to) {

	int length() {
		return this.to - this.from;
	}

	Slice upTo(int end) {
		return new Slice(this.bytes, this.from, end);
	}

	Slice from(int start) {
		return new Slice(this.bytes, start, this.to);
	}

}
