package io.wampspring.test;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * A WebSocket server on loopback that does what its test says, step by step, with literal
 * frames. Connections wait until the test takes them:
 *
 * <pre>
 * try (ScriptedRouter router = ScriptedRouter.start()) {
 *     router.play(() -&gt; {
 *         RawWebSocket client = router.accept("wamp.2.json");
 *         client.expect("\\[1,\"realm1\",.*");
 *         client.send("[2,7,{\"roles\":{\"dealer\":{}}}]");
 *         String request = client.expect("\\[48,(\\d+),\\{\\},\"com.example.add2\",\\[2,3]]").group(1);
 *         client.send("[50," + request + ",{},[5]]");
 *     });
 *     …
 * }
 * </pre>
 *
 * A step that fails in {@link #play} ends all connections and fails
 * {@link Script#await()}, or else {@link #close()}.
 */
public final class ScriptedRouter implements AutoCloseable {

	private final int port;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final List<Script> scripts = new CopyOnWriteArrayList<>();

	private volatile ServerSocket server;

	private ScriptedRouter() throws IOException {
		this.server = listenOn(0);
		this.port = this.server.getLocalPort();
	}

	/**
	 * Starts to listen on a free port of 127.0.0.1.
	 * @return the router
	 */
	public static ScriptedRouter start() {
		try {
			return new ScriptedRouter();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where clients connect to.
	 * @return such as {@code ws://127.0.0.1:40123/ws}
	 */
	public URI uri() {
		return URI.create("ws://127.0.0.1:" + this.port + "/ws");
	}

	/**
	 * Waits for the next connection and its request; the answer is up to the test. Left
	 * alone, the client never gets one.
	 * @return the handshake to answer
	 */
	public Handshake handshake() {
		try {
			this.server.setSoTimeout((int) RawWebSocket.PATIENCE.toMillis());
			Socket socket = this.server.accept();
			this.sockets.add(socket);
			socket.setTcpNoDelay(true);
			socket.setSoTimeout((int) RawWebSocket.PATIENCE.toMillis());
			InputStream in = new BufferedInputStream(socket.getInputStream());
			return new Handshake(socket, in, HttpHead.read(in));
		}
		catch (SocketTimeoutException ex) {
			throw new AssertionError("No client came within " + RawWebSocket.PATIENCE.toSeconds() + " s", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits for the next client and opens the WebSocket.
	 * @param subprotocol what to answer; the client must have offered it
	 * @return the open connection
	 */
	public RawWebSocket accept(String subprotocol) {
		Handshake handshake = handshake();
		if (!handshake.request().subprotocols().contains(subprotocol)) {
			throw new AssertionError("The client did not offer " + subprotocol + ": " + handshake.request());
		}
		return handshake.upgrade(subprotocol);
	}

	/**
	 * Sees that no client connects for a while.
	 * @param time how long to look
	 */
	public void expectNoClient(Duration time) {
		try {
			this.server.setSoTimeout(Math.max(1, (int) time.toMillis()));
			this.sockets.add(this.server.accept());
			throw new AssertionError("A client connected");
		}
		catch (SocketTimeoutException ex) {
			// as it should be
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * From now on connects are refused by the operating system; open connections stay.
	 */
	public void refuseConnections() {
		closeQuietly(this.server);
	}

	/**
	 * Listens again, on the same port.
	 */
	public void acceptConnections() {
		try {
			this.server = listenOn(this.port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Runs steps on a thread of their own.
	 * @param steps the steps
	 * @return the running script
	 */
	public Script play(Steps steps) {
		Script script = new Script(steps);
		this.scripts.add(script);
		return script;
	}

	/**
	 * Ends all connections.
	 * @throws AssertionError when a script failed before and nobody has seen it yet
	 */
	@Override
	public void close() {
		Throwable failure = this.scripts.stream()
			.map(Script::failure)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		closeQuietly(this.server);
		closeConnections();
		if (failure != null) {
			throw failed(failure);
		}
	}

	private void closeConnections() {
		this.sockets.forEach(ScriptedRouter::closeQuietly);
	}

	private static AssertionError failed(@Nullable Throwable cause) {
		return new AssertionError("The script of the router failed: " + cause, cause);
	}

	private static ServerSocket listenOn(int port) throws IOException {
		ServerSocket server = new ServerSocket();
		server.setReuseAddress(true);
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		return server;
	}

	private static void closeQuietly(AutoCloseable resource) {
		try {
			resource.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("A socket cannot be closed", ex);
		}
	}

	/**
	 * What a scripted router does.
	 */
	@FunctionalInterface
	public interface Steps {

		/**
		 * Does it.
		 * @throws Exception when a step fails
		 */
		void run() throws Exception;

	}

	/**
	 * A script that runs, or has run.
	 */
	public final class Script {

		private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

		private Script(Steps steps) {
			Thread thread = new Thread(() -> run(steps), "scripted-router-" + ScriptedRouter.this.port);
			thread.setDaemon(true);
			thread.start();
		}

		private void run(Steps steps) {
			try {
				steps.run();
				this.done.complete(null);
			}
			catch (Exception | AssertionError ex) {
				this.done.completeExceptionally(ex);
				// So that the client does not wait for steps that will not come.
				closeConnections();
			}
		}

		/**
		 * Waits for the last step.
		 * @throws AssertionError when a step failed, or the script does not end in time
		 */
		public void await() {
			try {
				this.done.get(3 * RawWebSocket.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (ExecutionException ex) {
				throw failed(ex.getCause());
			}
			catch (TimeoutException ex) {
				throw new AssertionError("The script of the router does not end", ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw failed(ex);
			}
			finally {
				ScriptedRouter.this.scripts.remove(this);
			}
		}

		private @Nullable Throwable failure() {
			return this.done.handle((done, ex) -> ex).getNow(null);
		}

	}

	/**
	 * A request that waits for its answer.
	 */
	public static final class Handshake {

		private final Socket socket;

		private final InputStream in;

		private final HttpHead request;

		private Handshake(Socket socket, InputStream in, HttpHead request) {
			this.socket = socket;
			this.in = in;
			this.request = request;
		}

		/**
		 * What the client sent.
		 * @return the request
		 */
		public HttpHead request() {
			return this.request;
		}

		/**
		 * Opens the WebSocket.
		 * @param subprotocol what to answer, offered or not; empty for none
		 * @return the open connection
		 */
		public RawWebSocket upgrade(String subprotocol) {
			String accept = RawWebSocketClient.acceptFor(this.request.header("Sec-WebSocket-Key"));
			answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
					+ "Sec-WebSocket-Accept: " + accept + "\r\n"
					+ (subprotocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + subprotocol + "\r\n") + "\r\n");
			return new RawWebSocket(this.socket, this.in, false, this.request, subprotocol);
		}

		/**
		 * Answers with a status and no body, and closes.
		 * @param status such as 400
		 */
		public void refuse(int status) {
			answer("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
			close();
		}

		/**
		 * Answers with literal text, such as no HTTP at all.
		 * @param text the bytes, one a character
		 */
		public void answer(String text) {
			try {
				this.socket.getOutputStream().write(HttpHead.bytes(text));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/**
		 * Ends the connection.
		 */
		public void close() {
			closeQuietly(this.socket);
		}

	}

}
