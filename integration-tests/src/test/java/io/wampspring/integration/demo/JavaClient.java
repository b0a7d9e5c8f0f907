package io.wampspring.integration.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;

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
final class JavaClient implements AutoCloseable {

	private final WampConnection connection;

	private JavaClient(WampConnection connection) {
		this.connection = connection;
	}

	static JavaClient join(URI url, Serializer serializer) {
		TransportConfig transport = new TransportConfig(LinkInfo.WEBSOCKET, url, List.of(serializer),
				TransportConfig.DEFAULT_TIMEOUT, TransportConfig.DEFAULT_TIMEOUT, KeepAlive.OFF, Map.of(),
				CodecLimits.defaults(), ProtocolMode.LENIENT, Mapping.standard());
		WampConnection connection = WampConnection.builder().realm("realm1").transports(List.of(transport)).build();
		connection.open().join();
		return new JavaClient(connection);
	}

	WampClient wamp() {
		return this.connection.client();
	}

	@Override
	public void close() {
		this.connection.close().join();
	}

}
