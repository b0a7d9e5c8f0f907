package io.wampspring.options;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How the URI of a subscription or registration matches.
 */
public enum MatchPolicy {

	/** The URI itself. */
	EXACT,

	/** Every URI that starts with it, as a string. */
	PREFIX,

	/** Every URI with the same number of components; an empty component matches any. */
	WILDCARD;

	/**
	 * Returns the word on the wire.
	 * @return the word
	 */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds the policy of a word.
	 * @param wireName the word, {@code null} when absent
	 * @return the policy, {@link #EXACT} when absent
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static MatchPolicy of(@Nullable String wireName) {
		return (wireName != null) ? valueOf(wireName.toUpperCase(Locale.ROOT)) : EXACT;
	}

	static boolean isKnown(String wireName) {
		for (MatchPolicy policy : values()) {
			if (policy.wireName().equals(wireName)) {
				return true;
			}
		}
		return false;
	}

}
