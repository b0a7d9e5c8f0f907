package io.wampspring.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.Serializer;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.TransportConfig;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Makes the transport list of properties.
 *
 * @param properties the properties of the connection
 * @param mapping how application types map
 */
record ConnectionTransports(WampConnectionProperties properties, Mapping mapping) {

	List<TransportConfig> of(List<TransportProperties> transports) {
		List<TransportConfig> configs = new ArrayList<>();
		boolean single = this.properties.getUrl() != null;
		for (int i = 0; i < transports.size(); i++) {
			String name = single ? "wamp.url" : "wamp.transports[" + i + "].url";
			configs.add(config(transports.get(i), name));
		}
		return configs;
	}

	private TransportConfig config(TransportProperties transport, String property) {
		WampConnectionProperties.Keepalive keepalive = this.properties.getKeepalive();
		List<Serializer> serializers = transport.serializers().isEmpty() ? this.properties.getSerializers()
				: transport.serializers();
		return new TransportConfig(transport.type(), url(transport, property), serializers, transport.connectTimeout(),
				transport.handshakeTimeout(),
				new KeepAlive(keepalive.interval(), keepalive.timeout(), keepalive.payloadSize()), transport.headers(),
				limits(), this.properties.getProtocol().mode(), this.mapping);
	}

	/** What may be received and sent, also in this process. */
	CodecLimits limits() {
		return CodecLimits.defaults().withMessageSize((int) this.properties.getMaxMessageSize().toBytes());
	}

	private static URI url(TransportProperties transport, String property) {
		String url = transport.url();
		if (url == null || url.isBlank()) {
			throw new InvalidConfigurationPropertyValueException(property, url, "A transport needs a URL.");
		}
		try {
			URI uri = new URI(url);
			if (uri.getScheme() == null) {
				throw new InvalidConfigurationPropertyValueException(property, url,
						"The URL has no scheme, 'ws://' for instance.");
			}
			return uri;
		}
		catch (URISyntaxException ex) {
			throw new InvalidConfigurationPropertyValueException(property, url,
					"It is not a URL: " + ex.getReason() + ".");
		}
	}

}
