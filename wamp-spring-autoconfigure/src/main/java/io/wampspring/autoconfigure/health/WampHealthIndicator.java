package io.wampspring.autoconfigure.health;

import java.util.List;
import java.util.Map;

import io.wampspring.client.Retry;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampSession;
import io.wampspring.endpoint.EndpointState;
import io.wampspring.endpoint.EndpointStatus;
import io.wampspring.endpoint.WampEndpointRegistry;
import io.wampspring.transport.LinkInfo;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Up while a session is joined. Says what is known and asks nobody: no message is sent.
 */
public class WampHealthIndicator extends AbstractHealthIndicator {

	private final WampConnection connection;

	private final WampEndpointRegistry endpoints;

	/**
	 * Creates the indicator.
	 * @param connection the connection
	 * @param endpoints the endpoints, of this connection and of others
	 */
	public WampHealthIndicator(WampConnection connection, WampEndpointRegistry endpoints) {
		this.connection = connection;
		this.endpoints = endpoints;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		WampSession session = this.connection.session();
		builder.status((session != null) ? Status.UP : Status.DOWN);
		builder.withDetail("state", this.connection.state().name());
		builder.withDetail("realm", (session != null) ? session.realm() : this.connection.settings().realm());
		if (session != null) {
			session(builder, session);
		}
		Retry retry = this.connection.nextRetry();
		if (retry != null) {
			builder.withDetail("nextRetry", retry.at());
			builder.withDetail("retries", retry.number());
		}
		endpoints(builder);
	}

	private static void session(Health.Builder builder, WampSession session) {
		builder.withDetail("session", session.id());
		LinkInfo transport = session.transport();
		builder.withDetail("transport", Map.of("type", transport.type(), "url", transport.url()));
		builder.withDetail("serializer", transport.serializer().name());
	}

	private void endpoints(Health.Builder builder) {
		List<EndpointStatus> own = this.endpoints.endpoints()
			.stream()
			.filter((endpoint) -> endpoint.connection().equals(this.connection.name()))
			.toList();
		List<String> failed = uris(own, EndpointState.FAILED);
		builder.withDetail("endpoints",
				Map.of("registered", uris(own, EndpointState.REGISTERED).size(), "failed", failed.size()));
		if (!failed.isEmpty()) {
			builder.withDetail("failedEndpoints", failed);
		}
	}

	private static List<String> uris(List<EndpointStatus> endpoints, EndpointState state) {
		return endpoints.stream().filter((endpoint) -> endpoint.state() == state).map(EndpointStatus::uri).toList();
	}

}
