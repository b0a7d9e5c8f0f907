package io.wampspring.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Spring Boot application in a JVM of its own, on the class path of the tests. */
final class ApplicationProcess implements AutoCloseable {

	private static final long PATIENCE = 60;

	private final Process process;

	private final Path output;

	private ApplicationProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	static ApplicationProcess start(Class<?> application, String... properties) {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "-Dlogback.configurationFile=application-process-logback.xml",
				application.getName(), "--spring.main.banner-mode=off"));
		Arrays.stream(properties).forEach((property) -> command.add("--" + property));
		try {
			Path output = Files.createTempFile("application", ".log");
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			return new ApplicationProcess(process, output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it ends by itself. */
	int exitCode() throws InterruptedException {
		if (!this.process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
			throw new AssertionError("The application does not end:\n" + output());
		}
		return this.process.exitValue();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Asks it to end, as an operator does. */
	void terminate() {
		this.process.destroy();
	}

	String output() {
		try {
			return Files.readString(this.output, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		try {
			Files.deleteIfExists(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
