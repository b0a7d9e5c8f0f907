package io.wampspring.router.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.wampspring.uri.UriRules;

/**
 * A realm and who may join it. Trusted sessions of the application itself always may.
 *
 * @param name the URI of the realm
 * @param anonymous whether anybody may join, as role {@code anonymous}
 * @param users who may join with a ticket
 */
public record RealmConfig(String name, boolean anonymous, List<UserConfig> users) {

	/**
	 * Checks and copies.
	 * @throws IllegalArgumentException if the name is no URI or an authid is there twice
	 */
	public RealmConfig {
		users = List.copyOf(users);
		if (!UriRules.LOOSE.isValid(name)) {
			throw new IllegalArgumentException("The name of a realm must be a URI: '" + name + "'");
		}
		Set<String> authids = new HashSet<>();
		for (UserConfig user : users) {
			if (!authids.add(user.authid())) {
				throw new IllegalArgumentException("Realm '" + name + "' has two users '" + user.authid() + "'");
			}
		}
	}

	/**
	 * Returns a realm that anybody may join.
	 * @param name the URI of the realm
	 * @return the realm
	 */
	public static RealmConfig open(String name) {
		return new RealmConfig(name, true, List.of());
	}

	/**
	 * Returns a realm that only trusted sessions may join.
	 * @param name the URI of the realm
	 * @return the realm
	 */
	public static RealmConfig closed(String name) {
		return new RealmConfig(name, false, List.of());
	}

	/**
	 * Sets who may join with a ticket.
	 * @param users the users
	 * @return a changed copy
	 */
	public RealmConfig withUsers(UserConfig... users) {
		return new RealmConfig(this.name, this.anonymous, List.of(users));
	}

}
