package io.wampspring.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a client's transport list.
 *
 * @param type the kind of transport: {@code websocket}, or what a factory from outside
 * understands
 * @param url where the router is
 * @param serializers offered in this order, best first
 * @param connectTimeout how long the connection may take
 * @param handshakeTimeout how long TLS and the opening handshake may take
 * @param keepAlive how a lost peer is found
 * @param headers sent with the opening handshake
 * @param limits what may be received and sent
 * @param mode how strict the peer is taken
 * @param mapping how application types map
 */
public record TransportConfig(String type, URI url, List<Serializer> serializers, Duration connectTimeout,
		Duration handshakeTimeout, KeepAlive keepAlive, Map<String, String> headers, CodecLimits limits,
		ProtocolMode mode, Mapping mapping) {

	/** The default of both time-outs. */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

	/**
	 * Checks and copies.
	 * @throws IllegalArgumentException if something is missing or negative
	 */
	public TransportConfig {
		serializers = List.copyOf(serializers);
		headers = Map.copyOf(headers);
		if (serializers.isEmpty()) {
			throw new IllegalArgumentException("no serializer for transport " + url);
		}
		requirePositive("connect timeout", connectTimeout);
		requirePositive("handshake timeout", handshakeTimeout);
	}

	/**
	 * Returns the defaults for a URL.
	 * @param url {@code ws://} or {@code wss://}
	 * @return a WebSocket transport
	 */
	public static TransportConfig of(URI url) {
		return new TransportConfig(LinkInfo.WEBSOCKET, url, List.of(Serializer.values()), DEFAULT_TIMEOUT,
				DEFAULT_TIMEOUT, KeepAlive.DEFAULT, Map.of(), CodecLimits.defaults(), ProtocolMode.LENIENT,
				Mapping.standard());
	}

	/**
	 * Returns the URL without user info.
	 * @return the URL for logs
	 */
	public String describe() {
		return Objects.requireNonNullElse(this.url.getScheme(), "?") + "://" + host(this.url)
				+ ((this.url.getPort() >= 0) ? ":" + this.url.getPort() : "")
				+ Objects.requireNonNullElse(this.url.getRawPath(), "");
	}

	private static String host(URI url) {
		@Nullable String host = url.getHost();
		return (host != null) ? host : "";
	}

	private static void requirePositive(String what, Duration duration) {
		if (duration.isNegative() || duration.isZero()) {
			throw new IllegalArgumentException(what + " must be positive: " + duration);
		}
	}

}
