package io.wampspring.test;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Opens WebSockets by hand ({@code ws} only), so that a test decides each byte. It is the
 * request of one handshake:
 *
 * <pre>
 * try (RawWebSocket socket = RawWebSocketClient.to(uri).offer("wamp.2.json").connect()) {
 *     socket.send("[1,\"realm1\",{\"roles\":{\"caller\":{}}}]").expect("\\[2,.*");
 * }
 * </pre>
 */
public final class RawWebSocketClient {

	private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private final URI uri;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private RawWebSocketClient(URI uri) {
		this.uri = uri;
		this.headers.put("Host", uri.getHost() + ":" + uri.getPort());
		this.headers.put("Upgrade", "websocket");
		this.headers.put("Connection", "Upgrade");
		this.headers.put("Sec-WebSocket-Version", "13");
		this.headers.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
	}

	/**
	 * Starts a request.
	 * @param uri the address, with a port
	 * @return the request
	 */
	public static RawWebSocketClient to(URI uri) {
		return new RawWebSocketClient(uri);
	}

	/**
	 * Offers sub-protocols.
	 * @param subprotocols their names
	 * @return this request
	 */
	public RawWebSocketClient offer(String... subprotocols) {
		return header("Sec-WebSocket-Protocol", String.join(", ", subprotocols));
	}

	/**
	 * Sets a header.
	 * @param name its name
	 * @param value its value
	 * @return this request
	 */
	public RawWebSocketClient header(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	/**
	 * Opens the WebSocket.
	 * @return the open connection
	 * @throws AssertionError when the server answers anything but a proper 101
	 */
	public RawWebSocket connect() {
		try {
			Socket socket = socket();
			InputStream in = new BufferedInputStream(socket.getInputStream());
			HttpHead answer = HttpHead.read(in);
			if (answer.status() != 101) {
				socket.close();
				throw new AssertionError("Expected 101, got " + answer.startLine());
			}
			String accept = acceptFor(this.headers.getOrDefault("Sec-WebSocket-Key", ""));
			if (!answer.header("Sec-WebSocket-Accept").equals(accept)) {
				socket.close();
				throw new AssertionError("The server accepted another key: " + answer);
			}
			return new RawWebSocket(socket, in, true, answer, String.join(", ", answer.subprotocols()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends the request and reads the head of the answer, whatever it is.
	 * @return the answer
	 */
	public HttpHead answer() {
		try (Socket socket = socket()) {
			return HttpHead.read(new BufferedInputStream(socket.getInputStream()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Socket socket() throws IOException {
		int patience = (int) RawWebSocket.PATIENCE.toMillis();
		Socket socket = new Socket();
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(patience);
		socket.connect(new InetSocketAddress(this.uri.getHost(), this.uri.getPort()), patience);
		String path = this.uri.getRawPath().isEmpty() ? "/" : this.uri.getRawPath();
		String target = (this.uri.getRawQuery() != null) ? path + "?" + this.uri.getRawQuery() : path;
		socket.getOutputStream()
			.write(HttpHead.bytes(this.headers.entrySet()
				.stream()
				.map((header) -> header.getKey() + ": " + header.getValue() + "\r\n")
				.collect(Collectors.joining("", "GET " + target + " HTTP/1.1\r\n", "\r\n"))));
		return socket;
	}

	static String acceptFor(String key) {
		try {
			return Base64.getEncoder()
				.encodeToString(MessageDigest.getInstance("SHA-1").digest(HttpHead.bytes(key + GUID)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-1", ex);
		}
	}

}
