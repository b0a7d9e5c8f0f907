package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Details of an INVOCATION: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_*.md</a>
 */
public record InvocationDetails(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("INVOCATION.Details")
		.key("caller", DictSchema.Kind.ID)
		.key("caller_authid", DictSchema.Kind.STRING)
		.key("caller_authrole", DictSchema.Kind.STRING)
		.key("procedure", DictSchema.Kind.STRING)
		.key("progress", DictSchema.Kind.BOOL)
		.key("receive_progress", DictSchema.Kind.BOOL)
		.key("timeout", DictSchema.Kind.INTEGER)
		.key("trustlevel", DictSchema.Kind.INTEGER)
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
	public static final InvocationDetails NONE = new InvocationDetails(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public InvocationDetails {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static InvocationDetails from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new InvocationDetails(dict);
	}

	/**
	 * Returns the session of the caller ({@code caller}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long caller() {
		return DictSchema.integer(this.toDict.get("caller"));
	}

	/**
	 * Returns the authid of the caller ({@code caller_authid}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String callerAuthid() {
		return (String) this.toDict.get("caller_authid");
	}

	/**
	 * Returns the authrole of the caller ({@code caller_authrole}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String callerAuthrole() {
		return (String) this.toDict.get("caller_authrole");
	}

	/**
	 * Returns the procedure that was called; always there for pattern registrations
	 * ({@code procedure}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String procedure() {
		return (String) this.toDict.get("procedure");
	}

	/**
	 * Returns whether further invocations with the same request follow
	 * ({@code progress}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean progress() {
		return (Boolean) this.toDict.get("progress");
	}

	/**
	 * Returns whether progressive results are wanted ({@code receive_progress}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean receiveProgress() {
		return (Boolean) this.toDict.get("receive_progress");
	}

	/**
	 * Returns after how many milliseconds the callee should give up ({@code timeout}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long timeout() {
		return DictSchema.integer(this.toDict.get("timeout"));
	}

	/**
	 * Returns the trust level of the call ({@code trustlevel}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long trustlevel() {
		return DictSchema.integer(this.toDict.get("trustlevel"));
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
	 * Sets the session of the caller.
	 * @param caller the value of {@code caller}
	 * @return a changed copy
	 */
	public InvocationDetails withCaller(long caller) {
		return with("caller", caller);
	}

	/**
	 * Sets the authid of the caller.
	 * @param callerAuthid the value of {@code caller_authid}
	 * @return a changed copy
	 */
	public InvocationDetails withCallerAuthid(String callerAuthid) {
		return with("caller_authid", callerAuthid);
	}

	/**
	 * Sets the authrole of the caller.
	 * @param callerAuthrole the value of {@code caller_authrole}
	 * @return a changed copy
	 */
	public InvocationDetails withCallerAuthrole(String callerAuthrole) {
		return with("caller_authrole", callerAuthrole);
	}

	/**
	 * Sets the procedure that was called.
	 * @param procedure the value of {@code procedure}
	 * @return a changed copy
	 */
	public InvocationDetails withProcedure(String procedure) {
		return with("procedure", procedure);
	}

	/**
	 * Sets whether further invocations with the same request follow.
	 * @param progress the value of {@code progress}
	 * @return a changed copy
	 */
	public InvocationDetails withProgress(boolean progress) {
		return with("progress", progress);
	}

	/**
	 * Sets whether progressive results are wanted.
	 * @param receiveProgress the value of {@code receive_progress}
	 * @return a changed copy
	 */
	public InvocationDetails withReceiveProgress(boolean receiveProgress) {
		return with("receive_progress", receiveProgress);
	}

	/**
	 * Sets after how many milliseconds the callee should give up.
	 * @param timeout the value of {@code timeout}
	 * @return a changed copy
	 */
	public InvocationDetails withTimeout(long timeout) {
		return with("timeout", timeout);
	}

	/**
	 * Sets the trust level of the call.
	 * @param trustlevel the value of {@code trustlevel}
	 * @return a changed copy
	 */
	public InvocationDetails withTrustlevel(long trustlevel) {
		return with("trustlevel", trustlevel);
	}

	/**
	 * Sets the hash of an application transaction.
	 * @param transactionHash the value of {@code transaction_hash}
	 * @return a changed copy
	 */
	public InvocationDetails withTransactionHash(String transactionHash) {
		return with("transaction_hash", transactionHash);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public InvocationDetails with(String key, Object value) {
		return new InvocationDetails(DictSchema.with(this.toDict, key, value));
	}

}
