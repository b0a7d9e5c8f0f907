package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Options of a PUBLISH: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/pubsub_*.md</a>
 */
public record PublishOptions(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("PUBLISH.Options")
		.key("acknowledge", DictSchema.Kind.BOOL)
		.key("exclude_me", DictSchema.Kind.BOOL)
		.key("exclude", DictSchema.Kind.IDS)
		.key("exclude_authid", DictSchema.Kind.STRINGS)
		.key("exclude_authrole", DictSchema.Kind.STRINGS)
		.key("eligible", DictSchema.Kind.IDS)
		.key("eligible_authid", DictSchema.Kind.STRINGS)
		.key("eligible_authrole", DictSchema.Kind.STRINGS)
		.key("disclose_me", DictSchema.Kind.BOOL)
		.key("retain", DictSchema.Kind.BOOL)
		.key("rkey", DictSchema.Kind.STRING)
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
	public static final PublishOptions NONE = new PublishOptions(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public PublishOptions {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static PublishOptions from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new PublishOptions(dict);
	}

	/**
	 * Returns whether the broker answers ({@code acknowledge}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean acknowledge() {
		return (Boolean) this.toDict.get("acknowledge");
	}

	/**
	 * Returns whether the publisher itself gets no event; absent means yes
	 * ({@code exclude_me}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean excludeMe() {
		return (Boolean) this.toDict.get("exclude_me");
	}

	/**
	 * Returns sessions that get no event ({@code exclude}).
	 * @return the ids, {@code null} when absent, which is not the same as empty
	 */
	public @Nullable List<Long> exclude() {
		return DictSchema.ids(this.toDict.get("exclude"));
	}

	/**
	 * Returns authids that get no event ({@code exclude_authid}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable List<String> excludeAuthid() {
		return DictSchema.strings(this.toDict.get("exclude_authid"));
	}

	/**
	 * Returns authroles that get no event ({@code exclude_authrole}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable List<String> excludeAuthrole() {
		return DictSchema.strings(this.toDict.get("exclude_authrole"));
	}

	/**
	 * Returns the only sessions that get the event; empty means none ({@code eligible}).
	 * @return the ids, {@code null} when absent, which is not the same as empty
	 */
	public @Nullable List<Long> eligible() {
		return DictSchema.ids(this.toDict.get("eligible"));
	}

	/**
	 * Returns the only authids that get the event ({@code eligible_authid}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable List<String> eligibleAuthid() {
		return DictSchema.strings(this.toDict.get("eligible_authid"));
	}

	/**
	 * Returns the only authroles that get the event ({@code eligible_authrole}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable List<String> eligibleAuthrole() {
		return DictSchema.strings(this.toDict.get("eligible_authrole"));
	}

	/**
	 * Returns whether the publisher's identity is disclosed ({@code disclose_me}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean discloseMe() {
		return (Boolean) this.toDict.get("disclose_me");
	}

	/**
	 * Returns whether the broker keeps the event for later subscribers ({@code retain}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean retain() {
		return (Boolean) this.toDict.get("retain");
	}

	/**
	 * Returns the key of a sharded subscription ({@code rkey}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String rkey() {
		return (String) this.toDict.get("rkey");
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
	 * Sets whether the broker answers.
	 * @param acknowledge the value of {@code acknowledge}
	 * @return a changed copy
	 */
	public PublishOptions withAcknowledge(boolean acknowledge) {
		return with("acknowledge", acknowledge);
	}

	/**
	 * Sets whether the publisher itself gets no event.
	 * @param excludeMe the value of {@code exclude_me}
	 * @return a changed copy
	 */
	public PublishOptions withExcludeMe(boolean excludeMe) {
		return with("exclude_me", excludeMe);
	}

	/**
	 * Sets sessions that get no event.
	 * @param exclude the value of {@code exclude}
	 * @return a changed copy
	 */
	public PublishOptions withExclude(List<Long> exclude) {
		return with("exclude", exclude);
	}

	/**
	 * Sets authids that get no event.
	 * @param excludeAuthid the value of {@code exclude_authid}
	 * @return a changed copy
	 */
	public PublishOptions withExcludeAuthid(List<String> excludeAuthid) {
		return with("exclude_authid", excludeAuthid);
	}

	/**
	 * Sets authroles that get no event.
	 * @param excludeAuthrole the value of {@code exclude_authrole}
	 * @return a changed copy
	 */
	public PublishOptions withExcludeAuthrole(List<String> excludeAuthrole) {
		return with("exclude_authrole", excludeAuthrole);
	}

	/**
	 * Sets the only sessions that get the event.
	 * @param eligible the value of {@code eligible}
	 * @return a changed copy
	 */
	public PublishOptions withEligible(List<Long> eligible) {
		return with("eligible", eligible);
	}

	/**
	 * Sets the only authids that get the event.
	 * @param eligibleAuthid the value of {@code eligible_authid}
	 * @return a changed copy
	 */
	public PublishOptions withEligibleAuthid(List<String> eligibleAuthid) {
		return with("eligible_authid", eligibleAuthid);
	}

	/**
	 * Sets the only authroles that get the event.
	 * @param eligibleAuthrole the value of {@code eligible_authrole}
	 * @return a changed copy
	 */
	public PublishOptions withEligibleAuthrole(List<String> eligibleAuthrole) {
		return with("eligible_authrole", eligibleAuthrole);
	}

	/**
	 * Sets whether the publisher's identity is disclosed.
	 * @param discloseMe the value of {@code disclose_me}
	 * @return a changed copy
	 */
	public PublishOptions withDiscloseMe(boolean discloseMe) {
		return with("disclose_me", discloseMe);
	}

	/**
	 * Sets whether the broker keeps the event for later subscribers.
	 * @param retain the value of {@code retain}
	 * @return a changed copy
	 */
	public PublishOptions withRetain(boolean retain) {
		return with("retain", retain);
	}

	/**
	 * Sets the key of a sharded subscription.
	 * @param rkey the value of {@code rkey}
	 * @return a changed copy
	 */
	public PublishOptions withRkey(String rkey) {
		return with("rkey", rkey);
	}

	/**
	 * Sets the hash of an application transaction.
	 * @param transactionHash the value of {@code transaction_hash}
	 * @return a changed copy
	 */
	public PublishOptions withTransactionHash(String transactionHash) {
		return with("transaction_hash", transactionHash);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public PublishOptions with(String key, Object value) {
		return new PublishOptions(DictSchema.with(this.toDict, key, value));
	}

}
