package io.wampspring.client;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the router wants to know of the client before it lets it in. Its text form shows
 * no extra.
 *
 * @param method the authentication method that the router chose among those offered
 * @param extra what the method needs
 * @param realm the realm that is being joined
 * @param authid who the client said it is
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/authentication.md</a>
 */
public record Challenge(String method, Map<String, Object> extra, String realm, @Nullable String authid) {

	@Override
	public String toString() {
		return "Challenge[method=" + this.method + ", extra=***, realm=" + this.realm + ", authid=" + this.authid + "]";
	}

}
