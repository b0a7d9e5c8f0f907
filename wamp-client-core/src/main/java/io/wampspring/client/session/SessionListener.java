package io.wampspring.client.session;

import io.wampspring.message.Challenge;

/**
 * Hears of the life of a session. Called on the lane.
 */
public interface SessionListener {

	/**
	 * The router asks for a proof of identity, by a method that was offered.
	 * @param challenge what it asks
	 * @param answer takes the answer, on the lane; one that comes too late is dropped
	 */
	void onChallenge(Challenge challenge, Answer answer);

	/**
	 * The session is joined.
	 * @param joined what it is
	 */
	void onJoined(Joined joined);

	/**
	 * The session is over; what waits fails next, and who waits may look at the session.
	 */
	void onEnding();

	/**
	 * The session is over: nothing is sent or received any more, and everything that
	 * waited has failed. The transport is to be closed.
	 * @param end how it ended
	 */
	void onEnded(SessionEnd end);

	/**
	 * Something was tolerated.
	 * @param incident what
	 */
	void onIncident(Incident incident);

}
