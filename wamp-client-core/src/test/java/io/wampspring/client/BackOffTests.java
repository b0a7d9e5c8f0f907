package io.wampspring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The five numbers of the back-off.
 */
class BackOffTests {

	private static ReconnectPolicy.Failure failure(int attempt, Duration previous, RandomGenerator random) {
		return new ReconnectPolicy.Failure(attempt, previous, CloseReason.LOST, null, null, random);
	}

	private static ReconnectPolicy.Failure failure(CloseReason reason, String uri) {
		return new ReconnectPolicy.Failure(1, null, reason, uri, null, new Random(1));
	}

	private static List<Duration> delays(BackOff policy, RandomGenerator random) {
		List<Duration> delays = new ArrayList<>();
		Duration previous = null;
		for (int attempt = 1; attempt < 1000; attempt++) {
			previous = policy.nextDelay(failure(attempt, previous, random));
			if (previous == null) {
				break;
			}
			delays.add(previous);
		}
		return delays;
	}

	@Test
	@Tag("E-137")
	void withoutJitterTheDelaysGrowByHalfUpToFiveMinutes() {
		BackOff policy = BackOff.DEFAULT.withDelays(Duration.ofMillis(1500), Duration.ofMinutes(5), 1.5, 0);

		List<Duration> delays = delays(policy, new Random(1));

		assertThat(delays).extracting((delay) -> Math.round(delay.toMillis() / 10.0) / 100.0)
			.containsExactly(1.5, 2.25, 3.38, 5.06, 7.59, 11.39, 17.09, 25.63, 38.44, 57.67, 86.5, 129.75, 194.62,
					291.93, 300.0);
	}

	@Test
	@Tag("E-137")
	void withJitterEachDelayIsDrawnAroundItsMeanAndTheNextMeanGrowsFromIt() {
		List<Duration> delays = delays(BackOff.DEFAULT, new Random(42));

		Random random = new Random(42);
		double mean = 1.5;
		for (Duration delay : delays) {
			double drawn = Math.max(0, Math.min(300, random.nextGaussian(mean, 0.1 * mean)));
			assertThat(delay.toNanos() / 1e9).isCloseTo(drawn, Offset.offset(1e-6));
			mean = drawn * 1.5;
		}
		assertThat(delays).hasSize(15);
		assertThat(delays).isNotEqualTo(delays(BackOff.DEFAULT, new Random(43)));
	}

	@Test
	@Tag("E-137")
	void aGrowthOfOneKeepsTheDelay() {
		BackOff policy = BackOff.DEFAULT.withDelays(Duration.ofMillis(700), Duration.ofMinutes(5), 1, 0);

		assertThat(delays(policy, new Random(1))).hasSize(15).allMatch(Duration.ofMillis(700)::equals);
	}

	@Test
	@Tag("E-137")
	void noDelayIsNegativeOrLongerThanTheMaximum() {
		BackOff policy = BackOff.DEFAULT.withMaxRetries(-1)
			.withDelays(Duration.ofSeconds(1), Duration.ofSeconds(2), 1.5, 0.5);

		assertThat(delays(policy, new Random(7)))
			.allMatch((delay) -> !delay.isNegative() && delay.compareTo(Duration.ofSeconds(2)) <= 0)
			.anyMatch(Duration.ofSeconds(2)::equals);
	}

	@Test
	void zeroIsAllowedEverywhere() {
		BackOff policy = new BackOff(2, Duration.ZERO, Duration.ZERO, 0, 0, Duration.ZERO, true, true, Set.of());

		assertThat(delays(policy, new Random(1))).containsExactly(Duration.ZERO, Duration.ZERO);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	@Tag("E-138")
	void thereAreNoMoreRetriesThanTheLimit(int limit) {
		assertThat(delays(BackOff.DEFAULT.withMaxRetries(limit), new Random(1))).hasSize(limit);
	}

	@Test
	@Tag("E-138")
	void aLimitOfMinusOneNeverGivesUp() {
		assertThat(delays(BackOff.DEFAULT.withMaxRetries(-1), new Random(1))).hasSize(999);
	}

	@Test
	@Tag("E-144")
	void finalReasonsAreNotTriedAgain() {
		BackOff policy = BackOff.DEFAULT.withRetryIf(true, true);

		for (String uri : List.of("wamp.error.authentication_failed", "wamp.error.authentication_denied",
				"wamp.error.no_such_realm", "wamp.error.cannot_authenticate", "wamp.error.no_auth_method",
				"wamp.error.not_authorized", "wamp.close.killed")) {
			assertThat(policy.nextDelay(failure(CloseReason.CLOSED, uri))).as(uri).isNull();
		}
		assertThat(policy.nextDelay(failure(CloseReason.CLOSED, "wamp.close.system_shutdown"))).isNotNull();
		assertThat(policy.withFinalReasons(Set.of()).nextDelay(failure(CloseReason.CLOSED, "wamp.close.killed")))
			.isNotNull();
	}

	@Test
	void thePlainDefaultsAreThoseOfTheReference() {
		BackOff policy = BackOff.DEFAULT;

		assertThat(policy.nextDelay(failure(CloseReason.UNREACHABLE, null))).isNull();
		assertThat(policy.nextDelay(failure(CloseReason.CLOSED, "wamp.close.system_shutdown"))).isNull();
		assertThat(policy.nextDelay(failure(CloseReason.UNSUPPORTED, null))).isNull();
		assertThat(policy.nextDelay(failure(CloseReason.LOST, null))).isNotNull();
		assertThat(policy.nextDelay(failure(CloseReason.CLOSED, null))).isNotNull();
		assertThat(policy.withRetryIf(true, false).nextDelay(failure(CloseReason.UNREACHABLE, null))).isNotNull();
	}

	@Test
	void aViolationOfTheRouterIsTriedAgainLikeALoss() {
		assertThat(BackOff.DEFAULT.nextDelay(failure(CloseReason.LOST, "wamp.error.protocol_violation"))).isNotNull();
	}

	@Test
	void wrongNumbersAreRefusedByName() {
		assertThatIllegalArgumentException().isThrownBy(() -> BackOff.DEFAULT.withMaxRetries(-2))
			.withMessage("retry: max retries must be -1 or more: -2");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BackOff.DEFAULT.withDelays(Duration.ofSeconds(-1), Duration.ZERO, 1, 0))
			.withMessageContaining("delay must not be negative");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BackOff.DEFAULT.withDelays(Duration.ZERO, Duration.ZERO, 1, Double.NaN))
			.withMessageContaining("jitter");
	}

}
