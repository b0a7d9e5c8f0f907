package io.wampspring.router.config;

import java.util.Set;

/**
 * Somebody who may join a realm with a ticket. The text form shows no ticket.
 *
 * @param authid who it is
 * @param ticket the secret that proves it
 * @param role the role that the sessions get
 */
public record UserConfig(String authid, String ticket, String role) {

	/** Roles that only the router itself gives. */
	public static final Set<String> RESERVED_ROLES = Set.of("trusted", "router");

	/**
	 * Checks the values.
	 * @throws IllegalArgumentException if one is empty or the role is reserved; the
	 * message names the user, not the ticket
	 */
	public UserConfig {
		if (authid.isBlank()) {
			throw new IllegalArgumentException("A user of a realm needs an authid");
		}
		if (ticket.isEmpty()) {
			throw new IllegalArgumentException("User '" + authid + "' needs a ticket");
		}
		if (role.isBlank()) {
			throw new IllegalArgumentException("User '" + authid + "' needs a role");
		}
		if (RESERVED_ROLES.contains(role)) {
			throw new IllegalArgumentException("User '" + authid + "' has the role '" + role
					+ "', which only the router itself gives; choose another");
		}
	}

	@Override
	public String toString() {
		return "UserConfig[authid=" + this.authid + ", ticket=***, role=" + this.role + "]";
	}

}
