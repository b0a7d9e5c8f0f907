package io.wampspring.client;

/**
 * How the events of a subscription are handled.
 */
enum EventMode {

	/** One after the other, with those of the session's other ordered subscriptions. */
	ORDERED,

	/** At the same time, in any order. */
	CONCURRENT,

	/** On the lane. */
	INLINE

}
