package io.wampspring.transport.netty;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.MessageCodec;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.OriginRule;
import io.wampspring.transport.OutboundLimits;
import io.wampspring.transport.Subprotocols;
import io.wampspring.transport.TransportConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One end of a WebSocket without a network: bytes are handed in and taken out, time
 * stands still until it is moved.
 */
final class Wire implements AutoCloseable {

	static final CodecLimits LIMITS = CodecLimits.defaults().withMessageSize(100_000);

	static final OutboundLimits OUTBOUND = new OutboundLimits(1000, 200_000);

	final EmbeddedChannel channel = new EmbeddedChannel();

	private final boolean server;

	private int flushes;

	private Wire(boolean server) {
		this.server = server;
		this.channel.freezeTime();
		this.channel.pipeline().addLast(new ChannelDuplexHandler() {
			@Override
			public void flush(ChannelHandlerContext ctx) {
				Wire.this.flushes++;
				ctx.flush();
			}
		});
	}

	/** A server's end that waits for the request. */
	static Wire listening(Recorder<MessageToClient, MessageToRouter> router) {
		return listening(router, KeepAlive.DEFAULT);
	}

	private static Wire listening(Recorder<MessageToClient, MessageToRouter> router, KeepAlive keepAlive) {
		Wire wire = new Wire(true);
		List<Serializer> serializers = List.of(Serializer.values());
		WampPipeline<MessageToClient, MessageToRouter> pipeline = new WampPipeline<>(
				WampPipeline.codecs(serializers,
						(serializer) -> MessageCodec.forRouter(serializer, Mapping.standard(), LIMITS)),
				new Subprotocols(serializers), LIMITS.messageSize(), Duration.ofSeconds(5), keepAlive, OUTBOUND);
		NettyAcceptor.Settings settings = new NettyAcceptor.Settings(InetAddress.getLoopbackAddress(), 0, "/ws",
				OriginRule.SAME_HOST, serializers, Mapping.standard(), LIMITS, Duration.ofSeconds(5), keepAlive,
				OUTBOUND);
		pipeline.server(wire.channel, new ServerHandshake(settings, pipeline, router));
		return wire;
	}

	/** A server's open end. */
	static Wire server(Recorder<MessageToClient, MessageToRouter> router, Serializer serializer) {
		return server(router, serializer, KeepAlive.OFF);
	}

	static Wire server(Recorder<MessageToClient, MessageToRouter> router, Serializer serializer, KeepAlive keepAlive) {
		Wire wire = listening(router, keepAlive);
		wire.receive("""
				GET /ws HTTP/1.1
				Host: localhost
				Upgrade: websocket
				Connection: Upgrade
				Sec-WebSocket-Version: 13
				Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
				Sec-WebSocket-Protocol: %s

				""".formatted(serializer.subprotocol()));
		assertThat(wire.sentText()).startsWith("HTTP/1.1 101 ");
		return wire;
	}

	/** A client's end that has sent its request. */
	static Wire connecting(Recorder<MessageToRouter, MessageToClient> client, TransportConfig transport,
			CompletableFuture<Void> outcome) {
		Wire wire = new Wire(false);
		WampPipeline<MessageToRouter, MessageToClient> pipeline = new WampPipeline<>(
				WampPipeline.codecs(transport.serializers(),
						(serializer) -> MessageCodec.forClient(serializer, transport.mapping(), transport.limits(),
								transport.mode())),
				new Subprotocols(transport.serializers()), transport.limits().messageSize(),
				transport.handshakeTimeout(), transport.keepAlive(), OUTBOUND);
		ClientHandshake handshake = new ClientHandshake(transport, pipeline.decoder(false), outcome,
				(ctx, serializer) -> {
					pipeline.open(ctx, new LinkInfo(LinkInfo.WEBSOCKET, transport.describe(), serializer.subprotocol(),
							serializer, false, ""), client);
					outcome.complete(null);
				});
		pipeline.client(wire.channel, null, handshake);
		wire.channel.pipeline().fireChannelActive();
		return wire;
	}

	/** A client's open end. */
	static Wire client(Recorder<MessageToRouter, MessageToClient> client, Serializer serializer) {
		return client(client, serializer, KeepAlive.OFF);
	}

	static Wire client(Recorder<MessageToRouter, MessageToClient> client, Serializer serializer, KeepAlive keepAlive) {
		CompletableFuture<Void> outcome = new CompletableFuture<>();
		Wire wire = connecting(client, transport("ws://localhost/ws", keepAlive, Map.of(), serializer), outcome);
		wire.receive(upgraded(wire.sentText(), serializer.subprotocol()));
		assertThat(outcome).isCompleted();
		return wire;
	}

	static TransportConfig transport(String url, KeepAlive keepAlive, Map<String, String> headers,
			Serializer... serializers) {
		return new TransportConfig(LinkInfo.WEBSOCKET, URI.create(url), List.of(serializers), Duration.ofSeconds(10),
				Duration.ofSeconds(10), keepAlive, headers, LIMITS, ProtocolMode.LENIENT, Mapping.standard());
	}

	/** The right answer to a client's request. */
	static String upgraded(String request, String subprotocol) {
		Matcher key = Pattern.compile("(?i)sec-websocket-key: (\\S+)").matcher(request);
		assertThat(key.find()).isTrue();
		return """
				HTTP/1.1 101 Switching Protocols
				Upgrade: websocket
				Connection: Upgrade
				Sec-WebSocket-Accept: %s
				Sec-WebSocket-Protocol: %s

				""".formatted(accept(key.group(1)), subprotocol);
	}

	private static String accept(String key) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1")
				.digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Lines of HTTP arrive. */
	void receive(String http) {
		receive(http.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
	}

	/** Bytes arrive in one read. */
	void receive(byte[] bytes) {
		ByteBuf buffer = this.channel.alloc().buffer(Math.max(1, bytes.length)).writeBytes(bytes);
		this.channel.pipeline().fireChannelRead(buffer);
		this.channel.pipeline().fireChannelReadComplete();
		this.channel.runPendingTasks();
		this.channel.checkException();
	}

	/** Frames of the peer arrive in one read. */
	void receive(Frame... frames) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (Frame frame : frames) {
			bytes.writeBytes(frame.bytes(this.server));
		}
		receive(bytes.toByteArray());
	}

	/** The bytes of a frame of the peer. */
	byte[] bytes(Frame frame) {
		return frame.bytes(this.server);
	}

	/** Takes out the frames that were sent. */
	List<Frame> sent() {
		return Frame.readAll(sentBytes());
	}

	String sentText() {
		return new String(sentBytes(), StandardCharsets.UTF_8);
	}

	private byte[] sentBytes() {
		this.channel.runPendingTasks();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ByteBuf buffer;
		while ((buffer = this.channel.readOutbound()) != null) {
			bytes.writeBytes(ByteBufUtil.getBytes(buffer));
			buffer.release();
		}
		return bytes.toByteArray();
	}

	/** Moves time in small steps. */
	void pass(Duration time) {
		for (long millis = time.toMillis(); millis > 0; millis -= 100) {
			this.channel.advanceTimeBy(Math.min(millis, 100), TimeUnit.MILLISECONDS);
			this.channel.runScheduledPendingTasks();
			this.channel.runPendingTasks();
		}
	}

	/** The channel takes no more, or takes again. */
	void setWritable(boolean writable) {
		this.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
		this.channel.runPendingTasks();
	}

	int flushes() {
		this.channel.runPendingTasks();
		int counted = this.flushes;
		this.flushes = 0;
		return counted;
	}

	boolean isOpen() {
		return this.channel.isOpen();
	}

	/** The peer ends the connection. */
	void end() {
		this.channel.close();
		this.channel.runPendingTasks();
	}

	@Override
	public void close() {
		this.channel.finishAndReleaseAll();
	}

}
