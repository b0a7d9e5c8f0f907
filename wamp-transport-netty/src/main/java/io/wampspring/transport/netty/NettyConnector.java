package io.wampspring.transport.netty;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.ssl.SslContext;
import io.wampspring.codec.MessageCodec;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.Connector;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.LinkOpener;
import io.wampspring.transport.OutboundLimits;
import io.wampspring.transport.Subprotocols;
import io.wampspring.transport.TransportConfig;

/**
 * Opens WebSocket links, {@code ws} and {@code wss}. The lane of a link is an event loop.
 * Certificates are checked against the authorities that the JVM trusts, and against the
 * host's name.
 */
public final class NettyConnector implements Connector {

	private final TransportConfig transport;

	private final NettyEventLoops eventLoops;

	private final TlsContext tls;

	private final HostLookup hosts;

	private final WampPipeline<MessageToRouter, MessageToClient> pipeline;

	private final AtomicBoolean open = new AtomicBoolean(true);

	/**
	 * Creates a connector on the shared event loops.
	 * @param transport where it leads and how
	 * @throws IllegalArgumentException if the URL is not that of a WebSocket, or a header
	 * is not one of HTTP
	 */
	public NettyConnector(TransportConfig transport) {
		this(transport, NettyEventLoops.shared());
	}

	/**
	 * Creates a connector.
	 * @param transport where it leads and how
	 * @param eventLoops the threads of its links
	 * @throws IllegalArgumentException if the URL is not that of a WebSocket, or a header
	 * is not one of HTTP
	 */
	public NettyConnector(TransportConfig transport, NettyEventLoops eventLoops) {
		this(transport, eventLoops, TlsContext.SYSTEM, HostLookup.SYSTEM);
	}

	NettyConnector(TransportConfig transport, NettyEventLoops eventLoops, TlsContext tls, HostLookup hosts) {
		requireWebSocket(transport.url());
		requireHttp(transport);
		this.transport = transport;
		this.eventLoops = eventLoops;
		this.tls = tls;
		this.hosts = hosts;
		this.pipeline = new WampPipeline<>(
				WampPipeline.codecs(transport.serializers(),
						(serializer) -> MessageCodec.forClient(serializer, transport.mapping(), transport.limits(),
								transport.mode())),
				new Subprotocols(transport.serializers()), transport.limits().messageSize(),
				transport.handshakeTimeout(), transport.keepAlive(), OutboundLimits.DEFAULT);
		eventLoops.acquire();
	}

	@Override
	public CompletionStage<Void> connect(LinkOpener<MessageToRouter, MessageToClient> opener) {
		if (!this.open.get()) {
			return CompletableFuture.failedFuture(
					new LinkException(LinkException.Kind.OTHER, describe() + ": this connector is closed", null));
		}
		SslContext context;
		try {
			context = isSecure(this.transport.url()) ? this.tls.current() : null;
		}
		catch (LinkException ex) {
			return CompletableFuture.failedFuture(ex);
		}
		ConnectAttempt attempt = new ConnectAttempt(this.transport, this.pipeline, context, this.hosts, opener,
				this.eventLoops.acquire().next());
		return attempt.start(this.eventLoops::release);
	}

	@Override
	public String describe() {
		return this.transport.describe();
	}

	@Override
	public void close() {
		if (this.open.compareAndSet(true, false)) {
			this.eventLoops.release();
		}
	}

	static boolean isWebSocket(URI url) {
		return "ws".equalsIgnoreCase(url.getScheme()) || isSecure(url);
	}

	static int port(URI url) {
		return (url.getPort() >= 0) ? url.getPort() : isSecure(url) ? 443 : 80;
	}

	static String host(URI url) {
		String host = url.getHost();
		return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
	}

	private static boolean isSecure(URI url) {
		return "wss".equalsIgnoreCase(url.getScheme());
	}

	/** Says which header is wrong, never what it holds. */
	private static void requireHttp(TransportConfig transport) {
		transport.headers().forEach((name, value) -> {
			try {
				new DefaultHttpHeaders().set(name, value);
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("The header '" + name + "' of transport " + transport.describe()
						+ " has a name or a value that HTTP does not allow");
			}
		});
	}

	private static void requireWebSocket(URI url) {
		if (!isWebSocket(url) || url.getHost() == null) {
			throw new IllegalArgumentException(
					"The URL of a WebSocket transport must be ws://host[:port]/path or wss://…, but its scheme is "
							+ url.getScheme() + " and its host " + url.getHost());
		}
	}

}
