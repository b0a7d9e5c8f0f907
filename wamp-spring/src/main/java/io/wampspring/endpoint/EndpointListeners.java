package io.wampspring.endpoint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells all listeners, and the log of what failed.
 */
final class EndpointListeners implements EndpointListener {

	private static final Logger logger = LoggerFactory.getLogger(WampEndpointRegistry.class);

	private final ObjectProvider<EndpointListener> listeners;

	EndpointListeners(ObjectProvider<EndpointListener> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void onRegistered(EndpointStatus status) {
		logger.debug("Serving {} with {}", status.uri(), status.method());
		this.listeners.orderedStream().forEach((listener) -> listener.onRegistered(status));
	}

	@Override
	public void onFailed(EndpointStatus status) {
		logger.error("The router does not let {} serve {}: {}", status.method(), status.uri(),
				String.valueOf(status.error()));
		this.listeners.orderedStream().forEach((listener) -> listener.onFailed(status));
	}

}
