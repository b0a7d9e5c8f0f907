package io.wampspring.autoconfigure.router;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One realm of the list {@code wamp.router.realms}.
 *
 * @param name Name of the realm, a URI.
 * @param anonymous Whether anybody may join, as role 'anonymous'.
 * @param users Users who may join with a ticket.
 */
public record RealmProperties(@Nullable String name, @DefaultValue("false") boolean anonymous,
		@DefaultValue List<User> users) {

	/**
	 * One user of a realm. The text form shows no ticket.
	 *
	 * @param authid Who it is.
	 * @param ticket The secret that proves it.
	 * @param role Role of the user's sessions.
	 */
	public record User(@Nullable String authid, @Nullable String ticket, @DefaultValue("user") String role) {

		@Override
		public String toString() {
			return "User[authid=" + this.authid + ", ticket=***, role=" + this.role + "]";
		}

	}

}
