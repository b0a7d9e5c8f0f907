package io.wampspring.event;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import io.wampspring.client.ConnectionClosed;
import io.wampspring.client.ConnectionListener;
import io.wampspring.client.Retry;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampSession;
import io.wampspring.endpoint.EndpointListener;
import io.wampspring.endpoint.EndpointStatus;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Listens to all connections and endpoints and publishes application events. Has a life
 * cycle so that it is there before the first session, also where beans are lazy.
 */
final class WampEventPublisher implements EndpointListener, SmartLifecycle {

	/** Just before the sessions. */
	private static final int PHASE = Integer.MAX_VALUE - 4096 - 1;

	private final ApplicationEventPublisher publisher;

	private final ListableBeanFactory beanFactory;

	private final Set<WampConnection> heard = Collections.newSetFromMap(new IdentityHashMap<>());

	private volatile boolean running;

	WampEventPublisher(ApplicationEventPublisher publisher, ListableBeanFactory beanFactory) {
		this.publisher = publisher;
		this.beanFactory = beanFactory;
	}

	/** Connections of a parent context are heard there. */
	@Override
	public void start() {
		this.beanFactory.getBeansOfType(WampConnection.class)
			.values()
			.stream()
			.filter(this.heard::add)
			.forEach((connection) -> connection.addListener(new Listener(connection)));
		this.running = true;
	}

	/** Goes on listening: the end of the session comes later. */
	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
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
