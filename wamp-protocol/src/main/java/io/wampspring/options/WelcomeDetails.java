package io.wampspring.options;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Details of a WELCOME: a checked view of the dictionary. Unknown keys are kept.
 *
 * @param toDict the dictionary as it is on the wire, unmodifiable
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md</a>
 */
public record WelcomeDetails(Map<String, Object> toDict) {

	private static final DictSchema SCHEMA = DictSchema.of("WELCOME.Details")
		.key("roles", DictSchema.Kind.DICT)
		.key("realm", DictSchema.Kind.STRING)
		.key("authid", DictSchema.Kind.STRING)
		.key("authrole", DictSchema.Kind.STRING)
		.key("authmethod", DictSchema.Kind.STRING)
		.key("authprovider", DictSchema.Kind.STRING)
		.key("authextra", DictSchema.Kind.DICT)
		.key("agent", DictSchema.Kind.STRING)
		.build();

	/** Nothing set. */
	public static final WelcomeDetails NONE = new WelcomeDetails(Map.of());

	/**
	 * Checks and copies the dictionary.
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public WelcomeDetails {
		toDict = SCHEMA.check(toDict);
	}

	/**
	 * Reads the dictionary of a received message.
	 * @param dict the dictionary
	 * @return the view
	 * @throws io.wampspring.message.ProtocolViolationException if a known key has a value
	 * of the wrong type; the message names the key
	 */
	public static WelcomeDetails from(Map<String, Object> dict) {
		return dict.isEmpty() ? NONE : new WelcomeDetails(dict);
	}

	/**
	 * Returns roles and features of the router; see {@link RoleFeatures} ({@code roles}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Map<String, Object> roles() {
		return DictSchema.dict(this.toDict.get("roles"));
	}

	/**
	 * Returns the realm that was joined ({@code realm}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String realm() {
		return (String) this.toDict.get("realm");
	}

	/**
	 * Returns who the client is ({@code authid}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String authid() {
		return (String) this.toDict.get("authid");
	}

	/**
	 * Returns the role of the client ({@code authrole}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String authrole() {
		return (String) this.toDict.get("authrole");
	}

	/**
	 * Returns how the client proved its identity ({@code authmethod}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String authmethod() {
		return (String) this.toDict.get("authmethod");
	}

	/**
	 * Returns who checked the identity ({@code authprovider}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String authprovider() {
		return (String) this.toDict.get("authprovider");
	}

	/**
	 * Returns what the authentication method adds ({@code authextra}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable Map<String, Object> authextra() {
		return DictSchema.dict(this.toDict.get("authextra"));
	}

	/**
	 * Returns the software of the router ({@code agent}).
	 * @return the value, {@code null} when absent
	 */
	public @Nullable String agent() {
		return (String) this.toDict.get("agent");
	}

	/**
	 * Sets roles and features of the router.
	 * @param roles the value of {@code roles}
	 * @return a changed copy
	 */
	public WelcomeDetails withRoles(Map<String, Object> roles) {
		return with("roles", roles);
	}

	/**
	 * Sets the realm that was joined.
	 * @param realm the value of {@code realm}
	 * @return a changed copy
	 */
	public WelcomeDetails withRealm(String realm) {
		return with("realm", realm);
	}

	/**
	 * Sets who the client is.
	 * @param authid the value of {@code authid}
	 * @return a changed copy
	 */
	public WelcomeDetails withAuthid(String authid) {
		return with("authid", authid);
	}

	/**
	 * Sets the role of the client.
	 * @param authrole the value of {@code authrole}
	 * @return a changed copy
	 */
	public WelcomeDetails withAuthrole(String authrole) {
		return with("authrole", authrole);
	}

	/**
	 * Sets how the client proved its identity.
	 * @param authmethod the value of {@code authmethod}
	 * @return a changed copy
	 */
	public WelcomeDetails withAuthmethod(String authmethod) {
		return with("authmethod", authmethod);
	}

	/**
	 * Sets who checked the identity.
	 * @param authprovider the value of {@code authprovider}
	 * @return a changed copy
	 */
	public WelcomeDetails withAuthprovider(String authprovider) {
		return with("authprovider", authprovider);
	}

	/**
	 * Sets what the authentication method adds.
	 * @param authextra the value of {@code authextra}
	 * @return a changed copy
	 */
	public WelcomeDetails withAuthextra(Map<String, Object> authextra) {
		return with("authextra", authextra);
	}

	/**
	 * Sets the software of the router.
	 * @param agent the value of {@code agent}
	 * @return a changed copy
	 */
	public WelcomeDetails withAgent(String agent) {
		return with("agent", agent);
	}

	/**
	 * Sets any key, one of a dialect for instance.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return a changed copy
	 */
	public WelcomeDetails with(String key, Object value) {
		return new WelcomeDetails(DictSchema.with(this.toDict, key, value));
	}

}
