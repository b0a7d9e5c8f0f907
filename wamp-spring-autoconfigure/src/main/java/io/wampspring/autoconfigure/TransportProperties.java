package io.wampspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.wampspring.codec.Serializer;
import io.wampspring.transport.LinkInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One transport of the list {@code wamp.transports}.
 *
 * @param type Kind of transport.
 * @param url URL of the router.
 * @param serializers Serializers to offer, best first. Those of the connection unless
 * set.
 * @param headers Headers of the opening handshake. The text form shows their names only.
 * @param connectTimeout How long the connection may take.
 * @param handshakeTimeout How long TLS and the opening handshake may take.
 */
public record TransportProperties(@DefaultValue("websocket") String type, @Nullable String url,
		@DefaultValue List<Serializer> serializers, @DefaultValue Map<String, String> headers,
		@DefaultValue("10s") Duration connectTimeout, @DefaultValue("10s") Duration handshakeTimeout) {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	/**
	 * Returns a WebSocket transport with defaults.
	 * @param url the URL of the router
	 * @return the transport
	 */
	public static TransportProperties of(String url) {
		return new TransportProperties(LinkInfo.WEBSOCKET, url, List.of(), Map.of(), TIMEOUT, TIMEOUT);
	}

	@Override
	public String toString() {
		return "TransportProperties[type=" + this.type + ", url=" + this.url + ", serializers=" + this.serializers
				+ ", headers=" + this.headers.keySet() + "]";
	}

}
