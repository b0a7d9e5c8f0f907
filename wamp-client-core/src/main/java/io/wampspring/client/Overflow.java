package io.wampspring.client;

/**
 * What happens when events come faster than they are handled and the queue is full.
 */
public enum Overflow {

	/**
	 * The transport is not read until there is room, so nothing is lost and everybody
	 * waits. While the client itself waits for replies, reading goes on, since a handler
	 * in the queue may be the one who waits; far beyond the capacity new events are then
	 * dropped.
	 */
	PAUSE,

	/** The event that waits longest is dropped and counted. */
	DROP_OLDEST,

	/** The new event is dropped and counted. */
	DROP_NEWEST,

	/** The transport is closed, as if it were lost. */
	FAIL

}
