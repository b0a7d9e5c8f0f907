package io.wampspring.transport.netty;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.ssl.SslHandler;
import io.wampspring.codec.MessageCodec;
import io.wampspring.codec.Serializer;
import io.wampspring.message.WampMessage;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.LinkOpener;
import io.wampspring.transport.OutboundLimits;
import io.wampspring.transport.Subprotocols;
import org.jspecify.annotations.Nullable;

/**
 * How the pipeline of a channel is put together, for both ends:
 * {@code [tls] → http → handshake}, which after the opening handshake becomes
 * {@code [tls] → keep-alive → WebSocket frames → link}.
 *
 * @param codecs the codec of each serializer that this end has
 * @param subprotocols what this end has
 * @param messageSize the most bytes of a message
 * @param handshakeTimeout how long TLS and the opening handshake may take
 * @param keepAlive how a lost peer is found
 * @param outbound how much may wait in a link
 * @param <S> the messages this end sends
 * @param <R> the messages this end receives
 */
record WampPipeline<S extends WampMessage, R extends WampMessage>(Map<Serializer, MessageCodec<S, R>> codecs,
		Subprotocols subprotocols, int messageSize, Duration handshakeTimeout, KeepAlive keepAlive,
		OutboundLimits outbound) {

	private static final String TLS = "tls";

	private static final String HTTP = "http";

	private static final String HANDSHAKE = "handshake";

	private static final String KEEP_ALIVE = "keep-alive";

	private static final String LINK = "link";

	/** The request of a handshake has no body worth reading. */
	private static final int REQUEST_BODY = 1024;

	/**
	 * Makes the codecs.
	 * @param serializers what this end has
	 * @param codec makes one
	 * @param <S> the messages this end sends
	 * @param <R> the messages this end receives
	 * @return the codec of each serializer
	 */
	static <S extends WampMessage, R extends WampMessage> Map<Serializer, MessageCodec<S, R>> codecs(
			List<Serializer> serializers, Function<Serializer, MessageCodec<S, R>> codec) {
		return serializers.stream().distinct().collect(Collectors.toUnmodifiableMap(Function.identity(), codec));
	}

	/**
	 * Prepares a client's channel.
	 * @param channel the channel
	 * @param tls encrypts, {@code null} if nothing does
	 * @param handshake makes the opening handshake
	 */
	void client(Channel channel, @Nullable SslHandler tls, ChannelHandler handshake) {
		ChannelPipeline pipeline = channel.pipeline();
		if (tls != null) {
			tls.setHandshakeTimeoutMillis(this.handshakeTimeout.toMillis());
			pipeline.addLast(TLS, tls);
		}
		pipeline.addLast(HTTP, new HttpClientCodec());
		pipeline.addLast(HANDSHAKE, handshake);
	}

	/**
	 * Prepares a server's channel.
	 * @param channel the channel
	 * @param handshake answers the opening handshake
	 */
	void server(Channel channel, ChannelHandler handshake) {
		ChannelPipeline pipeline = channel.pipeline();
		pipeline.addLast(HTTP, new HttpServerCodec());
		pipeline.addLast("request", new HttpObjectAggregator(REQUEST_BODY));
		pipeline.addLast(HANDSHAKE, handshake);
	}

	/**
	 * Returns how frames are read.
	 * @param masked whether the peer masks them, as clients do
	 * @return the configuration; violations are left to the link
	 */
	WebSocketDecoderConfig decoder(boolean masked) {
		return WebSocketDecoderConfig.newBuilder()
			.maxFramePayloadLength(this.messageSize)
			.expectMaskedFrames(masked)
			.allowMaskMismatch(false)
			.allowExtensions(false)
			.closeOnProtocolViolation(false)
			.withUTF8Validator(false)
			.build();
	}

	/**
	 * Puts a link in place of the handshake. On the event loop.
	 * @param handshake the context of the handler that made the handshake
	 * @param info the facts of the link
	 * @param opener gives the link its listener
	 * @return the open link
	 */
	NettyLink<S, R> open(ChannelHandlerContext handshake, LinkInfo info, LinkOpener<S, R> opener) {
		ChannelPipeline pipeline = handshake.pipeline();
		MessageCodec<S, R> codec = Objects.requireNonNull(this.codecs.get(info.serializer()), "not offered");
		NettyLink<S, R> link = new NettyLink<>(handshake.channel(), info, codec, this.outbound);
		LinkHandler handler = link.open(opener.onOpen(link), this.messageSize);
		if (this.keepAlive.isOn()) {
			ChannelHandler watch = new KeepAliveHandler(this.keepAlive,
					() -> link.lost("no answer to a ping within " + this.keepAlive.timeout().toMillis() + " ms"));
			if (pipeline.get(TLS) != null) {
				pipeline.addAfter(TLS, KEEP_ALIVE, watch);
			}
			else {
				pipeline.addFirst(KEEP_ALIVE, watch);
			}
		}
		pipeline.replace(HANDSHAKE, LINK, handler);
		return link;
	}

}
