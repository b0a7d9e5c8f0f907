package io.wampspring.options;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Details of an ABORT or GOODBYE: a checked view of the dictionary. Unknown keys are
 * kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md</a>
 */
public record CloseDetails(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("ABORT.Details, GOODBYE.Details")
		.key("message", DictSchema.Kind.STRING)
		.build();

	/** Nothing set. */
	public static final CloseDetails NONE = new CloseDetails(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public CloseDetails {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static CloseDetails from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new CloseDetails(dict);
	}

	/**
	 * Returns a text for people ({@code message}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String message() {
		return (String) this.toDict.get("message");
	}

	/**
	 * Sets a text for people.
	 * @param message the value of {@code message}
	 * @return a changed copy
	 */
	public CloseDetails withMessage(String message) {
		return with("message", message);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public CloseDetails with(String key, Object value) {
		return new CloseDetails(DictSchema.with(this.toDict, key, value));
	}

}
