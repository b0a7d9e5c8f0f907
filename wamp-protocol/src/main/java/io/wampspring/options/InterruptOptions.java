package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Options of an INTERRUPT: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_call_canceling.md</a>
 */
public record InterruptOptions(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("INTERRUPT.Options")
		.key("mode", DictSchema.Kind.STRING)
		.key("reason", DictSchema.Kind.STRING)
		.key("forward_for", DictSchema.Kind.FORWARD_FOR)
		.build();

	/** Nothing set. */
	public static final InterruptOptions NONE = new InterruptOptions(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public InterruptOptions {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static InterruptOptions from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new InterruptOptions(dict);
	}

	/**
	 * Returns how the call was canceled; see {@link CancelMode} ({@code mode}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String mode() {
		return (String) this.toDict.get("mode");
	}

	/**
	 * Returns why, a URI ({@code reason}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String reason() {
		return (String) this.toDict.get("reason");
	}

	/**
	 * Returns the sessions it was forwarded for ({@code forward_for}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable List<Map<String, Object>> forwardFor() {
		return DictSchema.dicts(this.toDict.get("forward_for"));
	}

	/**
	 * Sets how the call was canceled.
	 * @param mode the value of {@code mode}
	 * @return a changed copy
	 */
	public InterruptOptions withMode(String mode) {
		return with("mode", mode);
	}

	/**
	 * Sets why, a URI.
	 * @param reason the value of {@code reason}
	 * @return a changed copy
	 */
	public InterruptOptions withReason(String reason) {
		return with("reason", reason);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public InterruptOptions with(String key, Object value) {
		return new InterruptOptions(DictSchema.with(this.toDict, key, value));
	}

}
