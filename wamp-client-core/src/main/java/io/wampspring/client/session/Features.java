package io.wampspring.client.session;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.wampspring.options.Feature;
import io.wampspring.options.Role;
import io.wampspring.options.RoleFeatures;

/**
 * What this client can, and what it has in common with a router.
 */
public final class Features {

	/** What this client announces: exactly what it has. */
	public static final RoleFeatures OF_CLIENT = RoleFeatures.NONE.with(Role.PUBLISHER, Feature.PUBLISHER_EXCLUSION)
		.with(Role.SUBSCRIBER, Feature.PATTERN_BASED_SUBSCRIPTION)
		.with(Role.CALLER, Feature.PROGRESSIVE_CALL_RESULTS, Feature.CALL_CANCELING)
		.with(Role.CALLEE, Feature.PROGRESSIVE_CALL_RESULTS, Feature.CALL_CANCELING, Feature.CALL_REROUTE,
				Feature.PATTERN_BASED_REGISTRATION, Feature.SHARED_REGISTRATION);

	private Features() {
	}

	/**
	 * Intersects: publisher and subscriber with the broker, caller and callee with the
	 * dealer.
	 * @param client what the client announced
	 * @param router what the router announced
	 * @return the client's roles that the router has the counterpart of, with the
	 * features of both
	 */
	static RoleFeatures agreed(RoleFeatures client, RoleFeatures router) {
		Map<Role, Set<Feature>> agreed = new EnumMap<>(Role.class);
		client.features().forEach((role, features) -> {
			Role counterpart = counterpart(role);
			if (router.has(counterpart)) {
				Set<Feature> both = EnumSet.noneOf(Feature.class);
				features.stream().filter((feature) -> router.has(counterpart, feature)).forEach(both::add);
				agreed.put(role, both);
			}
		});
		return new RoleFeatures(agreed);
	}

	/**
	 * Says what a caller uses. A dealer that announces no feature at all may have them
	 * all the same: unless strict, it is asked.
	 * @param client what the client announced
	 * @param router what the router announced
	 * @param strict whether only what is announced is used
	 * @return the features
	 */
	static Set<Feature> ofCaller(RoleFeatures client, RoleFeatures router, boolean strict) {
		boolean silent = router.features().getOrDefault(Role.DEALER, Set.of()).isEmpty();
		RoleFeatures used = (silent && !strict) ? client : agreed(client, router);
		return used.features().getOrDefault(Role.CALLER, Set.of());
	}

	private static Role counterpart(Role role) {
		return (role == Role.CALLER || role == Role.CALLEE) ? Role.DEALER : Role.BROKER;
	}

}
