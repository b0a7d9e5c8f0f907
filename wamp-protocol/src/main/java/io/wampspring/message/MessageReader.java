package io.wampspring.message;

import java.util.Map;

/**
 * The elements of a received message, read once and in wire order. Implemented by the
 * codecs. Every method throws {@link ProtocolViolationException} when the next element is
 * missing or is something else.
 */
public interface MessageReader {

	/**
	 * Reads an id.
	 * @return a number from 1 to 2^53
	 */
	long id();

	/**
	 * Reads an id in a place where 0 has a meaning.
	 * @return a number from 0 to 2^53
	 */
	long idOrZero();

	/**
	 * Reads a string or URI.
	 * @return the text
	 */
	String string();

	/**
	 * Reads a dictionary of plain values.
	 * @return the dictionary: unmodifiable, never {@code null}; values are maps, lists,
	 * strings, {@code Long}, {@code BigInteger}, {@code Double}, {@code BigDecimal},
	 * booleans, {@code byte[]} or {@code null}
	 */
	Map<String, Object> dict();

	/**
	 * Reads a dictionary that may be absent.
	 * @return the dictionary, empty when absent
	 */
	Map<String, Object> optionalDict();

	/**
	 * Reads the rest of the message.
	 * @param options options or details of the message: with {@code enc_algo} among them
	 * the arguments may be one binary
	 * @return the payload, {@link Payload#EMPTY} when absent
	 */
	Payload payload(Map<String, Object> options);

	/**
	 * Reads the type of the request that an ERROR belongs to.
	 * @return the type
	 */
	default MessageType requestType() {
		return MessageType.of(idOrZero());
	}

}
