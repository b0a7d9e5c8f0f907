package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Options of a CALL: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_*.md</a>
 */
public record CallOptions(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("CALL.Options")
		.key("receive_progress", DictSchema.Kind.BOOL)
		.key("progress", DictSchema.Kind.BOOL)
		.key("timeout", DictSchema.Kind.INTEGER)
		.key("disclose_me", DictSchema.Kind.BOOL)
		.key("rkey", DictSchema.Kind.STRING)
		.key("runmode", DictSchema.Kind.STRING)
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
	public static final CallOptions NONE = new CallOptions(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public CallOptions {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static CallOptions from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new CallOptions(dict);
	}

	/**
	 * Returns whether progressive results are wanted ({@code receive_progress}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean receiveProgress() {
		return (Boolean) this.toDict.get("receive_progress");
	}

	/**
	 * Returns whether further calls with the same request follow ({@code progress}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean progress() {
		return (Boolean) this.toDict.get("progress");
	}

	/**
	 * Returns after how many milliseconds the dealer gives up, 0 for never
	 * ({@code timeout}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long timeout() {
		return DictSchema.integer(this.toDict.get("timeout"));
	}

	/**
	 * Returns whether the caller's identity is disclosed ({@code disclose_me}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean discloseMe() {
		return (Boolean) this.toDict.get("disclose_me");
	}

	/**
	 * Returns the key of a sharded registration ({@code rkey}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String rkey() {
		return (String) this.toDict.get("rkey");
	}

	/**
	 * Returns the mode of a sharded registration ({@code runmode}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String runmode() {
		return (String) this.toDict.get("runmode");
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
	 * Sets whether progressive results are wanted.
	 * @param receiveProgress the value of {@code receive_progress}
	 * @return a changed copy
	 */
	public CallOptions withReceiveProgress(boolean receiveProgress) {
		return with("receive_progress", receiveProgress);
	}

	/**
	 * Sets whether further calls with the same request follow.
	 * @param progress the value of {@code progress}
	 * @return a changed copy
	 */
	public CallOptions withProgress(boolean progress) {
		return with("progress", progress);
	}

	/**
	 * Sets after how many milliseconds the dealer gives up, 0 for never.
	 * @param timeout the value of {@code timeout}
	 * @return a changed copy
	 */
	public CallOptions withTimeout(long timeout) {
		return with("timeout", timeout);
	}

	/**
	 * Sets whether the caller's identity is disclosed.
	 * @param discloseMe the value of {@code disclose_me}
	 * @return a changed copy
	 */
	public CallOptions withDiscloseMe(boolean discloseMe) {
		return with("disclose_me", discloseMe);
	}

	/**
	 * Sets the key of a sharded registration.
	 * @param rkey the value of {@code rkey}
	 * @return a changed copy
	 */
	public CallOptions withRkey(String rkey) {
		return with("rkey", rkey);
	}

	/**
	 * Sets the mode of a sharded registration.
	 * @param runmode the value of {@code runmode}
	 * @return a changed copy
	 */
	public CallOptions withRunmode(String runmode) {
		return with("runmode", runmode);
	}

	/**
	 * Sets the hash of an application transaction.
	 * @param transactionHash the value of {@code transaction_hash}
	 * @return a changed copy
	 */
	public CallOptions withTransactionHash(String transactionHash) {
		return with("transaction_hash", transactionHash);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public CallOptions with(String key, Object value) {
		return new CallOptions(DictSchema.with(this.toDict, key, value));
	}

}
