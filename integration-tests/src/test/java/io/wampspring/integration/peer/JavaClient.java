package io.wampspring.integration.peer;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.wampspring.client.WampClient;
import io.wampspring.client.WampConnection;
import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.TransportConfig;

/**
 * Our client, joined to a router over a WebSocket.
 */
public final class JavaClient implements AutoCloseable {

	private final WampConnection connection;

	private JavaClient(WampConnection connection) {
		this.connection = connection;
	}

	/**
	 * Joins the realm {@code realm1}.
	 */
	public static JavaClient join(URI url, Serializer serializer) {
		return join(url, serializer, KeepAlive.OFF, UnaryOperator.identity());
	}

	/**
	 * Joins the realm {@code realm1}, with what a test needs beside.
	 */
	public static JavaClient join(URI url, Serializer serializer, KeepAlive keepAlive,
			UnaryOperator<WampConnection.Builder> more) {
		JavaClient client = new JavaClient(more
			.apply(WampConnection.builder().realm("realm1").transports(List.of(transport(url, serializer, keepAlive))))
			.build());
		client.connection.open().orTimeout(30, TimeUnit.SECONDS).join();
		return client;
	}

	/**
	 * A WebSocket with one serializer.
	 */
	public static TransportConfig transport(URI url, Serializer serializer, KeepAlive keepAlive) {
		return new TransportConfig(LinkInfo.WEBSOCKET, url, List.of(serializer), Duration.ofSeconds(10),
				Duration.ofSeconds(10), keepAlive, Map.of(), CodecLimits.defaults(), ProtocolMode.LENIENT,
				Mapping.standard());
	}

	/**
	 * Calls, publications, endpoints.
	 */
	public WampClient wamp() {
		return this.connection.client();
	}

	/**
	 * The connection itself.
	 */
	public WampConnection connection() {
		return this.connection;
	}

	@Override
	public void close() {
		this.connection.close().join();
	}

}
