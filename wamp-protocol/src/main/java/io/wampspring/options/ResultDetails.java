package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Details of a RESULT: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_*.md</a>
 */
public record ResultDetails(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("RESULT.Details")
		.key("progress", DictSchema.Kind.BOOL)
		.key("callee", DictSchema.Kind.ID)
		.key("callee_authid", DictSchema.Kind.STRING)
		.key("callee_authrole", DictSchema.Kind.STRING)
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
	public static final ResultDetails NONE = new ResultDetails(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public ResultDetails {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static ResultDetails from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new ResultDetails(dict);
	}

	/**
	 * Returns whether more results follow ({@code progress}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean progress() {
		return (Boolean) this.toDict.get("progress");
	}

	/**
	 * Returns the session of the callee (sent by Crossbar.io) ({@code callee}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long callee() {
		return DictSchema.integer(this.toDict.get("callee"));
	}

	/**
	 * Returns the authid of the callee ({@code callee_authid}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String calleeAuthid() {
		return (String) this.toDict.get("callee_authid");
	}

	/**
	 * Returns the authrole of the callee ({@code callee_authrole}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String calleeAuthrole() {
		return (String) this.toDict.get("callee_authrole");
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
	 * Sets whether more results follow.
	 * @param progress the value of {@code progress}
	 * @return a changed copy
	 */
	public ResultDetails withProgress(boolean progress) {
		return with("progress", progress);
	}

	/**
	 * Sets the session of the callee (sent by Crossbar.io).
	 * @param callee the value of {@code callee}
	 * @return a changed copy
	 */
	public ResultDetails withCallee(long callee) {
		return with("callee", callee);
	}

	/**
	 * Sets the authid of the callee.
	 * @param calleeAuthid the value of {@code callee_authid}
	 * @return a changed copy
	 */
	public ResultDetails withCalleeAuthid(String calleeAuthid) {
		return with("callee_authid", calleeAuthid);
	}

	/**
	 * Sets the authrole of the callee.
	 * @param calleeAuthrole the value of {@code callee_authrole}
	 * @return a changed copy
	 */
	public ResultDetails withCalleeAuthrole(String calleeAuthrole) {
		return with("callee_authrole", calleeAuthrole);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public ResultDetails with(String key, Object value) {
		return new ResultDetails(DictSchema.with(this.toDict, key, value));
	}

}
