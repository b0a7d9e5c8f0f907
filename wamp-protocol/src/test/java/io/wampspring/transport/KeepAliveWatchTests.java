package io.wampspring.transport;

import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.wampspring.transport.KeepAliveWatch.Step;

import static org.assertj.core.api.Assertions.assertThat;

class KeepAliveWatchTests {

	private static final long START = Long.MAX_VALUE - 3;

	private final KeepAliveWatch watch = new KeepAliveWatch(
			new KeepAlive(Duration.ofNanos(100), Duration.ofNanos(50), 4), START);

	@Test
	@Tag("E-131")
	void aSilentPeerIsPingedAfterTheIntervalAndLostAfterTheTimeout() {
		assertThat(this.watch.delay(START)).isEqualTo(100);
		assertThat(this.watch.check(START + 99)).isEqualTo(Step.WAIT);
		assertThat(this.watch.check(START + 100)).isEqualTo(Step.PING);
		assertThat(this.watch.delay(START + 100)).isEqualTo(50);
		assertThat(this.watch.check(START + 149)).isEqualTo(Step.WAIT);
		assertThat(this.watch.check(START + 150)).isEqualTo(Step.LOST);
	}

	@Test
	void whatArrivesPutsThePingOff() {
		this.watch.received(START + 60);
		assertThat(this.watch.check(START + 100)).isEqualTo(Step.WAIT);
		assertThat(this.watch.delay(START + 100)).isEqualTo(60);
		assertThat(this.watch.check(START + 160)).isEqualTo(Step.PING);
	}

	@Test
	void anAnsweredPingIsFollowedByTheNextAfterAnotherInterval() {
		assertThat(this.watch.check(START + 100)).isEqualTo(Step.PING);
		this.watch.received(START + 100);
		assertThat(this.watch.check(START + 150)).isEqualTo(Step.WAIT);
		assertThat(this.watch.delay(START + 150)).isEqualTo(50);
		assertThat(this.watch.check(START + 200)).isEqualTo(Step.PING);
	}

	@Test
	void theDelayIsNeverNothing() {
		assertThat(this.watch.delay(START + 500)).isEqualTo(1);
	}

}
