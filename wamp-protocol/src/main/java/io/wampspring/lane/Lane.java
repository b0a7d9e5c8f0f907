package io.wampspring.lane;

import java.util.concurrent.Executor;

/**
 * Runs tasks one at a time and in the order they came. A session lives on the lane of its
 * link, a realm on a lane of its own. What runs here never blocks and is never
 * application code.
 */
public interface Lane extends Executor {

	/**
	 * Returns whether the calling thread runs a task of this lane right now.
	 * @return whether
	 */
	boolean inLane();

}
