package io.wampspring.integration.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wampspring.test.Evidence;
import io.wampspring.test.Peer;
import io.wampspring.test.PeerProcess;
import io.wampspring.test.Side;
import org.awaitility.Awaitility;

/**
 * Crossbar.io as a process that can be killed, paused and started again on the same port.
 * It is two processes: the controller, and the worker that owns the listener.
 */
public final class CrossbarProcess implements AutoCloseable {

	public static final String REALM = "realm1";

	static final Pattern BANNER = Pattern.compile(".*Crossbar\\.io v(\\S+).*");

	private static final Duration BOOT = Duration.ofSeconds(60);

	private static final int PORT_ATTEMPTS = 3;

	private final Path node;

	private final int port;

	private PeerProcess process;

	private String version = "";

	private CrossbarProcess(Path node, int port) {
		this.node = node;
		this.port = port;
		this.process = boot();
	}

	/**
	 * Starts a router on a free port and waits until it serves.
	 */
	public static CrossbarProcess start() {
		AssertionError failure = null;
		// A port can be taken between the look and the start.
		for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
			try {
				return new CrossbarProcess(makeNode(), freePort());
			}
			catch (AssertionError ex) {
				failure = ex;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		throw failure;
	}

	private PeerProcess boot() {
		// Should this JVM be killed, the router ends by itself.
		ProcessBuilder builder = new ProcessBuilder(Peer.CROSSBAR_PROCESS.location(), "start", "--cbdir",
				this.node.resolve(".crossbar").toString(), "--color", "false", "--logformat", "none", "--shutdownafter",
				"1800");
		builder.environment().put("WAMP_RIG_PORT", String.valueOf(this.port));
		builder.environment().put("PYTHONUNBUFFERED", "1");
		PeerProcess started = PeerProcess.start("crossbar", builder.directory(this.node.toFile()));
		try {
			Matcher banner = started.read((line) -> {
				Matcher matcher = BANNER.matcher(line);
				return matcher.matches() ? matcher : null;
			}, BOOT);
			this.version = banner.group(1);
			started.await((line) -> line.contains("NODE_BOOT_COMPLETE"), BOOT);
			return started;
		}
		catch (AssertionError ex) {
			started.kill();
			throw ex;
		}
	}

	/**
	 * Where anonymous sessions join.
	 */
	public URI url() {
		return URI.create("ws://127.0.0.1:" + this.port + "/ws");
	}

	/**
	 * Where sessions join with a ticket: {@code tina}, {@code ticket-tina}.
	 */
	public URI ticketUrl() {
		return URI.create("ws://127.0.0.1:" + this.port + "/auth");
	}

	/**
	 * Puts this router into the evidence of the running test.
	 */
	public Evidence evidence(Side side) {
		return Evidence.peer(Peer.CROSSBAR_PROCESS, this.version).transport("websocket").side(side);
	}

	/**
	 * Kills both processes and waits until nothing listens any more.
	 */
	public void kill() {
		this.process.kill();
		Awaitility.await("the port refuses connections").atMost(Duration.ofSeconds(20)).until(this::refuses);
	}

	/**
	 * Stops it in order and waits until nothing listens any more.
	 */
	public void stop() {
		this.process.close();
		Awaitility.await("the port refuses connections").atMost(Duration.ofSeconds(20)).until(this::refuses);
	}

	/**
	 * Starts the router again after {@link #kill()} or {@link #stop()}, on the same port.
	 */
	public void startAgain() {
		this.process = boot();
	}

	/**
	 * Stops the worker in the middle of whatever it does: connections stay, nothing is
	 * answered.
	 */
	public void pause() {
		signal("STOP");
	}

	/**
	 * Lets the worker go on; what waited is answered.
	 */
	public void resume() {
		signal("CONT");
	}

	private void signal(String name) {
		List<ProcessHandle> workers = this.process.handle().children().toList();
		if (workers.size() != 1) {
			throw new AssertionError("Expected one worker, found " + workers);
		}
		try {
			Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(workers.get(0).pid())).start();
			if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
				throw new AssertionError("The signal " + name + " was not sent");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	private boolean refuses() throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 1000);
			return false;
		}
		catch (ConnectException ex) {
			return true;
		}
	}

	@Override
	public void close() {
		this.process.close();
		try (var files = Files.walk(this.node)) {
			files.sorted(Comparator.reverseOrder()).forEach((path) -> path.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path makeNode() throws IOException {
		Path node = Files.createTempDirectory("crossbar-");
		Path directory = Files.createDirectory(node.resolve(".crossbar"));
		try (InputStream in = CrossbarProcess.class.getResourceAsStream("/crossbar/config.json")) {
			Files.copy(in, directory.resolve("config.json"));
		}
		return node;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
