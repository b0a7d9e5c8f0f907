package io.wampspring.options;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a dealer picks the callee of a shared registration.
 */
public enum InvocationPolicy {

	/** One callee only, the default. */
	SINGLE,

	/** One after the other. */
	ROUNDROBIN,

	/** Any. */
	RANDOM,

	/** The one that registered first. */
	FIRST,

	/** The one that registered last. */
	LAST;

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
	public static @Nullable InvocationPolicy find(@Nullable String wireName) {
		for (InvocationPolicy each : values()) {
			if (each.wireName().equals(wireName)) {
				return each;
			}
		}
		return null;
	}

}
