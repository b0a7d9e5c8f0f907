package io.wampspring.integration.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wampspring.test.PeerProcess;
import org.jspecify.annotations.Nullable;

/**
 * The sample application as a person runs it: its jar, in a process of its own, on a port
 * of its own. Its configuration is not on the class path of the tests.
 */
public final class RunningDemo implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile(".*Tomcat started on port (\\d+).*");

	private static final Pattern STARTED = Pattern.compile(".*Started DemoApplication.*");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final List<String> args;

	private PeerProcess process;

	private int port;

	private RunningDemo(List<String> args) {
		this.args = args;
		this.process = boot();
	}

	/**
	 * Starts the sample on a free port and waits until it serves.
	 * @param args further properties, such as {@code --wamp.url=…}
	 * @return the running application
	 */
	public static RunningDemo start(String... args) {
		return new RunningDemo(List.of(args));
	}

	private PeerProcess boot() {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-jar", jar().toString(), "--server.port=" + this.port));
		command.addAll(this.args);
		PeerProcess started = PeerProcess.start("demo-app", new ProcessBuilder(command));
		try {
			this.port = started.read(RunningDemo::port, PATIENCE);
			started.await((line) -> STARTED.matcher(line).matches(), PATIENCE);
			return started;
		}
		catch (AssertionError ex) {
			started.close();
			throw ex;
		}
	}

	private static @Nullable Integer port(String line) {
		Matcher matcher = PORT.matcher(line);
		return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
	}

	private static Path jar() {
		Path target = Path.of(System.getProperty("basedir", ""), "..", "demo-app", "target").normalize();
		try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "demo-app-*-exec.jar")) {
			return jars.iterator().next();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No jar of the sample: build demo-app first", ex);
		}
	}

	/**
	 * Where the page is.
	 * @return the origin, without a slash at its end
	 */
	public String origin() {
		return "http://127.0.0.1:" + this.port;
	}

	/**
	 * Where its router is.
	 * @return the address
	 */
	public URI routerUrl() {
		return URI.create("ws://127.0.0.1:" + this.port + "/ws");
	}

	/**
	 * Stops it in order; {@link #startAgain()} brings it back.
	 */
	public void stop() {
		this.process.close();
	}

	/**
	 * Kills it without warning; {@link #startAgain()} brings it back.
	 */
	public void kill() {
		this.process.kill();
	}

	/**
	 * Starts it again, where it was.
	 */
	public void startAgain() {
		this.process = boot();
	}

	@Override
	public void close() {
		stop();
	}

}
