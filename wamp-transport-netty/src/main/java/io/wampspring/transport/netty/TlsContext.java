package io.wampspring.transport.netty;

import javax.net.ssl.SSLException;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.wampspring.transport.LinkException;

/**
 * Where a connector gets its TLS from, asked for each connection.
 */
@FunctionalInterface
interface TlsContext {

	/** TLS 1.2 or newer, the authorities that the JVM trusts, the host's name checked. */
	TlsContext SYSTEM = () -> {
		try {
			return SslContextBuilder.forClient()
				.sslProvider(SslProvider.JDK)
				.protocols("TLSv1.3", "TLSv1.2")
				.endpointIdentificationAlgorithm("HTTPS")
				.build();
		}
		catch (SSLException ex) {
			throw new LinkException(LinkException.Kind.TLS, "TLS of this JVM cannot be set up: " + ex.getMessage(), ex);
		}
	};

	/**
	 * Returns the context for a new connection.
	 * @return the context
	 * @throws LinkException if there is none
	 */
	SslContext current();

}
