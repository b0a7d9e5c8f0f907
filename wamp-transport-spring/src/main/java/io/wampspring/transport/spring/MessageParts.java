package io.wampspring.transport.spring;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Joins the parts in which a container hands out messages, up to our own limit. (Raising
 * the container's buffer instead would make it allocate that much for every client.)
 */
final class MessageParts {

	private final int limit;

	private final StringBuilder text = new StringBuilder();

	private final ByteArrayOutputStream binary = new ByteArrayOutputStream(0);

	/**
	 * Creates an empty one.
	 * @param limit the most bytes of a message
	 */
	MessageParts(int limit) {
		this.limit = limit;
	}

	/**
	 * Adds a part of a text. Parts are joined as characters, since the container may cut
	 * a character that takes two of them.
	 * @param part the part
	 * @param last whether the text is complete
	 * @return the bytes of the whole, {@code null} unless complete
	 * @throws TooLargeException if the message is larger than the limit
	 */
	byte @Nullable [] add(String part, boolean last) throws TooLargeException {
		requireRoom(this.text.length(), part.length());
		if (!last) {
			this.text.append(part);
			return null;
		}
		byte[] whole = ((this.text.length() == 0) ? part : this.text.append(part).toString())
			.getBytes(StandardCharsets.UTF_8);
		this.text.setLength(0);
		this.text.trimToSize();
		requireRoom(0, whole.length);
		return whole;
	}

	/**
	 * Adds a part of a binary message.
	 * @param part the part
	 * @param last whether the message is complete
	 * @return the whole, {@code null} unless complete
	 * @throws TooLargeException if the message is larger than the limit
	 */
	byte @Nullable [] add(ByteBuffer part, boolean last) throws TooLargeException {
		requireRoom(this.binary.size(), part.remaining());
		byte[] bytes = new byte[part.remaining()];
		part.get(bytes);
		if (last && this.binary.size() == 0) {
			return bytes;
		}
		this.binary.writeBytes(bytes);
		if (!last) {
			return null;
		}
		byte[] whole = this.binary.toByteArray();
		this.binary.reset();
		return whole;
	}

	private void requireRoom(int present, int added) throws TooLargeException {
		if (added > this.limit - present) {
			throw new TooLargeException();
		}
	}

	/**
	 * The way of one part into its message.
	 */
	@FunctionalInterface
	interface Part {

		/**
		 * Adds the part.
		 * @return the bytes of the whole, {@code null} unless complete
		 * @throws TooLargeException if the message is larger than the limit
		 */
		byte @Nullable [] add() throws TooLargeException;

	}

	/**
	 * A message is larger than the limit.
	 */
	static final class TooLargeException extends Exception {

		private static final long serialVersionUID = 1L;

		TooLargeException() {
			super("a message larger than the limit");
		}

	}

}
