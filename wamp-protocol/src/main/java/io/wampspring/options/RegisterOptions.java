package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Options of a REGISTER: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_*.md</a>
 */
public record RegisterOptions(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("REGISTER.Options")
		.key("match", DictSchema.Kind.MATCH)
		.key("invoke", DictSchema.Kind.STRING)
		.key("concurrency", DictSchema.Kind.INTEGER)
		.key("disclose_caller", DictSchema.Kind.BOOL)
		.key("forward_timeout", DictSchema.Kind.BOOL)
		.key("force_reregister", DictSchema.Kind.BOOL)
		.key("forward_for", DictSchema.Kind.FORWARD_FOR)
		.build();

	/** Nothing set. */
	public static final RegisterOptions NONE = new RegisterOptions(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public RegisterOptions {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static RegisterOptions from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new RegisterOptions(dict);
	}

	/**
	 * Returns how the procedure matches ({@code match}).
	 * @return the policy, {@link MatchPolicy#EXACT} when absent
	 */
	public MatchPolicy match() {
		return MatchPolicy.of((String) this.toDict.get("match"));
	}

	/**
	 * Returns how a callee is picked; see {@link InvocationPolicy} ({@code invoke}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String invoke() {
		return (String) this.toDict.get("invoke");
	}

	/**
	 * Returns how many calls a callee gets at once (understood by Crossbar.io)
	 * ({@code concurrency}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Long concurrency() {
		return DictSchema.integer(this.toDict.get("concurrency"));
	}

	/**
	 * Returns whether callers are disclosed to the callee ({@code disclose_caller}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean discloseCaller() {
		return (Boolean) this.toDict.get("disclose_caller");
	}

	/**
	 * Returns whether the callee watches the time-out itself ({@code forward_timeout}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean forwardTimeout() {
		return (Boolean) this.toDict.get("forward_timeout");
	}

	/**
	 * Returns whether an existing registration is taken over (understood by Crossbar.io)
	 * ({@code force_reregister}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean forceReregister() {
		return (Boolean) this.toDict.get("force_reregister");
	}

	/**
	 * Returns the sessions it was forwarded for ({@code forward_for}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable List<Map<String, Object>> forwardFor() {
		return DictSchema.dicts(this.toDict.get("forward_for"));
	}

	/**
	 * Sets how the procedure matches.
	 * @param match the value of {@code match}
	 * @return a changed copy
	 */
	public RegisterOptions withMatch(MatchPolicy match) {
		return with("match", match.wireName());
	}

	/**
	 * Sets how a callee is picked.
	 * @param invoke the value of {@code invoke}
	 * @return a changed copy
	 */
	public RegisterOptions withInvoke(String invoke) {
		return with("invoke", invoke);
	}

	/**
	 * Sets how many calls a callee gets at once (understood by Crossbar.io).
	 * @param concurrency the value of {@code concurrency}
	 * @return a changed copy
	 */
	public RegisterOptions withConcurrency(long concurrency) {
		return with("concurrency", concurrency);
	}

	/**
	 * Sets whether callers are disclosed to the callee.
	 * @param discloseCaller the value of {@code disclose_caller}
	 * @return a changed copy
	 */
	public RegisterOptions withDiscloseCaller(boolean discloseCaller) {
		return with("disclose_caller", discloseCaller);
	}

	/**
	 * Sets whether the callee watches the time-out itself.
	 * @param forwardTimeout the value of {@code forward_timeout}
	 * @return a changed copy
	 */
	public RegisterOptions withForwardTimeout(boolean forwardTimeout) {
		return with("forward_timeout", forwardTimeout);
	}

	/**
	 * Sets whether an existing registration is taken over (understood by Crossbar.io).
	 * @param forceReregister the value of {@code force_reregister}
	 * @return a changed copy
	 */
	public RegisterOptions withForceReregister(boolean forceReregister) {
		return with("force_reregister", forceReregister);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public RegisterOptions with(String key, Object value) {
		return new RegisterOptions(DictSchema.with(this.toDict, key, value));
	}

}
