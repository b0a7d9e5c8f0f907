package io.wampspring.autoconfigure;

import java.util.List;

import io.wampspring.endpoint.EndpointStatus;

/**
 * The router has refused endpoints at the start, and {@code wamp.startup.failure-policy}
 * is {@code fail}.
 */
public class WampEndpointsRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WampEndpointsRefusedException(List<EndpointStatus> refused) {
		super("The router has refused " + String.join(", ",
				refused.stream()
					.map((endpoint) -> endpoint.uri() + " of " + endpoint.method() + " (" + endpoint.error() + ")")
					.toList()));
	}

}
