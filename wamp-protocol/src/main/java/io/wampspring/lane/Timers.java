package io.wampspring.lane;

/**
 * Time, as the cores know it. A task runs where the state it touches lives: on the lane
 * that the timers belong to. Tests have one whose time stands still.
 */
public interface Timers {

	/**
	 * Returns a time that only grows.
	 * @return milliseconds since some moment
	 */
	long now();

	/**
	 * Runs a task later, on the lane.
	 * @param delay milliseconds from now, at least 0
	 * @param task what to run
	 * @return the way to stop it
	 */
	Timer schedule(long delay, Runnable task);

	/**
	 * A task that waits for its time.
	 */
	interface Timer {

		/**
		 * Makes sure the task does not run, unless it has run. Does nothing the second
		 * time.
		 */
		void cancel();

	}

}
