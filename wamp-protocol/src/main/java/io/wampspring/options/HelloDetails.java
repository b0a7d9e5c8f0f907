package io.wampspring.options;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Details of a HELLO: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md</a>
 */
public record HelloDetails(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("HELLO.Details")
		.key("roles", DictSchema.Kind.DICT)
		.key("authmethods", DictSchema.Kind.STRINGS)
		.key("authid", DictSchema.Kind.STRING)
		.key("authrole", DictSchema.Kind.STRING)
		.key("authextra", DictSchema.Kind.DICT)
		.key("agent", DictSchema.Kind.STRING)
		.build();

	/** Nothing set. */
	public static final HelloDetails NONE = new HelloDetails(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public HelloDetails {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static HelloDetails from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new HelloDetails(dict);
	}

	/**
	 * Returns roles and features of the client; see {@link RoleFeatures} ({@code roles}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Map<String, Object> roles() {
		return DictSchema.dict(this.toDict.get("roles"));
	}

	/**
	 * Returns the authentication methods the client has, best first
	 * ({@code authmethods}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable List<String> authmethods() {
		return DictSchema.strings(this.toDict.get("authmethods"));
	}

	/**
	 * Returns who the client says it is ({@code authid}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String authid() {
		return (String) this.toDict.get("authid");
	}

	/**
	 * Returns the role the client wants ({@code authrole}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String authrole() {
		return (String) this.toDict.get("authrole");
	}

	/**
	 * Returns what the authentication methods add ({@code authextra}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Map<String, Object> authextra() {
		return DictSchema.dict(this.toDict.get("authextra"));
	}

	/**
	 * Returns the software of the client ({@code agent}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String agent() {
		return (String) this.toDict.get("agent");
	}

	/**
	 * Sets roles and features of the client.
	 * @param roles the value of {@code roles}
	 * @return a changed copy
	 */
	public HelloDetails withRoles(Map<String, Object> roles) {
		return with("roles", roles);
	}

	/**
	 * Sets the authentication methods the client has, best first.
	 * @param authmethods the value of {@code authmethods}
	 * @return a changed copy
	 */
	public HelloDetails withAuthmethods(List<String> authmethods) {
		return with("authmethods", authmethods);
	}

	/**
	 * Sets who the client says it is.
	 * @param authid the value of {@code authid}
	 * @return a changed copy
	 */
	public HelloDetails withAuthid(String authid) {
		return with("authid", authid);
	}

	/**
	 * Sets the role the client wants.
	 * @param authrole the value of {@code authrole}
	 * @return a changed copy
	 */
	public HelloDetails withAuthrole(String authrole) {
		return with("authrole", authrole);
	}

	/**
	 * Sets what the authentication methods add.
	 * @param authextra the value of {@code authextra}
	 * @return a changed copy
	 */
	public HelloDetails withAuthextra(Map<String, Object> authextra) {
		return with("authextra", authextra);
	}

	/**
	 * Sets the software of the client.
	 * @param agent the value of {@code agent}
	 * @return a changed copy
	 */
	public HelloDetails withAgent(String agent) {
		return with("agent", agent);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public HelloDetails with(String key, Object value) {
		return new HelloDetails(DictSchema.with(this.toDict, key, value));
	}

}
