package io.wampspring.router.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.wampspring.uri.UriRules;

/**
 * Everything that a router is told before it starts.
 *
 * @param realms the realms; there are no others
 * @param limits what the router and a session may use
 * @param uriRules what topics and procedures may look like
 * @param strictRequestIds whether a gap in the request ids of a session is a protocol
 * violation; most routers take it
 * @param progressiveWithoutCanceling whether a callee that announces progressive results
 * without canceling is asked for progress all the same: against the protocol's text, for
 * callees like autobahn-js
 */
public record RouterConfig(List<RealmConfig> realms, RouterLimits limits, UriRules uriRules, boolean strictRequestIds,
		boolean progressiveWithoutCanceling) {

	/**
	 * Checks and copies.
	 * @throws IllegalArgumentException if there is no realm or two have one name
	 */
	public RouterConfig {
		realms = List.copyOf(realms);
		if (realms.isEmpty()) {
			throw new IllegalArgumentException("A router needs at least one realm");
		}
		Set<String> names = new HashSet<>();
		for (RealmConfig realm : realms) {
			if (!names.add(realm.name())) {
				throw new IllegalArgumentException("A router cannot have two realms '" + realm.name() + "'");
			}
		}
	}

	/**
	 * Returns the defaults: loose URIs, gaps in request ids taken.
	 * @param realms the realms
	 * @return the configuration
	 */
	public static RouterConfig of(RealmConfig... realms) {
		return new RouterConfig(List.of(realms), RouterLimits.DEFAULT, UriRules.LOOSE, false, false);
	}

	/**
	 * Sets the limits.
	 * @param limits the limits
	 * @return a changed copy
	 */
	public RouterConfig withLimits(RouterLimits limits) {
		return new RouterConfig(this.realms, limits, this.uriRules, this.strictRequestIds,
				this.progressiveWithoutCanceling);
	}

	/**
	 * Sets what topics and procedures may look like.
	 * @param uriRules the rules
	 * @return a changed copy
	 */
	public RouterConfig withUriRules(UriRules uriRules) {
		return new RouterConfig(this.realms, this.limits, uriRules, this.strictRequestIds,
				this.progressiveWithoutCanceling);
	}

	/**
	 * Sets whether a gap in the request ids of a session is a protocol violation.
	 * @param strictRequestIds whether
	 * @return a changed copy
	 */
	public RouterConfig withStrictRequestIds(boolean strictRequestIds) {
		return new RouterConfig(this.realms, this.limits, this.uriRules, strictRequestIds,
				this.progressiveWithoutCanceling);
	}

	/**
	 * Sets whether a callee that cannot cancel is asked for progress.
	 * @param progressiveWithoutCanceling whether
	 * @return a changed copy
	 */
	public RouterConfig withProgressiveWithoutCanceling(boolean progressiveWithoutCanceling) {
		return new RouterConfig(this.realms, this.limits, this.uriRules, this.strictRequestIds,
				progressiveWithoutCanceling);
	}

}
