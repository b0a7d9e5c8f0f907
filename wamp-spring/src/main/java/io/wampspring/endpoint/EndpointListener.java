package io.wampspring.endpoint;

/**
 * Hears what routers answer to endpoints. Called on the application executor.
 */
public interface EndpointListener {

	/**
	 * A router has accepted an endpoint.
	 * @param status the endpoint
	 */
	default void onRegistered(EndpointStatus status) {
	}

	/**
	 * A router has refused an endpoint.
	 * @param status the endpoint, with the error
	 */
	default void onFailed(EndpointStatus status) {
	}

}
