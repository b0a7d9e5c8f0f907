package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Options of a SUBSCRIBE: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/pubsub_*.md</a>
 */
public record SubscribeOptions(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("SUBSCRIBE.Options")
		.key("match", DictSchema.Kind.MATCH)
		.key("get_retained", DictSchema.Kind.BOOL)
		.key("nkey", DictSchema.Kind.STRING)
		.key("forward_for", DictSchema.Kind.FORWARD_FOR)
		.build();

	/** Nothing set. */
	public static final SubscribeOptions NONE = new SubscribeOptions(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public SubscribeOptions {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static SubscribeOptions from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new SubscribeOptions(dict);
	}

	/**
	 * Returns how the topic matches ({@code match}).
	 * @return the policy, {@link MatchPolicy#EXACT} when absent
	 */
	public MatchPolicy match() {
		return MatchPolicy.of((String) this.toDict.get("match"));
	}

	/**
	 * Returns whether a retained event is wanted ({@code get_retained}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Boolean getRetained() {
		return (Boolean) this.toDict.get("get_retained");
	}

	/**
	 * Returns the key of a sharded subscription ({@code nkey}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String nkey() {
		return (String) this.toDict.get("nkey");
	}

	/**
	 * Returns the sessions it was forwarded for ({@code forward_for}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable List<Map<String, Object>> forwardFor() {
		return DictSchema.dicts(this.toDict.get("forward_for"));
	}

	/**
	 * Sets how the topic matches.
	 * @param match the value of {@code match}
	 * @return a changed copy
	 */
	public SubscribeOptions withMatch(MatchPolicy match) {
		return with("match", match.wireName());
	}

	/**
	 * Sets whether a retained event is wanted.
	 * @param getRetained the value of {@code get_retained}
	 * @return a changed copy
	 */
	public SubscribeOptions withGetRetained(boolean getRetained) {
		return with("get_retained", getRetained);
	}

	/**
	 * Sets the key of a sharded subscription.
	 * @param nkey the value of {@code nkey}
	 * @return a changed copy
	 */
	public SubscribeOptions withNkey(String nkey) {
		return with("nkey", nkey);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public SubscribeOptions with(String key, Object value) {
		return new SubscribeOptions(DictSchema.with(this.toDict, key, value));
	}

}
