package io.wampspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import io.wampspring.client.TicketAuthenticator;
import io.wampspring.client.WampAuthenticator;
import io.wampspring.client.WampConnection;
import io.wampspring.codec.Mapping;
import io.wampspring.transport.ConnectorFactory;
import io.wampspring.transport.TransportConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Puts the properties of a connection into its builder. What can only be a mistake stops
 * the start here, with the property to correct.
 *
 * @param properties the properties
 * @param mapping how application types map
 */
record ConnectionAssembly(WampConnectionProperties properties, Mapping mapping) {

	/** The name of the connection that the properties directly under 'wamp' describe. */
	static final String NAME = "wamp";

	/** Begins with what to connect to. */
	WampConnection.Builder addresses(WampConnectionDetails details, @Nullable WampInProcessRouter inProcess,
			List<ConnectorFactory> factories) {
		if (this.properties.getUrl() != null && !this.properties.getTransports().isEmpty()) {
			throw new FailureAnalyzedException(
					"Both 'wamp.url' (" + this.properties.getUrl() + ") and 'wamp.transports' are set.",
					"Remove one of them: list the URL among the transports if it is to be tried too.");
		}
		WampConnection.Builder builder = settings();
		List<TransportConfig> transports = new ConnectionTransports(this.properties, this.mapping)
			.of(details.getTransports());
		if (transports.isEmpty()) {
			return inProcess(builder, details, inProcess);
		}
		List<ConnectorFactory> all = new ArrayList<>(factories);
		ServiceLoader.load(ConnectorFactory.class).forEach(all::add);
		transports.forEach((transport) -> requireFactory(transport, all));
		return builder.realm(realm(details, null)).transports(transports).connectorFactories(all);
	}

	private WampConnection.Builder inProcess(WampConnection.Builder builder, WampConnectionDetails details,
			@Nullable WampInProcessRouter inProcess) {
		if (inProcess == null) {
			throw new FailureAnalyzedException(
					"There is no WAMP router to connect to: neither 'wamp.url' nor 'wamp.transports' is set, and no"
							+ " router runs in this application.",
					"Set 'wamp.url' (for example ws://localhost:8080/ws) and 'wamp.realm', or start the embedded router:"
							+ " put wamp-router on the class path and do not set 'wamp.router.enabled' to false."
							+ " Without need of WAMP set 'wamp.enabled' to false.");
		}
		return builder.realm(realm(details, inProcess.realm())).connectors(List.of(inProcess.connector()));
	}

	private WampConnection.Builder settings() {
		return WampConnection.builder()
			.name(NAME)
			.callTimeout(this.properties.getCall().timeout())
			.joinTimeout(this.properties.getJoinTimeout())
			.leaveTimeout(this.properties.getLeaveTimeout())
			.uriRules(this.properties.getUri().validation())
			.protocolMode(this.properties.getProtocol().mode())
			.maxConcurrency(this.properties.getListener().maxConcurrency())
			.queueCapacity(this.properties.getListener().queueCapacity())
			.overflow(this.properties.getListener().overflow());
	}

	private String realm(WampConnectionDetails details, @Nullable String whenUnset) {
		String realm = details.getRealm();
		realm = (realm != null) ? realm : this.properties.getRealm();
		realm = (realm != null) ? realm : whenUnset;
		if (realm == null) {
			throw new FailureAnalyzedException("The realm to join is not set: an external router has no default realm.",
					"Set 'wamp.realm' to the name of a realm of the router, 'realm1' for instance.");
		}
		return realm;
	}

	private void requireFactory(TransportConfig transport, List<ConnectorFactory> factories) {
		if (factories.stream().noneMatch((factory) -> factory.supports(transport))) {
			throw new FailureAnalyzedException(
					"No transport is known for " + transport.describe() + " of type '" + transport.type() + "'.",
					"Correct " + property(transport)
							+ ": a WebSocket URL begins with ws:// or wss://, and wamp-transport-netty must be on the"
							+ " class path.");
		}
	}

	private String property(TransportConfig transport) {
		if (this.properties.getUrl() != null) {
			return "'wamp.url'";
		}
		for (int i = 0; i < this.properties.getTransports().size(); i++) {
			if (transport.url().toString().equals(this.properties.getTransports().get(i).url())) {
				return "'wamp.transports[" + i + "].url'";
			}
		}
		return "the connection details";
	}

	void authentication(WampConnection.Builder builder, @Nullable WampAuthenticator authenticator) {
		String ticket = this.properties.getCredentials().ticket();
		if (authenticator != null) {
			builder.authenticator(authenticator);
		}
		else if (ticket != null) {
			builder.authenticator(new TicketAuthenticator(() -> ticket));
		}
		else if (this.properties.getAuthmethods().contains(TicketAuthenticator.METHOD)) {
			throw new InvalidConfigurationPropertyValueException("wamp.authmethods", this.properties.getAuthmethods(),
					"It offers 'ticket', but 'wamp.credentials.ticket' is not set and there is no WampAuthenticator bean.");
		}
		builder.authid(this.properties.getAuthid()).authextra(this.properties.getAuthextra());
		if (!this.properties.getAuthmethods().isEmpty()) {
			builder.authmethods(this.properties.getAuthmethods());
		}
	}

	WampConnection build(WampConnection.Builder builder, List<WampConnectionCustomizer> customizers) {
		customizers.forEach((customizer) -> customizer.customize(NAME, builder));
		try {
			return builder.build();
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException("The WAMP connection cannot be built: " + ex.getMessage(),
					"Correct the property under 'wamp', or the WampConnectionCustomizer.", ex);
		}
	}

}
