package io.wampspring.transport.netty;

import java.nio.channels.ClosedChannelException;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.wampspring.codec.Utf8;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.transport.CloseCode;

/**
 * The last handler of an open link: frames become messages, control frames are obeyed.
 */
final class LinkHandler extends ChannelInboundHandlerAdapter {

	private final Inbound<?> inbound;

	private final Outbound outbound;

	private final ClosingHandshake closing;

	private final FrameAssembler assembler;

	private final boolean binary;

	private boolean ended;

	LinkHandler(Inbound<?> inbound, Outbound outbound, ClosingHandshake closing, FrameAssembler assembler,
			boolean binary) {
		this.inbound = inbound;
		this.outbound = outbound;
		this.closing = closing;
		this.assembler = assembler;
		this.binary = binary;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object read) {
		try {
			this.outbound.beginBatch();
			if (read instanceof WebSocketFrame frame) {
				onFrame(frame);
			}
		}
		finally {
			ReferenceCountUtil.release(read);
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		this.outbound.endBatch();
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		if (ctx.channel().isWritable()) {
			this.outbound.drain();
		}
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		if (!ctx.channel().isActive()) {
			end();
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		end();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (cause instanceof CorruptedWebSocketFrameException corrupt) {
			this.inbound.violate(CloseCode.ofWebSocketCode(corrupt.closeStatus().code()),
					new ProtocolViolationException("not a WebSocket frame: " + corrupt.getMessage()));
		}
		else if (!(cause instanceof ClosedChannelException)) {
			this.closing.lost("the connection failed: " + cause, cause);
		}
	}

	private void end() {
		if (!this.ended) {
			this.ended = true;
			this.inbound.end(this.closing.result());
			this.outbound.release();
		}
	}

	private void onFrame(WebSocketFrame frame) {
		if (frame instanceof CloseWebSocketFrame close) {
			this.closing.received(close.statusCode(), close.reasonText());
		}
		else if (frame instanceof PingWebSocketFrame) {
			this.outbound.pong(frame.content().retain());
		}
		else if (!(frame instanceof PongWebSocketFrame) && this.inbound.isOpen()) {
			onData(frame);
		}
	}

	private void onData(WebSocketFrame frame) {
		if (frame instanceof TextWebSocketFrame && this.binary) {
			violate(CloseCode.PROTOCOL_ERROR, "a text frame under a binary serializer");
		}
		else if (frame instanceof BinaryWebSocketFrame && !this.binary) {
			violate(CloseCode.PROTOCOL_ERROR, "a binary frame under a text serializer");
		}
		else if (this.assembler.exceeds(frame)) {
			violate(CloseCode.TOO_BIG, "a message larger than the limit");
		}
		else {
			byte[] message = this.assembler.add(frame);
			if (message != null) {
				onMessage(message);
			}
		}
	}

	private void onMessage(byte[] message) {
		if (!this.binary && !Utf8.isValid(message, 0, message.length)) {
			violate(CloseCode.INVALID_TEXT, "a text that is not UTF-8");
		}
		else {
			this.inbound.accept(message);
		}
	}

	private void violate(CloseCode code, String reason) {
		this.inbound.violate(code, new ProtocolViolationException(reason));
	}

}
