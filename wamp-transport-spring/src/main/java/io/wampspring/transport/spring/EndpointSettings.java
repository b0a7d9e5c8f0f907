package io.wampspring.transport.spring;

import java.util.List;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.Serializer;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.OriginRule;
import io.wampspring.transport.OutboundLimits;

/**
 * Where a router's endpoint is and what it takes.
 *
 * @param path the path below the application's, {@code /ws} for instance
 * @param origins which web pages may connect
 * @param serializers what the router has
 * @param mapping how application types map
 * @param limits what may be received and sent
 * @param keepAlive how lost clients are found
 * @param outbound how much may wait for a client
 */
public record EndpointSettings(String path, OriginRule origins, List<Serializer> serializers, Mapping mapping,
		CodecLimits limits, KeepAlive keepAlive, OutboundLimits outbound) {

	/**
	 * Checks and copies.
	 * @throws IllegalArgumentException if the path does not begin with a slash or there
	 * is no serializer
	 */
	public EndpointSettings {
		serializers = List.copyOf(serializers);
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("The path of a router's endpoint must begin with '/': " + path);
		}
		if (serializers.isEmpty()) {
			throw new IllegalArgumentException("A router's endpoint needs a serializer");
		}
	}

	/**
	 * Returns the defaults: pages of the same host, all serializers.
	 * @param path the path
	 * @return the settings
	 */
	public static EndpointSettings of(String path) {
		return new EndpointSettings(path, OriginRule.SAME_HOST, List.of(Serializer.values()), Mapping.standard(),
				CodecLimits.defaults(), KeepAlive.DEFAULT, OutboundLimits.DEFAULT);
	}

}
