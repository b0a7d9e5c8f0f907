package io.wampspring.message;

import java.util.Map;

/**
 * Receives the elements of a message in wire order. Implemented by the codecs.
 */
public interface MessageWriter {

	/**
	 * Writes an id or an integer.
	 * @param id the number
	 */
	void id(long id);

	/**
	 * Writes a string or URI.
	 * @param string the text
	 */
	void string(String string);

	/**
	 * Writes a dictionary of plain values: maps, collections, strings, numbers, booleans,
	 * {@code byte[]} and {@code null}.
	 * @param dict the dictionary, written even when it is empty
	 */
	void dict(Map<String, Object> dict);

	/**
	 * Writes a dictionary unless it is empty.
	 * @param dict the dictionary
	 */
	default void optionalDict(Map<String, Object> dict) {
		if (!dict.isEmpty()) {
			dict(dict);
		}
	}

	/**
	 * Writes arguments and keyword arguments; those that are absent are left out, and an
	 * empty list stands before keywords without arguments.
	 * @param payload the last elements of the message
	 */
	void payload(Payload payload);

}
