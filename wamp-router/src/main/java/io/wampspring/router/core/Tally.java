package io.wampspring.router.core;

/**
 * Counts what happens. Called on any lane.
 */
@FunctionalInterface
public interface Tally {

	/**
	 * Something happened once more.
	 * @param what the thing
	 */
	void count(Count what);

	/**
	 * What is counted.
	 */
	enum Count {

		/** A client joined. */
		SESSION_OPENED,

		/** A joined session ended, however. */
		SESSION_CLOSED,

		/** A HELLO or AUTHENTICATE was refused, or did not come in time. */
		JOIN_REFUSED,

		/** A client broke the protocol. */
		VIOLATION,

		/** A link was closed because its peer did not keep up. */
		OVERLOAD,

		/** A publication was accepted. */
		PUBLICATION,

		/** A publication was refused. */
		PUBLICATION_REFUSED,

		/** An event was sent to a subscriber. */
		EVENT,

		/** An event could not be encoded for a subscriber. */
		EVENT_DROPPED,

		/** A call was passed to a callee. */
		CALL,

		/** A YIELD or ERROR came for an invocation that is no longer known. */
		LATE_ANSWER

	}

}
