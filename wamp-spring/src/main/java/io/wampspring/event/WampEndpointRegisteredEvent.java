package io.wampspring.event;

import io.wampspring.endpoint.EndpointStatus;

import org.springframework.context.ApplicationEvent;

/**
 * A router has accepted an annotated endpoint: it serves from now on, until the session
 * ends.
 */
public final class WampEndpointRegisteredEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient EndpointStatus endpoint;

	/**
	 * Creates the event.
	 * @param endpoint the endpoint
	 */
	public WampEndpointRegisteredEvent(EndpointStatus endpoint) {
		super(endpoint);
		this.endpoint = endpoint;
	}

	/**
	 * Returns the endpoint.
	 * @return the endpoint
	 */
	public EndpointStatus endpoint() {
		return this.endpoint;
	}

}
