package io.wampspring.endpoint;

/**
 * What an endpoint serves.
 */
public enum EndpointKind {

	/** Calls of a procedure. */
	PROCEDURE,

	/** Events of a topic. */
	SUBSCRIPTION

}
