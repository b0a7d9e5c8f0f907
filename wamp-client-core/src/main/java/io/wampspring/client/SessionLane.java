package io.wampspring.client;

import java.util.concurrent.RejectedExecutionException;

import io.wampspring.lane.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lane of a session, from outside. A transport that was shut down has no threads
 * left; its session is over then, and what should have happened on the lane has lost its
 * sense.
 */
final class SessionLane {

	private static final Logger logger = LoggerFactory.getLogger(WampConnection.class);

	private final Lane lane;

	SessionLane(Lane lane) {
		this.lane = lane;
	}

	Lane lane() {
		return this.lane;
	}

	/**
	 * Runs a task on the lane.
	 * @return whether it will run
	 */
	boolean post(Runnable task) {
		try {
			this.lane.execute(task);
			return true;
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The lane of a session has no threads any more", ex);
			return false;
		}
	}

}
