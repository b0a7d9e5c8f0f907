package io.wampspring.options;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.wampspring.message.ProtocolViolationException;
import org.jspecify.annotations.Nullable;

/**
 * The roles of a peer and the features that it announces for each
 * ({@code HELLO.Details.roles}, {@code WELCOME.Details.roles}).
 *
 * @param features the known features by role; a role without features has an empty set
 */
public record RoleFeatures(Map<Role, Set<Feature>> features) {

	/** No role at all. */
	public static final RoleFeatures NONE = new RoleFeatures(Map.of());

	/**
	 * Copies the map.
	 */
	public RoleFeatures {
		Map<Role, Set<Feature>> copy = new EnumMap<>(Role.class);
		features.forEach((role, set) -> copy.put(role, Set.copyOf(set)));
		features = Collections.unmodifiableMap(copy);
	}

	/**
	 * Reads a received {@code roles} dictionary; unknown roles and features are ignored.
	 * @param roles the dictionary, {@code null} when absent
	 * @return the roles
	 * @throws ProtocolViolationException if a role or its features are no dictionary or a
	 * feature is no boolean
	 */
	public static RoleFeatures from(@Nullable Map<String, Object> roles) {
		if (roles == null) {
			return NONE;
		}
		Map<Role, Set<Feature>> features = new EnumMap<>(Role.class);
		roles.forEach((name, value) -> {
			Role role = Role.find(name);
			if (!(value instanceof Map<?, ?> dict)) {
				throw new ProtocolViolationException("roles." + name + " must be a dictionary");
			}
			if (role != null) {
				features.put(role, features(name, dict.get("features")));
			}
		});
		return new RoleFeatures(features);
	}

	private static Set<Feature> features(String role, @Nullable Object value) {
		Set<Feature> known = EnumSet.noneOf(Feature.class);
		if (value == null) {
			return known;
		}
		if (!(value instanceof Map<?, ?> dict)) {
			throw new ProtocolViolationException("roles." + role + ".features must be a dictionary");
		}
		dict.forEach((key, on) -> {
			if (!(on instanceof Boolean announced)) {
				throw new ProtocolViolationException("roles." + role + ".features." + key + " must be a boolean");
			}
			Feature feature = Feature.find(String.valueOf(key));
			if (feature != null && announced) {
				known.add(feature);
			}
		});
		return known;
	}

	/**
	 * Returns whether the peer has the role.
	 * @param role the role
	 * @return whether
	 */
	public boolean has(Role role) {
		return this.features.containsKey(role);
	}

	/**
	 * Returns whether the peer has the role with the feature.
	 * @param role the role
	 * @param feature the feature
	 * @return whether
	 */
	public boolean has(Role role, Feature feature) {
		Set<Feature> announced = this.features.get(role);
		return announced != null && announced.contains(feature);
	}

	/**
	 * Adds a role.
	 * @param role the role
	 * @param announced its features
	 * @return a changed copy
	 */
	public RoleFeatures with(Role role, Feature... announced) {
		Map<Role, Set<Feature>> copy = new EnumMap<>(Role.class);
		copy.putAll(this.features);
		copy.put(role, Set.of(announced));
		return new RoleFeatures(copy);
	}

	/**
	 * Returns the dictionary as it is on the wire.
	 * @return the dictionary
	 */
	public Map<String, Object> toDict() {
		Map<String, Object> roles = new LinkedHashMap<>();
		this.features.forEach((role, set) -> {
			Map<String, Object> dict = new LinkedHashMap<>();
			set.stream().sorted().forEach((feature) -> dict.put(feature.wireName(), true));
			roles.put(role.wireName(), dict.isEmpty() ? Map.of() : Map.of("features", dict));
		});
		return roles;
	}

}
