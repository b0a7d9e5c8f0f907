package io.wampspring.transport.netty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.MessageCodec;
import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.Acceptor;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.LinkOpener;
import io.wampspring.transport.OriginRule;
import io.wampspring.transport.OutboundLimits;
import io.wampspring.transport.Subprotocols;
import org.jspecify.annotations.Nullable;

/**
 * Accepts WebSocket links for a router on a port of its own. The lane of a link is an
 * event loop.
 */
public final class NettyAcceptor implements Acceptor {

	/** So long may closing what is still open take, in milliseconds. */
	private static final long CLOSE_BOUND = 2000;

	private final Settings settings;

	private final NettyEventLoops eventLoops;

	private final WampPipeline<MessageToClient, MessageToRouter> pipeline;

	private @Nullable Listening listening;

	/**
	 * Creates an acceptor on the shared event loops.
	 * @param settings where it listens and how
	 */
	public NettyAcceptor(Settings settings) {
		this(settings, NettyEventLoops.shared());
	}

	/**
	 * Creates an acceptor.
	 * @param settings where it listens and how
	 * @param eventLoops the threads of its links
	 */
	public NettyAcceptor(Settings settings, NettyEventLoops eventLoops) {
		this.settings = settings;
		this.eventLoops = eventLoops;
		this.pipeline = new WampPipeline<>(
				WampPipeline.codecs(settings.serializers(),
						(serializer) -> MessageCodec.forRouter(serializer, settings.mapping(), settings.limits())),
				new Subprotocols(settings.serializers()), settings.limits().messageSize(), settings.handshakeTimeout(),
				settings.keepAlive(), settings.outbound());
	}

	@Override
	public synchronized void start(LinkOpener<MessageToClient, MessageToRouter> router) {
		if (this.listening != null) {
			throw new IllegalStateException("This acceptor has been started");
		}
		EventLoopGroup group = this.eventLoops.acquire();
		ChannelGroup links = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
		ChannelFuture bound = new ServerBootstrap().group(group)
			.channel(NioServerSocketChannel.class)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<>() {
				@Override
				protected void initChannel(Channel accepted) {
					links.add(accepted);
					NettyAcceptor.this.pipeline.server(accepted,
							new ServerHandshake(NettyAcceptor.this.settings, NettyAcceptor.this.pipeline, router));
				}
			})
			.bind(new InetSocketAddress(this.settings.address(), this.settings.port()))
			.awaitUninterruptibly();
		if (!bound.isSuccess()) {
			this.eventLoops.release();
			throw new LinkException(LinkException.Kind.OTHER, "Cannot listen on " + this.settings.address() + ":"
					+ this.settings.port() + ": " + bound.cause().getMessage(), bound.cause());
		}
		this.listening = new Listening(bound.channel(), links);
	}

	/**
	 * Returns the port on which it listens.
	 * @return the port, the real one if 0 was asked for
	 * @throws IllegalStateException unless it is started
	 */
	public synchronized int port() {
		Listening active = this.listening;
		if (active == null) {
			throw new IllegalStateException("This acceptor is not started");
		}
		return ((InetSocketAddress) active.channel().localAddress()).getPort();
	}

	@Override
	public synchronized void close() {
		Listening active = this.listening;
		if (active != null) {
			this.listening = null;
			active.channel().close().awaitUninterruptibly(CLOSE_BOUND);
			active.links().close().awaitUninterruptibly(CLOSE_BOUND);
			this.eventLoops.release();
		}
	}

	private record Listening(Channel channel, ChannelGroup links) {
	}

	/**
	 * Where a router listens and how.
	 *
	 * @param address the local address
	 * @param port the port, 0 for any free one
	 * @param path the path of the WebSocket, {@code /ws} for instance
	 * @param origins which web pages may connect
	 * @param serializers what the router has
	 * @param mapping how application types map
	 * @param limits what may be received and sent
	 * @param handshakeTimeout how long the opening handshake may take
	 * @param keepAlive how lost clients are found
	 * @param outbound how much may wait for a client
	 */
	public record Settings(InetAddress address, int port, String path, OriginRule origins, List<Serializer> serializers,
			Mapping mapping, CodecLimits limits, Duration handshakeTimeout, KeepAlive keepAlive,
			OutboundLimits outbound) {

		/**
		 * Copies.
		 */
		public Settings {
			serializers = List.copyOf(serializers);
		}

		/**
		 * Returns the defaults: loopback, pages of the same host, all serializers.
		 * @param port the port, 0 for any free one
		 * @param path the path of the WebSocket
		 * @return the settings
		 */
		public static Settings of(int port, String path) {
			return new Settings(InetAddress.getLoopbackAddress(), port, path, OriginRule.SAME_HOST,
					List.of(Serializer.values()), Mapping.standard(), CodecLimits.defaults(), Duration.ofSeconds(5),
					KeepAlive.DEFAULT, OutboundLimits.DEFAULT);
		}

	}

}
