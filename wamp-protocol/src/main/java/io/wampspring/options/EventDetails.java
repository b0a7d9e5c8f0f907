package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Details of an EVENT: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/pubsub_*.md</a>
 */
public record EventDetails(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("EVENT.Details")
		.key("publisher", DictSchema.Kind.ID)
		.key("publisher_authid", DictSchema.Kind.STRING)
		.key("publisher_authrole", DictSchema.Kind.STRING)
		.key("topic", DictSchema.Kind.STRING)
		.key("retained", DictSchema.Kind.BOOL)
		.key("trustlevel", DictSchema.Kind.INTEGER)
		.key("x_acknowledged_delivery", DictSchema.Kind.BOOL)
		.key("transaction_hash", DictSchema.Kind.STRING)
		.key("forward_for", DictSchema.Kind.FORWARD_FOR)
		.key("ppt_scheme", DictSchema.Kind.STRING)
		.key("ppt_serializer", DictSchema.Kind.STRING)
		.key("ppt_cipher", DictSchema.Kind.STRING)
		.key("ppt_keyid", DictSchema.Kind.STRING)
		.key("enc_algo", DictSchema.Kind.ENC_ALGO)
		.key("enc_serializer", DictSchema.Kind.STRING)
		.key("enc_key", DictSchema.Kind.STRING)
		.build();

	/** Nothing set. */
	public static final EventDetails NONE = new EventDetails(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public EventDetails {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static EventDetails from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new EventDetails(dict);
	}

	/**
	 * Returns the session of the publisher ({@code publisher}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long publisher() {
		return DictSchema.integer(this.toDict.get("publisher"));
	}

	/**
	 * Returns the authid of the publisher ({@code publisher_authid}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String publisherAuthid() {
		return (String) this.toDict.get("publisher_authid");
	}

	/**
	 * Returns the authrole of the publisher ({@code publisher_authrole}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String publisherAuthrole() {
		return (String) this.toDict.get("publisher_authrole");
	}

	/**
	 * Returns the topic it was published to; always there for pattern subscriptions
	 * ({@code topic}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String topic() {
		return (String) this.toDict.get("topic");
	}

	/**
	 * Returns whether the event was kept for this subscriber ({@code retained}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean retained() {
		return (Boolean) this.toDict.get("retained");
	}

	/**
	 * Returns the trust level of the publication ({@code trustlevel}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long trustlevel() {
		return DictSchema.integer(this.toDict.get("trustlevel"));
	}

	/**
	 * Returns whether the delivery is to be acknowledged
	 * ({@code x_acknowledged_delivery}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean xAcknowledgedDelivery() {
		return (Boolean) this.toDict.get("x_acknowledged_delivery");
	}

	/**
	 * Returns the hash of an application transaction ({@code transaction_hash}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String transactionHash() {
		return (String) this.toDict.get("transaction_hash");
	}

	/**
	 * Returns the sessions it was forwarded for ({@code forward_for}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable List<Map<String, Object>> forwardFor() {
		return DictSchema.dicts(this.toDict.get("forward_for"));
	}

	/**
	 * Returns the scheme of a payload passed through ({@code ppt_scheme}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String pptScheme() {
		return (String) this.toDict.get("ppt_scheme");
	}

	/**
	 * Returns how the payload passed through is serialized ({@code ppt_serializer}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String pptSerializer() {
		return (String) this.toDict.get("ppt_serializer");
	}

	/**
	 * Returns how the payload passed through is encrypted ({@code ppt_cipher}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String pptCipher() {
		return (String) this.toDict.get("ppt_cipher");
	}

	/**
	 * Returns the key of the payload passed through ({@code ppt_keyid}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String pptKeyid() {
		return (String) this.toDict.get("ppt_keyid");
	}

	/**
	 * Returns the algorithm of an encrypted payload ({@code enc_algo}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String encAlgo() {
		return (String) this.toDict.get("enc_algo");
	}

	/**
	 * Returns how an encrypted payload is serialized ({@code enc_serializer}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String encSerializer() {
		return (String) this.toDict.get("enc_serializer");
	}

	/**
	 * Returns the key of an encrypted payload ({@code enc_key}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String encKey() {
		return (String) this.toDict.get("enc_key");
	}

	/**
	 * Sets the session of the publisher.
	 * @param publisher the value of {@code publisher}
	 * @return a changed copy
	 */
	public EventDetails withPublisher(long publisher) {
		return with("publisher", publisher);
	}

	/**
	 * Sets the authid of the publisher.
	 * @param publisherAuthid the value of {@code publisher_authid}
	 * @return a changed copy
	 */
	public EventDetails withPublisherAuthid(String publisherAuthid) {
		return with("publisher_authid", publisherAuthid);
	}

	/**
	 * Sets the authrole of the publisher.
	 * @param publisherAuthrole the value of {@code publisher_authrole}
	 * @return a changed copy
	 */
	public EventDetails withPublisherAuthrole(String publisherAuthrole) {
		return with("publisher_authrole", publisherAuthrole);
	}

	/**
	 * Sets the topic it was published to.
	 * @param topic the value of {@code topic}
	 * @return a changed copy
	 */
	public EventDetails withTopic(String topic) {
		return with("topic", topic);
	}

	/**
	 * Sets whether the event was kept for this subscriber.
	 * @param retained the value of {@code retained}
	 * @return a changed copy
	 */
	public EventDetails withRetained(boolean retained) {
		return with("retained", retained);
	}

	/**
	 * Sets the trust level of the publication.
	 * @param trustlevel the value of {@code trustlevel}
	 * @return a changed copy
	 */
	public EventDetails withTrustlevel(long trustlevel) {
		return with("trustlevel", trustlevel);
	}

	/**
	 * Sets whether the delivery is to be acknowledged.
	 * @param xAcknowledgedDelivery the value of {@code x_acknowledged_delivery}
	 * @return a changed copy
	 */
	public EventDetails withXAcknowledgedDelivery(boolean xAcknowledgedDelivery) {
		return with("x_acknowledged_delivery", xAcknowledgedDelivery);
	}

	/**
	 * Sets the hash of an application transaction.
	 * @param transactionHash the value of {@code transaction_hash}
	 * @return a changed copy
	 */
	public EventDetails withTransactionHash(String transactionHash) {
		return with("transaction_hash", transactionHash);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public EventDetails with(String key, Object value) {
		return new EventDetails(DictSchema.with(this.toDict, key, value));
	}

}
