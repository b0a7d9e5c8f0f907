package io.wampspring.router;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.wampspring.lane.Lane;

/**
 * Where one session lives: on the lane of its link until it joins, then on the lane of
 * its realm. What was on its way to the old lane follows to the new one, so that one
 * thread at a time touches the session.
 */
final class SessionLane implements Lane {

	private final Consumer<RuntimeException> onFailure;

	private volatile Lane current;

	SessionLane(Lane home, Consumer<RuntimeException> onFailure) {
		this.current = home;
		this.onFailure = onFailure;
	}

	@Override
	public void execute(Runnable task) {
		Lane on = this.current;
		if (on.inLane()) {
			run(task);
			return;
		}
		try {
			on.execute(() -> resume(on, task));
		}
		catch (RejectedExecutionException ex) {
			// The router is closed: every session was detached before its threads ended.
		}
	}

	@Override
	public boolean inLane() {
		return this.current.inLane();
	}

	/** The last that the task of a session does where it is. */
	void moveTo(Lane lane, Runnable then) {
		this.current = lane;
		execute(then);
	}

	private void resume(Lane on, Runnable task) {
		if (this.current == on) {
			run(task);
		}
		else {
			execute(task);
		}
	}

	private void run(Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException ex) {
			this.onFailure.accept(ex);
		}
	}

}
