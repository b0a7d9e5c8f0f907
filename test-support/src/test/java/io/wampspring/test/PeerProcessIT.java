package io.wampspring.test;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * With programs that every Unix has.
 */
class PeerProcessIT {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Test
	void linesGoBothWays() {
		try (PeerProcess cat = start("cat")) {
			cat.send("hällo");
			assertThat(cat.await("hällo"::equals, PATIENCE)).isEqualTo("hällo");
		}
	}

	@Test
	void linesThatAreNotWantedStayForLater() {
		try (PeerProcess cat = start("cat")) {
			List.of("first", "second", "third").forEach(cat::send);
			assertThat(cat.await("second"::equals, PATIENCE)).isEqualTo("second");
			assertThat(cat.await((line) -> true, PATIENCE)).isEqualTo("first");
			assertThat(cat.read(String::length, PATIENCE)).isEqualTo(5);
		}
	}

	@Test
	void aWaitIsBoundedAndTellsWhatWasSaidInstead() {
		try (PeerProcess shell = start("sh", "-c", "echo trouble >&2; echo something else; cat")) {
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> shell.await("nothing"::equals, Duration.ofMillis(300)))
				.withMessageContainingAll("sh did not say", "something else", "trouble");
		}
	}

	@Test
	void theEndOfTheProcessEndsTheWait() {
		try (PeerProcess shell = start("sh", "-c", "echo last words >&2; exit 3")) {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> shell.await("more"::equals, PATIENCE))
				.withMessageContaining("sh ended before");
		}
	}

	@Test
	void closingEndsTheDescendantsToo() throws Exception {
		ProcessHandle child;
		try (PeerProcess shell = start("sh", "-c", "sleep 600 & echo $!; wait")) {
			child = ProcessHandle.of(Long.parseLong(shell.await((line) -> true, PATIENCE))).orElseThrow();
			assertThat(child.isAlive()).isTrue();
		}
		child.onExit().get(10, TimeUnit.SECONDS);
	}

	@Test
	void aProcessThatIgnoresTheRequestIsKilled() throws Exception {
		PeerProcess shell = start("sh", "-c", "trap '' TERM; echo ready; while true; do sleep 600; done");
		shell.await("ready"::equals, PATIENCE);
		shell.kill();
		shell.handle().onExit().get(10, TimeUnit.SECONDS);
	}

	@Test
	void whatAForgetfulJvmStartedEndsWithIt() throws Exception {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ProcessHandle orphan;
		try (PeerProcess jvm = start(java, "-cp", System.getProperty("java.class.path"), Forgetful.class.getName())) {
			orphan = ProcessHandle.of(Long.parseLong(jvm.await((line) -> true, PATIENCE.multipliedBy(3))))
				.orElseThrow();
			jvm.send("go");
			orphan.onExit().get(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void aCommandThatIsNotThereIsNamed() {
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> start("no-such-command"))
			.withMessage("no-such-command does not start");
	}

	private static PeerProcess start(String... command) {
		String name = Path.of(command[0]).getFileName().toString();
		return PeerProcess.start(name, new ProcessBuilder(command));
	}

	static final class Forgetful {

		private Forgetful() {
		}

		public static void main(String[] args) throws Exception {
			PeerProcess peer = start("sleep", "600");
			System.out.println(peer.handle().pid());
			System.in.read();
			System.exit(0);
		}

	}

}
