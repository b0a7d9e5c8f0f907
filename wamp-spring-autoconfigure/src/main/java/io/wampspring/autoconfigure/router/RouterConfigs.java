package io.wampspring.autoconfigure.router;

import java.util.List;
import java.util.stream.IntStream;

import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.router.config.UserConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Makes the configuration of a router of properties.
 *
 * @param properties the properties of the router
 * @param connectionRealm the realm that the application itself joins, if it is set
 */
record RouterConfigs(WampRouterProperties properties, @Nullable String connectionRealm) {

	/** The realm of a router that nobody has configured. */
	static final String DEFAULT_REALM = "realm1";

	/** The realm that the application joins in this process. */
	String ownRealm() {
		if (this.connectionRealm != null) {
			return this.connectionRealm;
		}
		List<RealmProperties> realms = this.properties.getRealms();
		return realms.isEmpty() ? DEFAULT_REALM : name(realms.get(0), 0);
	}

	RouterConfig config() {
		try {
			return new RouterConfig(realms(), this.properties.getLimits().toLimits(),
					this.properties.getUri().validation(), this.properties.isStrictRequestIds(),
					this.properties.isProgressiveWithoutCanceling());
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException(
					"The embedded WAMP router cannot be configured: " + ex.getMessage() + ".",
					"Correct the property under 'wamp.router'.", ex);
		}
	}

	private List<RealmConfig> realms() {
		List<RealmProperties> realms = this.properties.getRealms();
		if (realms.isEmpty()) {
			// Open only while nobody from outside can reach it.
			return List.of(new RealmConfig(ownRealm(), this.properties.getWebsocket().path() == null, List.of()));
		}
		return IntStream.range(0, realms.size()).mapToObj((i) -> realm(realms.get(i), i)).toList();
	}

	private static RealmConfig realm(RealmProperties realm, int index) {
		return new RealmConfig(name(realm, index), realm.anonymous(),
				realm.users().stream().map((user) -> user(user, index)).toList());
	}

	private static UserConfig user(RealmProperties.User user, int realm) {
		return new UserConfig(set(user.authid(), realm, "authid"), set(user.ticket(), realm, "ticket"), user.role());
	}

	private static String name(RealmProperties realm, int index) {
		String name = realm.name();
		if (name == null) {
			throw new InvalidConfigurationPropertyValueException("wamp.router.realms[" + index + "].name", null,
					"A realm needs a name.");
		}
		return name;
	}

	private static String set(@Nullable String value, int realm, String what) {
		if (value == null) {
			throw new FailureAnalyzedException("A user of 'wamp.router.realms[" + realm + "]' has no " + what + ".",
					"Set 'wamp.router.realms[" + realm + "].users[n]." + what + "' for each of its users.");
		}
		return value;
	}

}
