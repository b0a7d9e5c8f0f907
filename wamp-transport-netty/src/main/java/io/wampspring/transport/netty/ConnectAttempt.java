package io.wampspring.transport.netty;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.LinkOpener;
import io.wampspring.transport.TransportConfig;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to open a link: look the name up, connect to one address after the other,
 * shake hands. Confined to one event loop after the look-up.
 */
final class ConnectAttempt {

	private final TransportConfig transport;

	private final WampPipeline<MessageToRouter, MessageToClient> pipeline;

	private final @Nullable SslContext tls;

	private final HostLookup hosts;

	private final LinkOpener<MessageToRouter, MessageToClient> opener;

	private final EventLoop eventLoop;

	private final CompletableFuture<Void> outcome = new CompletableFuture<>();

	private final Queue<InetAddress> addresses = new ArrayDeque<>();

	private long deadline;

	private @Nullable Channel channel;

	ConnectAttempt(TransportConfig transport, WampPipeline<MessageToRouter, MessageToClient> pipeline,
			@Nullable SslContext tls, HostLookup hosts, LinkOpener<MessageToRouter, MessageToClient> opener,
			EventLoop eventLoop) {
		this.transport = transport;
		this.pipeline = pipeline;
		this.tls = tls;
		this.hosts = hosts;
		this.opener = opener;
		this.eventLoop = eventLoop;
	}

	/**
	 * Begins.
	 * @param released called once, when neither the attempt nor its link needs the event
	 * loop any more
	 * @return completes when the link is open
	 */
	CompletableFuture<Void> start(Runnable released) {
		long timeout = this.transport.connectTimeout().toNanos();
		this.deadline = this.eventLoop.ticker().nanoTime() + timeout;
		Future<?> timer = this.eventLoop.schedule(this::expire, timeout, TimeUnit.NANOSECONDS);
		this.hosts.lookUp(NettyConnector.host(this.transport.url()))
			.whenCompleteAsync((found, failure) -> lookedUp(found, failure), this.eventLoop);
		this.outcome.whenCompleteAsync((opened, failure) -> {
			timer.cancel(false);
			Channel last = this.channel;
			if (last == null) {
				released.run();
			}
			else {
				last.closeFuture().addListener((closed) -> released.run());
				if (failure != null) {
					last.close();
				}
			}
		}, this.eventLoop);
		return this.outcome;
	}

	private void lookedUp(@Nullable List<InetAddress> found, @Nullable Throwable failure) {
		if (found == null) {
			fail(LinkException.Kind.UNKNOWN_HOST, "the host " + this.transport.url().getHost() + " is unknown",
					failure);
			return;
		}
		this.addresses.addAll(found);
		connectToNext();
	}

	private void connectToNext() {
		InetAddress address = this.addresses.poll();
		if (address == null || this.outcome.isDone()) {
			return;
		}
		long left = TimeUnit.NANOSECONDS.toMillis(this.deadline - this.eventLoop.ticker().nanoTime());
		ChannelFuture connected = new Bootstrap().group(this.eventLoop)
			.channel(NioSocketChannel.class)
			.option(ChannelOption.TCP_NODELAY, true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, Math.min(left, Integer.MAX_VALUE)))
			.handler(new ChannelInitializer<>() {
				@Override
				protected void initChannel(Channel created) {
					prepare(created);
				}
			})
			.connect(new InetSocketAddress(address, NettyConnector.port(this.transport.url())));
		this.channel = connected.channel();
		connected.addListener((done) -> {
			if (!done.isSuccess()) {
				refused(done.cause());
			}
		});
	}

	private void prepare(Channel created) {
		URI url = this.transport.url();
		SslContext context = this.tls;
		SslHandler encrypts = (context != null)
				? context.newHandler(created.alloc(), NettyConnector.host(url), NettyConnector.port(url)) : null;
		this.pipeline.client(created, encrypts,
				new ClientHandshake(this.transport, this.pipeline.decoder(false), this.outcome, this::established));
	}

	private void established(ChannelHandlerContext handshake, Serializer serializer) {
		if (this.outcome.isDone()) {
			handshake.close();
			return;
		}
		LinkInfo info = new LinkInfo(LinkInfo.WEBSOCKET, this.transport.describe(), serializer.subprotocol(),
				serializer, this.tls != null, NettyLink.address(handshake.channel()));
		try {
			NettyLink<MessageToRouter, MessageToClient> link = this.pipeline.open(handshake, info, this.opener);
			if (!this.outcome.complete(null)) {
				link.lost("the attempt to connect was given up");
			}
		}
		catch (RuntimeException ex) {
			fail(LinkException.Kind.OTHER, "the session did not take the link: " + ex.getMessage(), ex);
		}
	}

	private void refused(Throwable cause) {
		if (!this.addresses.isEmpty()) {
			connectToNext();
		}
		else if (cause instanceof ConnectTimeoutException) {
			expire();
		}
		else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
			fail(LinkException.Kind.REFUSED, "connection refused: " + cause.getMessage(), cause);
		}
		else {
			fail(LinkException.Kind.OTHER, "connecting failed: " + cause.getMessage(), cause);
		}
	}

	private void expire() {
		Channel last = this.channel;
		if (last == null || !last.isActive()) {
			fail(LinkException.Kind.TIMEOUT,
					"no connection within " + this.transport.connectTimeout().toMillis() + " ms", null);
		}
	}

	private void fail(LinkException.Kind kind, String what, @Nullable Throwable cause) {
		this.outcome.completeExceptionally(new LinkException(kind, this.transport.describe() + ": " + what, cause));
	}

}
