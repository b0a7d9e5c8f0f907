package io.wampspring.client.session;

import java.util.Map;

/**
 * Takes the answer to a challenge. One of the methods is called, on the lane.
 */
public interface Answer {

	/**
	 * Answers.
	 * @param signature the proof
	 * @param extra what the method adds
	 */
	void give(String signature, Map<String, Object> extra);

	/**
	 * Gives up: the join is aborted.
	 * @param text why, for the router; no secrets
	 * @param cause what failed
	 */
	void refuse(String text, Throwable cause);

}
