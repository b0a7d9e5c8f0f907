package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Options of a YIELD: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_progressive_call_results.md</a>
 */
public record YieldOptions(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("YIELD.Options")
		.key("progress", DictSchema.Kind.BOOL)
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
	public static final YieldOptions NONE = new YieldOptions(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public YieldOptions {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static YieldOptions from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new YieldOptions(dict);
	}

	/**
	 * Returns whether more results follow ({@code progress}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean progress() {
		return (Boolean) this.toDict.get("progress");
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
	public YieldOptions withProgress(boolean progress) {
		return with("progress", progress);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public YieldOptions with(String key, Object value) {
		return new YieldOptions(DictSchema.with(this.toDict, key, value));
	}

}
