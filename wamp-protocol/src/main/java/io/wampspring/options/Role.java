package io.wampspring.options;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a peer can be.
 */
public enum Role {

	/** A client that publishes. */
	PUBLISHER,

	/** A client that subscribes. */
	SUBSCRIBER,

	/** A client that calls. */
	CALLER,

	/** A client that is called. */
	CALLEE,

	/** A router that routes events. */
	BROKER,

	/** A router that routes calls. */
	DEALER;

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
	public static @Nullable Role find(@Nullable String wireName) {
		for (Role each : values()) {
			if (each.wireName().equals(wireName)) {
				return each;
			}
		}
		return null;
	}

}
