package io.wampspring.router;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.wampspring.router.core.RouterSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which part of the router may see what. Each rule is seen to find a fixture that breaks
 * it.
 */
class RouterArchitectureTests {

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.wampspring.router");

	private static final JavaClasses FIXTURE = new ClassFileImporter()
		.importPackages("io.wampspring.router.core.fixture");

	static ArchRule[] rules() {
		return new ArchRule[] {
				noClasses().that()
					.resideInAPackage("..router.core..")
					.should()
					.dependOnClassesThat()
					.resideInAnyPackage("java.io..", "java.net..", "java.nio.channels..", "java.nio.file..",
							"java.security..", "java.util.concurrent..", "javax.crypto..", "org.slf4j..",
							"tools.jackson..", "org.springframework..", "io.netty.."),
				noClasses().that()
					.resideInAPackage("..router.core..")
					.should()
					.callMethod(System.class, "nanoTime")
					.orShould()
					.callMethod(System.class, "currentTimeMillis"),
				noClasses().that()
					.resideInAPackage("..router.core..")
					.should()
					.callMethod(Math.class, "random")
					.orShould()
					.dependOnClassesThat()
					.areAssignableTo(Thread.class),
				noClasses().that()
					.resideInAPackage("..router.core..")
					.should()
					.dependOnClassesThat()
					.resideInAPackage("io.wampspring.router"),
				noClasses().that()
					.areNotAssignableTo(RouterSession.class)
					.and()
					.resideInAPackage("io.wampspring.router..")
					.should()
					.callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("deliverTo"))) };
	}

	@ParameterizedTest
	@MethodSource("rules")
	void theRouterKeepsTheRule(ArchRule rule) {
		rule.check(MAIN);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void theRuleFindsWhatBreaksIt(ArchRule rule) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(FIXTURE))
			.withMessageContaining("ImpureRole");
	}

	@Test
	void packagesFormNoCycle() {
		slices().matching("io.wampspring.(**)").should().beFreeOfCycles().check(MAIN);
	}

	@Test
	void theRouterKnowsNoClient() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.wampspring.client..", "io.wampspring.spring..")
			.check(MAIN);
		assertThat(MAIN).hasSizeGreaterThan(30);
	}

}
