package io.wampspring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where the router is. A bean of this type, one that a service connection makes for
 * instance, takes the place of {@code wamp.url} and {@code wamp.transports}.
 */
public interface WampConnectionDetails extends ConnectionDetails {

	/**
	 * Returns the transports to try in turn.
	 * @return the transports, empty for the router in this process
	 */
	List<TransportProperties> getTransports();

	/**
	 * Returns the realm to join.
	 * @return the realm, {@code null} to leave it to {@code wamp.realm}, which it
	 * overrules otherwise
	 */
	default @Nullable String getRealm() {
		return null;
	}

}
