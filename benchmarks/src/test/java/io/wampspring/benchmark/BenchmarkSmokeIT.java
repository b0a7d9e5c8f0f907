package io.wampspring.benchmark;

import java.util.Collection;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs every benchmark once: each checks what its variants yield. */
class BenchmarkSmokeIT {

	private static final int SERIALIZERS = 3;

	private static final int VARIANTS = 2;

	private static final int DECODED = 4;

	private static final int ENCODED = 2;

	private static final int ROUTED = 1;

	private static final int TRANSPORTS = 2;

	@Test
	void everyBenchmarkRunsAndYieldsWhatItShould() throws RunnerException {
		Options options = new OptionsBuilder().include("io\\.wampspring\\.benchmark\\.")
			.forks(0)
			.mode(Mode.SingleShotTime)
			.warmupIterations(0)
			.measurementIterations(1)
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT)
			.build();
		Collection<RunResult> results = new Runner(options).run();
		assertThat(results).hasSize(SERIALIZERS * VARIANTS * (DECODED + ENCODED + ROUTED) + TRANSPORTS * VARIANTS)
			.allSatisfy((result) -> assertThat(result.getPrimaryResult().getScore()).isPositive());
	}

}
