package io.wampspring.codec;

/**
 * What a message may cost, received or sent. A length that a peer declares is compared
 * with the bytes that are there, never allocated.
 *
 * @param messageSize the most bytes of one message
 * @param depth how deep lists and dictionaries may be nested, the message itself
 * included; from 2 to {@value #MAX_DEPTH}
 * @param stringLength the most characters or bytes of one string or key
 * @param numberLength the most digits of one number
 * @param elements the most values, keys and ends of lists and dictionaries in one message
 * together
 */
public record CodecLimits(int messageSize, int depth, int stringLength, int numberLength, int elements) {

	/** Deeper values would need an unusual stack to be read and written. */
	public static final int MAX_DEPTH = 500;

	private static final CodecLimits DEFAULTS = new CodecLimits(16 * 1024 * 1024, 100, 16 * 1024 * 1024, 1000,
			1_000_000);

	/**
	 * Checks the limits.
	 * @throws IllegalArgumentException if one of them is out of its range
	 */
	public CodecLimits {
		if (messageSize < 1 || stringLength < 1 || numberLength < 1 || elements < 1) {
			throw new IllegalArgumentException("A limit of a codec must be at least 1");
		}
		if (depth < 2 || depth > MAX_DEPTH) {
			throw new IllegalArgumentException("Depth must be from 2 to " + MAX_DEPTH + " but is " + depth);
		}
	}

	/**
	 * Returns the limits of a client: 16 MiB, 100 levels, 1000 digits, a million values.
	 * @return the limits
	 */
	public static CodecLimits defaults() {
		return DEFAULTS;
	}

	/**
	 * Changes the size of a message.
	 * @param messageSize the most bytes
	 * @return changed limits
	 */
	public CodecLimits withMessageSize(int messageSize) {
		return new CodecLimits(messageSize, this.depth, this.stringLength, this.numberLength, this.elements);
	}

	/**
	 * Changes the depth.
	 * @param depth the most levels
	 * @return changed limits
	 */
	public CodecLimits withDepth(int depth) {
		return new CodecLimits(this.messageSize, depth, this.stringLength, this.numberLength, this.elements);
	}

	/**
	 * Changes the length of strings.
	 * @param stringLength the most characters or bytes
	 * @return changed limits
	 */
	public CodecLimits withStringLength(int stringLength) {
		return new CodecLimits(this.messageSize, this.depth, stringLength, this.numberLength, this.elements);
	}

	/**
	 * Changes the length of numbers.
	 * @param numberLength the most digits
	 * @return changed limits
	 */
	public CodecLimits withNumberLength(int numberLength) {
		return new CodecLimits(this.messageSize, this.depth, this.stringLength, numberLength, this.elements);
	}

	/**
	 * Changes the number of values.
	 * @param elements the most values, keys and ends of containers
	 * @return changed limits
	 */
	public CodecLimits withElements(int elements) {
		return new CodecLimits(this.messageSize, this.depth, this.stringLength, this.numberLength, elements);
	}

}
