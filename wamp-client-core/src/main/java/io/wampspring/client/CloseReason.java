package io.wampspring.client;

/**
 * Why there is no session, in the words of the listener.
 */
public enum CloseReason {

	/** The session was closed by agreement, or one side sent ABORT. */
	CLOSED,

	/** The transport broke, or no new one came about after an earlier one was open. */
	LOST,

	/** No transport has ever been open since the connection was opened. */
	UNREACHABLE,

	/** No transport of the list can be made: nobody knows its type. Never retried. */
	UNSUPPORTED

}
