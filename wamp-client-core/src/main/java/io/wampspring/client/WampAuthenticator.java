package io.wampspring.client;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Answers the router's challenges. Called on the application executor at every attempt to
 * join, so that short-lived credentials stay fresh; may block within the time-out of the
 * join. When it fails, the join is aborted with {@code wamp.error.cannot_authenticate}.
 */
@FunctionalInterface
public interface WampAuthenticator {

	/**
	 * Answers a challenge.
	 * @param challenge what the router asks
	 * @return the answer
	 * @throws Exception if there is none
	 */
	CompletionStage<Authentication> authenticate(Challenge challenge) throws Exception;

	/**
	 * Returns the methods that are offered to the router unless others are configured.
	 * @return the methods, best first
	 */
	default List<String> methods() {
		return List.of();
	}

}
