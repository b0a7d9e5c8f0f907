package io.wampspring.integration.scripted;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.wampspring.client.BackOff;
import io.wampspring.client.ConnectionClosed;
import io.wampspring.client.ConnectionListener;
import io.wampspring.client.ErrorContext;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampErrorHandler;
import io.wampspring.client.WampSession;
import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.ScriptedRouter;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.TransportConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our client on a scripted router, JSON over a real socket, and what it reports.
 */
final class ScriptedConnection implements ConnectionListener, WampErrorHandler, AutoCloseable {

	static final String WELCOME = "[2,1234,{\"roles\":{\"broker\":{\"features\":{}},\"dealer\":{\"features\":"
			+ "{\"call_canceling\":true,\"progressive_call_results\":true}}}}]";

	private static final BackOff SOON = new BackOff(-1, Duration.ofMillis(20), Duration.ofMillis(20), 1, 0,
			Duration.ZERO, true, true, BackOff.FINAL_REASONS);

	final ScriptedRouter router = ScriptedRouter.start();

	final BlockingQueue<ConnectionClosed> closed = new LinkedBlockingQueue<>();

	final BlockingQueue<WampSession> opened = new LinkedBlockingQueue<>();

	final BlockingQueue<Throwable> userErrors = new LinkedBlockingQueue<>();

	final BlockingQueue<Throwable> internalErrors = new LinkedBlockingQueue<>();

	final WampConnection connection;

	ScriptedConnection() {
		this(KeepAlive.OFF, Duration.ofSeconds(10));
	}

	ScriptedConnection(KeepAlive keepAlive, Duration joinTimeout) {
		this.connection = WampConnection.builder()
			.realm("realm1")
			.transports(List.of(transport(this.router.uri(), keepAlive)))
			.retry(SOON)
			.joinTimeout(joinTimeout)
			.leaveTimeout(Duration.ofMillis(500))
			.errorHandler(this)
			.listener(this)
			.build();
	}

	private static TransportConfig transport(URI uri, KeepAlive keepAlive) {
		return new TransportConfig(LinkInfo.WEBSOCKET, uri, List.of(Serializer.JSON), TransportConfig.DEFAULT_TIMEOUT,
				TransportConfig.DEFAULT_TIMEOUT, keepAlive, Map.of(), CodecLimits.defaults(), ProtocolMode.LENIENT,
				Mapping.standard());
	}

	/** The router's side of a join. */
	RawWebSocket welcome() {
		RawWebSocket client = this.router.accept("wamp.2.json");
		client.expect("\\[1,\"realm1\",\\{.*\"roles\":.*");
		client.send(WELCOME);
		return client;
	}

	WampSession open() throws Exception {
		return this.connection.open().get(10, TimeUnit.SECONDS);
	}

	ConnectionClosed nextClosed() throws InterruptedException {
		ConnectionClosed next = this.closed.poll(10, TimeUnit.SECONDS);
		assertThat(next).as("an end of the session").isNotNull();
		return next;
	}

	@Override
	public void onOpen(WampSession session) {
		this.opened.add(session);
	}

	@Override
	public void onClose(ConnectionClosed how) {
		this.closed.add(how);
	}

	@Override
	public void onUserError(Throwable error, ErrorContext context) {
		this.userErrors.add(error);
	}

	@Override
	public void onInternalError(Throwable error, ErrorContext context) {
		this.internalErrors.add(error);
	}

	@Override
	public void close() {
		this.connection.close().join();
		this.router.close();
	}

}
