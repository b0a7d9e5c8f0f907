package io.wampspring.event;

import io.wampspring.client.ConnectionClosed;
import io.wampspring.client.ConnectionListener;
import io.wampspring.client.Retry;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampSession;
import io.wampspring.endpoint.EndpointListener;
import io.wampspring.endpoint.EndpointStatus;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Listens to all connections and endpoints and publishes application events.
 */
final class WampEventPublisher implements EndpointListener, SmartInitializingSingleton {

	private final ApplicationEventPublisher publisher;

	private final ObjectProvider<WampConnection> connections;

	WampEventPublisher(ApplicationEventPublisher publisher, ObjectProvider<WampConnection> connections) {
		this.publisher = publisher;
		this.connections = connections;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.connections.stream().forEach((connection) -> connection.addListener(new Listener(connection)));
	}

	@Override
	public void onRegistered(EndpointStatus status) {
		this.publisher.publishEvent(new WampEndpointRegisteredEvent(status));
	}

	@Override
	public void onFailed(EndpointStatus status) {
		this.publisher.publishEvent(new WampEndpointFailedEvent(status));
	}

	private final class Listener implements ConnectionListener {

		private final WampConnection connection;

		Listener(WampConnection connection) {
			this.connection = connection;
		}

		@Override
		public void onOpen(WampSession session) {
			WampEventPublisher.this.publisher.publishEvent(new WampSessionOpenedEvent(this.connection, session));
		}

		@Override
		public void onClose(ConnectionClosed closed) {
			WampEventPublisher.this.publisher.publishEvent(new WampSessionClosedEvent(this.connection, closed));
		}

		@Override
		public void onRetryScheduled(Retry retry) {
			WampEventPublisher.this.publisher.publishEvent(new WampRetryScheduledEvent(this.connection, retry));
		}

	}

}
