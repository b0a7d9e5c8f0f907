package io.wampspring.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The published page says what was measured, and nothing else. */
class PerformancePageTests {

	@Test
	void theCommittedPageIsMadeOfTheCommittedResults() throws IOException {
		assertThat(Path.of("../docs/performance.md")).hasContent(PerformancePage.of(Path.of("results")));
	}

	@Test
	void everyMeasurementSaysWhereItWasMade() throws IOException {
		try (var measurements = Files.list(Path.of("results"))) {
			assertThat(measurements).isNotEmpty().allSatisfy((measurement) -> {
				Environment environment = Results.read(measurement).environment();
				assertThat(environment.cores()).isPositive();
				assertThat(environment.cpu()).isNotBlank();
				assertThat(environment.jdk()).contains(measurement.getFileName().toString().substring("jdk".length()));
				assertThat(environment.libraries()).anyMatch((jar) -> jar.startsWith("jackson-databind-"));
			});
		}
	}

}
