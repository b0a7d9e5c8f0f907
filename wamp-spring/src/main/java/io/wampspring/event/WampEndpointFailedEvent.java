package io.wampspring.event;

import io.wampspring.endpoint.EndpointStatus;

import org.springframework.context.ApplicationEvent;

/**
 * A router has refused an annotated endpoint. It is asked again in the next session.
 */
public final class WampEndpointFailedEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient EndpointStatus endpoint;

	/**
	 * Creates the event.
	 * @param endpoint the endpoint, with the error
	 */
	public WampEndpointFailedEvent(EndpointStatus endpoint) {
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
