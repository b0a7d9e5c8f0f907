package io.wampspring.endpoint;

/**
 * How far an endpoint has come.
 */
public enum EndpointState {

	/** Nobody wants it to serve. */
	STOPPED,

	/** It shall serve and waits for a session or for the router's answer. */
	WAITING,

	/** The router has accepted it in the current session. */
	REGISTERED,

	/** The router has refused it in the current session; the next session asks again. */
	FAILED

}
