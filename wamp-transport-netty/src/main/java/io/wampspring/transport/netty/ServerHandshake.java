package io.wampspring.transport.netty;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.LinkOpener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's half of the opening handshake: path, method, version, origin and
 * sub-protocol are checked, in this order.
 */
final class ServerHandshake extends SimpleChannelInboundHandler<FullHttpRequest> {

	private static final Logger logger = LoggerFactory.getLogger(ServerHandshake.class);

	private final NettyAcceptor.Settings settings;

	private final WampPipeline<MessageToClient, MessageToRouter> pipeline;

	private final LinkOpener<MessageToClient, MessageToRouter> router;

	private @Nullable Future<?> timer;

	ServerHandshake(NettyAcceptor.Settings settings, WampPipeline<MessageToClient, MessageToRouter> pipeline,
			LinkOpener<MessageToClient, MessageToRouter> router) {
		this.settings = settings;
		this.pipeline = pipeline;
		this.router = router;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.timer = ctx.executor()
			.schedule(() -> ctx.close(), this.pipeline.handshakeTimeout().toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		Future<?> pending = this.timer;
		if (pending != null) {
			pending.cancel(false);
		}
	}

	@Override
	protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
		FullHttpResponse refusal = refusal(request);
		if (refusal != null) {
			refuse(ctx, refusal);
			return;
		}
		Optional<Serializer> serializer = this.pipeline.subprotocols()
			.firstOffered(request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL));
		if (serializer.isEmpty()) {
			refuse(ctx, response(HttpResponseStatus.BAD_REQUEST, "No sub-protocol in common. This router has: "
					+ this.pipeline.subprotocols().offer().replace(",", ", ")));
			return;
		}
		upgrade(ctx, request, serializer.get());
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		logger.debug("A connection from {} failed before it was a link", ctx.channel().remoteAddress(), cause);
		ctx.close();
	}

	private @Nullable FullHttpResponse refusal(FullHttpRequest request) {
		HttpHeaders headers = request.headers();
		if (request.decoderResult().isFailure()) {
			return response(HttpResponseStatus.BAD_REQUEST, "Not an HTTP request");
		}
		if (!this.settings.path().equals(new QueryStringDecoder(request.uri()).path())) {
			return response(HttpResponseStatus.NOT_FOUND, "Nothing here");
		}
		if (!request.method().equals(HttpMethod.GET)
				|| !headers.contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
				|| !WebSocketVersion.V13.toHttpHeaderValue().contentEquals(version(headers))) {
			FullHttpResponse response = response(HttpResponseStatus.UPGRADE_REQUIRED,
					"Here is a WAMP router, it speaks WebSocket version 13");
			response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
			response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, WebSocketVersion.V13.toHttpHeaderValue());
			return response;
		}
		if (!this.settings.origins().allows(headers.get(HttpHeaderNames.ORIGIN), headers.get(HttpHeaderNames.HOST))) {
			return response(HttpResponseStatus.FORBIDDEN, "Pages of this origin may not connect");
		}
		return null;
	}

	private static String version(HttpHeaders headers) {
		return headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "");
	}

	private void upgrade(ChannelHandlerContext ctx, FullHttpRequest request, Serializer serializer) {
		HttpHeaders headers = new DefaultHttpHeaders();
		headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, serializer.subprotocol());
		WebSocketServerHandshaker13 handshaker = new WebSocketServerHandshaker13("", null, this.pipeline.decoder(true));
		try {
			handshaker.handshake(ctx.channel(), request, headers, ctx.newPromise()).addListener((answered) -> {
				if (answered.isSuccess()) {
					open(ctx, serializer);
				}
			});
		}
		catch (WebSocketHandshakeException ex) {
			refuse(ctx, response(HttpResponseStatus.BAD_REQUEST, String.valueOf(ex.getMessage())));
		}
	}

	private void open(ChannelHandlerContext ctx, Serializer serializer) {
		String peer = NettyLink.address(ctx.channel());
		try {
			this.pipeline.open(ctx,
					new LinkInfo(LinkInfo.WEBSOCKET, peer, serializer.subprotocol(), serializer, false, peer),
					this.router);
		}
		catch (RuntimeException ex) {
			logger.error("The router did not take a link from {}", peer, ex);
			ctx.close();
		}
	}

	private static void refuse(ChannelHandlerContext ctx, FullHttpResponse response) {
		ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
	}

	private static FullHttpResponse response(HttpResponseStatus status, String text) {
		byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status,
				Unpooled.wrappedBuffer(body));
		response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain;charset=UTF-8");
		response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
		response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		return response;
	}

}
