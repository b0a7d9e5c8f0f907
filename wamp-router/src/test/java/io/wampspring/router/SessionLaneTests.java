package io.wampspring.router;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

import io.wampspring.lane.Lane;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session that moves from lane to lane.
 */
class SessionLaneTests {

	private final ManualLane link = new ManualLane();

	private final ManualLane realm = new ManualLane();

	private final ManualLane otherRealm = new ManualLane();

	private final List<String> ran = new ArrayList<>();

	private final List<RuntimeException> failures = new ArrayList<>();

	private final SessionLane lane = new SessionLane(this.link, this.failures::add);

	@Test
	void whatArrivesOnTheLinksLaneRunsThereAtOnce() {
		this.link.execute(() -> {
			this.lane.execute(() -> this.ran.add("message"));
			assertThat(this.ran).containsExactly("message");
		});
		this.link.runAll();
		assertThat(this.ran).hasSize(1);
	}

	@Test
	void afterTheMoveTheFirstTaskComesFirst() {
		this.link.execute(() -> {
			this.lane.moveTo(this.realm, () -> this.ran.add("join"));
			this.lane.execute(() -> this.ran.add("message"));
		});
		this.link.runAll();
		assertThat(this.ran).isEmpty();

		this.realm.runAll();

		assertThat(this.ran).containsExactly("join", "message");
	}

	@Test
	void whatWasOnItsWayToTheOldLaneFollows() {
		this.link.execute(() -> this.lane.moveTo(this.realm, () -> this.ran.add("join")));
		this.link.runAll();
		this.realm.runAll();
		this.lane.execute(() -> this.lane.moveTo(this.otherRealm, () -> this.ran.add("join other")));
		this.lane.execute(() -> this.ran.add("late"));

		this.realm.runAll();
		assertThat(this.ran).containsExactly("join");
		this.otherRealm.runAll();

		assertThat(this.ran).containsExactly("join", "join other", "late");
	}

	@Test
	void aFailureIsReportedAndTheNextTaskRuns() {
		RuntimeException failure = new IllegalStateException("a bug");
		this.lane.execute(() -> {
			throw failure;
		});
		this.lane.execute(() -> this.ran.add("next"));

		this.link.runAll();

		assertThat(this.failures).containsExactly(failure);
		assertThat(this.ran).containsExactly("next");
	}

	@Test
	void afterTheEndOfTheThreadsNothingRunsAndNothingIsThrown() {
		this.link.closed = true;

		this.lane.execute(() -> this.ran.add("too late"));

		assertThat(this.ran).isEmpty();
		assertThat(this.lane.inLane()).isFalse();
	}

	/**
	 * Runs when told to.
	 */
	private static final class ManualLane implements Lane {

		private final Queue<Runnable> tasks = new ArrayDeque<>();

		private boolean running;

		private boolean closed;

		@Override
		public void execute(Runnable task) {
			if (this.closed) {
				throw new RejectedExecutionException("closed");
			}
			this.tasks.add(task);
		}

		@Override
		public boolean inLane() {
			return this.running;
		}

		private void runAll() {
			this.running = true;
			for (Runnable task = this.tasks.poll(); task != null; task = this.tasks.poll()) {
				task.run();
			}
			this.running = false;
		}

	}

}
