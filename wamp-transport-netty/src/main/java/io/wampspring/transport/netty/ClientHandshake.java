package io.wampspring.transport.netty;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.wampspring.codec.Serializer;
import io.wampspring.message.OneLine;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.Subprotocols;
import io.wampspring.transport.TransportConfig;
import org.jspecify.annotations.Nullable;

/**
 * The client's half of the opening handshake. An answer other than 101 is reported with
 * its status and the first bytes of its body; redirects are not followed.
 */
final class ClientHandshake extends SimpleChannelInboundHandler<HttpObject> {

	/** So much of the body of a refusal is reported. */
	private static final int REPORTED = 256;

	private final TransportConfig transport;

	private final Subprotocols subprotocols;

	private final CompletableFuture<Void> outcome;

	private final Established established;

	private final Handshaker handshaker;

	private @Nullable Future<?> timer;

	private @Nullable HttpResponse response;

	private final ByteBuf body = Unpooled.buffer(0, REPORTED);

	private boolean done;

	/**
	 * Creates the handler.
	 * @param transport where it leads
	 * @param decoder how frames will be read
	 * @param outcome fails if no handshake comes about
	 * @param established what happens next, on the event loop
	 */
	ClientHandshake(TransportConfig transport, WebSocketDecoderConfig decoder, CompletableFuture<Void> outcome,
			Established established) {
		this.transport = transport;
		this.subprotocols = new Subprotocols(transport.serializers());
		this.outcome = outcome;
		this.established = established;
		this.handshaker = new Handshaker(transport, this.subprotocols.offer(), decoder);
	}

	@Override
	public void channelActive(ChannelHandlerContext ctx) {
		this.timer = ctx.executor()
			.schedule(
					() -> fail(ctx, LinkException.Kind.TIMEOUT,
							"no answer to the opening handshake within " + this.transport.handshakeTimeout().toMillis()
									+ " ms",
							null),
					this.transport.handshakeTimeout().toMillis(), TimeUnit.MILLISECONDS);
		this.handshaker.handshake(ctx.channel());
		ctx.fireChannelActive();
	}

	@Override
	protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
		if (this.done) {
			return;
		}
		if (part instanceof HttpResponse head) {
			this.response = head;
		}
		if (part.decoderResult().isFailure()) {
			fail(ctx, LinkException.Kind.HANDSHAKE, "the answer is not HTTP: " + part.decoderResult().cause(), null);
		}
		else if (part instanceof HttpContent content && this.response != null) {
			int copied = Math.min(REPORTED - this.body.readableBytes(), content.content().readableBytes());
			this.body.writeBytes(content.content(), content.content().readerIndex(), copied);
			if (content instanceof LastHttpContent || this.body.readableBytes() == REPORTED) {
				answered(ctx, this.response);
			}
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		HttpResponse begun = this.response;
		if (begun != null) {
			answered(ctx, begun);
		}
		fail(ctx, LinkException.Kind.HANDSHAKE, "the peer closed the connection instead of answering the handshake",
				null);
		ctx.fireChannelInactive();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		Throwable root = cause;
		boolean tls = false;
		while (root.getCause() != null) {
			tls |= root instanceof SSLException;
			root = root.getCause();
		}
		tls |= root instanceof SSLException;
		fail(ctx, tls ? LinkException.Kind.TLS : LinkException.Kind.HANDSHAKE,
				(tls ? "TLS failed: " : "the connection failed: ") + root.getMessage(), cause);
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		finish();
	}

	private void answered(ChannelHandlerContext ctx, HttpResponse answer) {
		if (!answer.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
			fail(ctx, LinkException.Kind.HANDSHAKE, "the answer is HTTP " + answer.status() + bodyText(), null);
			return;
		}
		String header = answer.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
		Optional<Serializer> serializer = this.subprotocols.accepted(header);
		if (serializer.isEmpty()) {
			fail(ctx, LinkException.Kind.SUBPROTOCOL, "the router chose "
					+ ((header != null) ? "sub-protocol " + header : "no sub-protocol") + " of " + offered(), null);
			return;
		}
		try {
			this.handshaker.finishHandshake(ctx.channel(), new DefaultFullHttpResponse(answer.protocolVersion(),
					answer.status(), Unpooled.EMPTY_BUFFER, answer.headers(), new DefaultHttpHeaders()));
		}
		catch (WebSocketHandshakeException ex) {
			fail(ctx, LinkException.Kind.HANDSHAKE, "the answer is not that of a WebSocket: " + ex.getMessage(), ex);
			return;
		}
		finish();
		this.established.onEstablished(ctx, serializer.get());
	}

	private String offered() {
		return this.subprotocols.serializers().stream().map(Serializer::subprotocol).toList().toString();
	}

	private String bodyText() {
		String text = OneLine.of(this.body.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "));
		return text.isBlank() ? "" : ": " + text.trim();
	}

	private void fail(ChannelHandlerContext ctx, LinkException.Kind kind, String what, @Nullable Throwable cause) {
		if (!this.done) {
			finish();
			this.outcome.completeExceptionally(new LinkException(kind, this.transport.describe() + ": " + what, cause));
			ctx.close();
		}
	}

	private void finish() {
		this.done = true;
		Future<?> pending = this.timer;
		if (pending != null) {
			pending.cancel(false);
		}
	}

	/**
	 * What happens once both ends agreed.
	 */
	@FunctionalInterface
	interface Established {

		/**
		 * The handshake is over. On the event loop.
		 * @param handshake the context of the handshake's handler
		 * @param serializer what was agreed
		 */
		void onEstablished(ChannelHandlerContext handshake, Serializer serializer);

	}

	/** Leaves violations to the link, and is no web page: it has no origin. */
	private static final class Handshaker extends WebSocketClientHandshaker13 {

		private final WebSocketDecoderConfig decoder;

		private final HttpHeaders headers;

		Handshaker(TransportConfig transport, String offer, WebSocketDecoderConfig decoder) {
			this(transport.url(), offer, decoder, headers(transport));
		}

		private Handshaker(URI url, String offer, WebSocketDecoderConfig decoder, HttpHeaders headers) {
			super(url, WebSocketVersion.V13, offer, false, headers, decoder.maxFramePayloadLength());
			this.decoder = decoder;
			this.headers = headers;
		}

		@Override
		protected FullHttpRequest newHandshakeRequest() {
			FullHttpRequest request = super.newHandshakeRequest();
			if (!this.headers.contains(HttpHeaderNames.ORIGIN)) {
				request.headers().remove(HttpHeaderNames.ORIGIN);
			}
			return request;
		}

		@Override
		protected WebSocketFrameDecoder newWebsocketDecoder() {
			return new WebSocket13FrameDecoder(this.decoder);
		}

		private static HttpHeaders headers(TransportConfig transport) {
			HttpHeaders headers = new DefaultHttpHeaders();
			transport.headers().forEach(headers::set);
			URI url = transport.url();
			if (url.getUserInfo() != null && !headers.contains(HttpHeaderNames.AUTHORIZATION)) {
				headers.set(HttpHeaderNames.AUTHORIZATION, "Basic "
						+ Base64.getEncoder().encodeToString(url.getUserInfo().getBytes(StandardCharsets.UTF_8)));
			}
			return headers;
		}

	}

}
