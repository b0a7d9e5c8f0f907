package io.wampspring.architecture;

import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The architecture rules hold for the product, and each fails on the fixtures.
 */
class ArchitectureTests {

	private static final String ROOT = "io.wampspring";

	private static final String BROKEN = "io.wampspring.architecture.broken";

	private static final JavaClasses product = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	private static final JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);

	@TestFactory
	Stream<DynamicTest> holdsForTheProduct() {
		return rules(ROOT).map((rule) -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(product)));
	}

	@TestFactory
	Stream<DynamicTest> isSeenToFail() {
		return rules(BROKEN).map((rule) -> DynamicTest.dynamicTest(rule.getKey(),
				() -> assertThatThrownBy(() -> rule.getValue().check(broken)).isInstanceOf(AssertionError.class)
					.hasMessageContaining("was violated")));
	}

	@Test
	void looksAtTheWholeProduct() {
		assertThat(product).extracting((each) -> each.getPackageName())
			.contains("io.wampspring.message", "io.wampspring.client.session", "io.wampspring.router.core",
					"io.wampspring.transport.netty", "io.wampspring.endpoint", "io.wampspring.autoconfigure");
	}

	private static Stream<Map.Entry<String, ArchRule>> rules(String root) {
		return new ArchitectureRules(root).all().entrySet().stream();
	}

}
