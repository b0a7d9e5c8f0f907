package io.wampspring.options;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a router revoked by itself: a checked view of the dictionary. Unknown keys are
 * kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/pubsub_subscription_revocation.md, advanced/rpc_registration_revocation.md</a>
 */
public record RevocationDetails(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("UNSUBSCRIBED.Details, UNREGISTERED.Details")
		.key("subscription", DictSchema.Kind.ID)
		.key("registration", DictSchema.Kind.ID)
		.key("reason", DictSchema.Kind.STRING)
		.build();

	/** Nothing set. */
	public static final RevocationDetails NONE = new RevocationDetails(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public RevocationDetails {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static RevocationDetails from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new RevocationDetails(dict);
	}

	/**
	 * Returns the subscription ({@code subscription}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long subscription() {
		return DictSchema.integer(this.toDict.get("subscription"));
	}

	/**
	 * Returns the registration ({@code registration}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long registration() {
		return DictSchema.integer(this.toDict.get("registration"));
	}

	/**
	 * Returns why, a URI ({@code reason}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String reason() {
		return (String) this.toDict.get("reason");
	}

	/**
	 * Sets the subscription.
	 * @param subscription the value of {@code subscription}
	 * @return a changed copy
	 */
	public RevocationDetails withSubscription(long subscription) {
		return with("subscription", subscription);
	}

	/**
	 * Sets the registration.
	 * @param registration the value of {@code registration}
	 * @return a changed copy
	 */
	public RevocationDetails withRegistration(long registration) {
		return with("registration", registration);
	}

	/**
	 * Sets why, a URI.
	 * @param reason the value of {@code reason}
	 * @return a changed copy
	 */
	public RevocationDetails withReason(String reason) {
		return with("reason", reason);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public RevocationDetails with(String key, Object value) {
		return new RevocationDetails(DictSchema.with(this.toDict, key, value));
	}

}
