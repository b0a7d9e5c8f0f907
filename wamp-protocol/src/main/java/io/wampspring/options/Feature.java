package io.wampspring.options;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A feature of the advanced profile that a role announces.
 */
public enum Feature {

	/** {@code progressive_call_results}. */
	PROGRESSIVE_CALL_RESULTS,

	/** {@code progressive_call_invocations}. */
	PROGRESSIVE_CALL_INVOCATIONS,

	/** {@code call_timeout}. */
	CALL_TIMEOUT,

	/** {@code call_canceling}. */
	CALL_CANCELING,

	/** {@code call_reroute}. */
	CALL_REROUTE,

	/** {@code caller_identification}. */
	CALLER_IDENTIFICATION,

	/** {@code call_trustlevels}. */
	CALL_TRUSTLEVELS,

	/** {@code pattern_based_registration}. */
	PATTERN_BASED_REGISTRATION,

	/** {@code shared_registration}. */
	SHARED_REGISTRATION,

	/** {@code sharded_registration}. */
	SHARDED_REGISTRATION,

	/** {@code registration_revocation}. */
	REGISTRATION_REVOCATION,

	/** {@code registration_meta_api}. */
	REGISTRATION_META_API,

	/** {@code session_meta_api}. */
	SESSION_META_API,

	/** {@code testament_meta_api}. */
	TESTAMENT_META_API,

	/** {@code publisher_identification}. */
	PUBLISHER_IDENTIFICATION,

	/** {@code publication_trustlevels}. */
	PUBLICATION_TRUSTLEVELS,

	/** {@code pattern_based_subscription}. */
	PATTERN_BASED_SUBSCRIPTION,

	/** {@code subscription_revocation}. */
	SUBSCRIPTION_REVOCATION,

	/** {@code subscriber_blackwhite_listing}. */
	SUBSCRIBER_BLACKWHITE_LISTING,

	/** {@code publisher_exclusion}. */
	PUBLISHER_EXCLUSION,

	/** {@code sharded_subscription}. */
	SHARDED_SUBSCRIPTION,

	/** {@code subscription_meta_api}. */
	SUBSCRIPTION_META_API,

	/** {@code event_retention}. */
	EVENT_RETENTION,

	/** {@code event_history}. */
	EVENT_HISTORY,

	/** {@code payload_passthru_mode}. */
	PAYLOAD_PASSTHRU_MODE;

	/**
	 * Returns the word on the wire.
	 * @return the word
	 */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds the feature of a key. Understands the two misspellings of the protocol's
	 * text.
	 * @param key the key of the features dictionary
	 * @return the feature, {@code null} if it is unknown
	 */
	public static @Nullable Feature find(String key) {
		String known = switch (key) {
			case "call_cancelling" -> "call_canceling";
			case "shareded_subscriptions" -> "sharded_subscription";
			default -> key;
		};
		for (Feature feature : values()) {
			if (feature.wireName().equals(known)) {
				return feature;
			}
		}
		return null;
	}

}
