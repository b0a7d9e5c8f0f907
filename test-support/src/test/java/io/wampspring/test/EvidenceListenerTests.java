package io.wampspring.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.fail;

class EvidenceListenerTests {

	private static final String JAVA = String.valueOf(Runtime.version().feature());

	@TempDir
	private Path directory;

	@Test
	void aTestWithoutPeerHasARowWithItsTagsAndStatus() throws Exception {
		assertThat(rowsOf(Plain.class)).containsExactlyInAnyOrder(
				Plain.class.getName() + "#passes\tpassed\tfast,slow\t" + JAVA + "\t\t\t\t\t\t\t",
				Plain.class.getName() + "#fails\tfailed\t\t" + JAVA + "\t\t\t\t\t\t\t");
	}

	@Test
	void eachInvocationOfAParameterizedTestHasARowWithItsOwnCell() throws Exception {
		assertThat(rowsOf(Cells.class)).filteredOn((row) -> row.contains("#calls"))
			.satisfiesExactly(
					(row) -> assertThat(row).contains("json")
						.endsWith("\tnexus\t3\twebsocket\tjson\t\tclient\tcall,register"),
					(row) -> assertThat(row).contains("cbor")
						.endsWith("\tnexus\t3\twebsocket\tcbor\t\tclient\tcall,register"));
	}

	@Test
	void whatASetUpMethodSaysHoldsForTheTest() throws Exception {
		assertThat(rowsOf(Inherited.class)).singleElement()
			.asString()
			.endsWith("\tnexus\t3\trawsocket\tmsgpack\tticket\trouter\tjoin");
	}

	@Test
	void aTestThatTalksToTwoPeersHasTwoRows() throws Exception {
		assertThat(rowsOf(TwoPeers.class)).satisfiesExactlyInAnyOrder((row) -> assertThat(row).contains("\tone\t"),
				(row) -> assertThat(row).contains("\ttwo\t"));
	}

	@Test
	void runsOfOneBuildAddToTheFileAndAnotherBuildStartsItAnew() throws Exception {
		run("monday", Plain.class);
		run("monday", Plain.class);
		assertThat(lines()).hasSize(2 + 4).startsWith("# build monday", String.join("\t", EvidenceListener.HEADING));
		run("tuesday", Plain.class);
		assertThat(lines()).hasSize(2 + 2).startsWith("# build tuesday");
	}

	@Test
	void evidenceFromAThreadWithoutTestIsRefused() throws Exception {
		Thread thread = new Thread(() -> assertThatIllegalStateException().isThrownBy(() -> Evidence.peer("a", "1"))
			.withMessage("No test runs on the thread stray"), "stray");
		List<Throwable> failures = new CopyOnWriteArrayList<>();
		thread.setUncaughtExceptionHandler((failed, ex) -> failures.add(ex));
		thread.start();
		thread.join();
		assertThat(failures).isEmpty();
	}

	private List<String> rowsOf(Class<?> testClass) throws Exception {
		run(null, testClass);
		List<String> lines = lines();
		return lines.subList(2, lines.size());
	}

	private List<String> lines() throws Exception {
		return Files.readAllLines(this.directory.resolve("target/evidence.tsv"));
	}

	private void run(String build, Class<?> testClass) {
		EvidenceFile file = new EvidenceFile(this.directory.resolve("target/evidence.tsv"), build);
		LauncherConfig config = LauncherConfig.builder()
			.enableTestExecutionListenerAutoRegistration(false)
			.addTestExecutionListeners(new EvidenceListener(file))
			.build();
		LauncherFactory.create(config)
			.execute(LauncherDiscoveryRequestBuilder.request()
				.selectors(DiscoverySelectors.selectClass(testClass))
				.build());
	}

	static class Plain {

		@Test
		@Tag("fast")
		@Tag("slow")
		void passes() {
		}

		@Test
		void fails() {
			fail("as it should");
		}

	}

	static class Cells {

		@ParameterizedTest
		@ValueSource(strings = { "json", "cbor" })
		void calls(String serializer) {
			Evidence.peer("nexus", "3")
				.transport("websocket")
				.serializer(serializer)
				.side(Side.CLIENT)
				.feature("call", "register");
		}

	}

	static class Inherited {

		@BeforeEach
		void join() {
			Evidence.peer("nexus", "3")
				.transport("rawsocket")
				.serializer("msgpack")
				.authmethod("ticket")
				.side(Side.ROUTER)
				.feature("join");
		}

		@Test
		void saysNothing() {
		}

	}

	static class TwoPeers {

		@Test
		void talks() {
			Evidence.peer("one", "1");
			Evidence.peer("two", "2");
		}

	}

}
