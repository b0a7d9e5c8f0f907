package io.wampspring.client;

/**
 * The operations of a connection, whatever session it has. Calls and publications need an
 * open session and fail at once without one ({@link WampNotConnectedException}).
 * Subscriptions and registrations declare what is wanted: they may be made without a
 * session, and are made anew in every session until they are ended. May be used by many
 * threads.
 */
public interface WampClient extends WampOperations {

	/**
	 * Returns the connection behind this client.
	 * @return the connection
	 */
	WampConnection connection();

}
