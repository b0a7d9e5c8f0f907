package io.wampspring.client;

import java.util.concurrent.CompletionStage;

/**
 * Sets a joined session up before it is announced as open: registers endpoints, for
 * instance. Called on the application executor, once per session, after what was declared
 * on the {@link WampClient} was answered; may block. The announcement waits for all
 * preparers, at most as long as the join may take unless one is {@link #isHeld() held}; a
 * failing one is reported and does not hold the session up.
 */
@FunctionalInterface
public interface SessionPreparer {

	/**
	 * Prepares a session.
	 * @param session joined; usable for all operations
	 * @return completes when the session may be announced
	 */
	CompletionStage<Void> prepare(WampSession session);

	/**
	 * Returns whether it waits for something in this process that is certain to come, the
	 * end of a start for instance. The time that a router may take does not bound that.
	 * @return whether
	 */
	default boolean isHeld() {
		return false;
	}

}
