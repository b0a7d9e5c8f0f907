package io.wampspring.transport.spring;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.web.socket.PingMessage;

import io.wampspring.lane.Timers;
import io.wampspring.transport.KeepAlive;

import static org.assertj.core.api.Assertions.assertThat;

/** Keep-alive of the endpoint, on time that a test moves. */
class PeerWatchTests {

	private final StandingTime time = new StandingTime();

	private final List<PingMessage> pings = new ArrayList<>();

	private boolean stalled;

	private boolean lost;

	private final PeerWatch watch = new PeerWatch(KeepAlive.DEFAULT, this.time, this.pings::add, () -> this.stalled,
			() -> this.lost = true);

	@Test
	@Tag("E-131")
	void aClientWhoseAnswerCannotBeSeenIsNotLost() {
		this.watch.start();
		this.time.pass(10_000);
		this.stalled = true;
		this.time.pass(60_000);
		assertThat(this.lost).isFalse();
		this.stalled = false;
		this.time.pass(20_000);
		assertThat(this.lost).isTrue();
	}

	@Test
	@Tag("R-83")
	@Tag("E-131")
	void aSilentClientIsPingedAfterTenSecondsAndLostFiveLater() {
		this.watch.start();
		this.time.pass(9_999);
		assertThat(this.pings).isEmpty();
		this.time.pass(1);
		assertThat(this.pings).singleElement()
			.satisfies((ping) -> assertThat(ping.getPayload().remaining()).isEqualTo(4));
		this.time.pass(4_999);
		assertThat(this.lost).isFalse();
		this.time.pass(1);
		assertThat(this.lost).isTrue();
		this.time.pass(100_000);
		assertThat(this.pings).hasSize(1);
	}

	@Test
	void whatArrivesPutsThePingOffAndAnswersIt() {
		this.watch.start();
		this.time.pass(9_000);
		this.watch.received();
		this.time.pass(9_999);
		assertThat(this.pings).isEmpty();
		this.time.pass(1);
		this.watch.received();
		this.time.pass(9_999);
		assertThat(this.pings).hasSize(1);
		this.time.pass(1);
		assertThat(this.pings).hasSize(2);
		assertThat(this.pings.get(0).getPayload()).isNotEqualTo(this.pings.get(1).getPayload());
		assertThat(this.lost).isFalse();
	}

	@Test
	void stoppedItDoesNothing() {
		this.watch.start();
		this.time.pass(5_000);
		this.watch.stop();
		this.time.pass(100_000);
		assertThat(this.pings).isEmpty();
		assertThat(this.lost).isFalse();
	}

	/** Timers for one task at a time, which is all that a watch needs. */
	private static final class StandingTime implements Timers {

		private long now = 1_000;

		private long due;

		private Runnable task = () -> {
		};

		@Override
		public long now() {
			return this.now;
		}

		@Override
		public Timer schedule(long delay, Runnable next) {
			this.due = this.now + delay;
			this.task = next;
			return () -> this.task = () -> {
			};
		}

		void pass(long millis) {
			for (long i = 0; i < millis; i++) {
				this.now++;
				if (this.now == this.due) {
					this.task.run();
				}
			}
		}

	}

}
