package io.wampspring.options;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a call is canceled.
 */
public enum CancelMode {

	/** The caller gets its error at once, the callee goes on. */
	SKIP,

	/** The callee is interrupted, the caller waits for its answer. */
	KILL,

	/** The callee is interrupted, the caller gets its error at once. */
	KILLNOWAIT;

	/**
	 * Returns the word on the wire.
	 * @return the word
	 */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds the constant of a word.
	 * @param wireName the word, {@code null} when absent
	 * @return the constant, {@code null} if the word is absent or unknown
	 */
	public static @Nullable CancelMode find(@Nullable String wireName) {
		for (CancelMode each : values()) {
			if (each.wireName().equals(wireName)) {
				return each;
			}
		}
		return null;
	}

}
