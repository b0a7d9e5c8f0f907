package io.wampspring.transport.spring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/** A container's session whose client reads when a test lets it. */
final class FakeSession implements WebSocketSession {

	final BlockingQueue<WebSocketMessage<?>> sent = new LinkedBlockingQueue<>();

	final BlockingQueue<CloseStatus> closed = new LinkedBlockingQueue<>();

	private volatile CountDownLatch reading = new CountDownLatch(0);

	private volatile IOException failure;

	private final String protocol;

	FakeSession(String protocol) {
		this.protocol = protocol;
	}

	void stopReading() {
		this.reading = new CountDownLatch(1);
	}

	void read() {
		this.reading.countDown();
	}

	void failWith(IOException ex) {
		this.failure = ex;
	}

	@Override
	public void sendMessage(WebSocketMessage<?> message) throws IOException {
		await();
		if (this.failure != null) {
			throw this.failure;
		}
		this.sent.add(message);
	}

	private void await() throws IOException {
		try {
			this.reading.await();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void close(CloseStatus status) throws IOException {
		await();
		this.closed.add(status);
	}

	@Override
	public void close() throws IOException {
		close(CloseStatus.NORMAL);
	}

	@Override
	public String getId() {
		return "1";
	}

	@Override
	public URI getUri() {
		return URI.create("ws://localhost/ws");
	}

	@Override
	public HttpHeaders getHandshakeHeaders() {
		return new HttpHeaders();
	}

	@Override
	public Map<String, Object> getAttributes() {
		return new ConcurrentHashMap<>();
	}

	@Override
	public Principal getPrincipal() {
		return null;
	}

	@Override
	public InetSocketAddress getLocalAddress() {
		return null;
	}

	@Override
	public InetSocketAddress getRemoteAddress() {
		return null;
	}

	@Override
	public String getAcceptedProtocol() {
		return this.protocol;
	}

	@Override
	public void setTextMessageSizeLimit(int limit) {
	}

	@Override
	public int getTextMessageSizeLimit() {
		return 0;
	}

	@Override
	public void setBinaryMessageSizeLimit(int limit) {
	}

	@Override
	public int getBinaryMessageSizeLimit() {
		return 0;
	}

	@Override
	public List<WebSocketExtension> getExtensions() {
		return List.of();
	}

	@Override
	public boolean isOpen() {
		return this.closed.isEmpty();
	}

}
