package io.wampspring.transport.netty;

import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.KeepAliveWatch;
import org.jspecify.annotations.Nullable;

/**
 * Sees the bytes that arrive, sends pings and finds out that the peer is gone. Time is
 * that of the event loop.
 */
final class KeepAliveHandler extends ChannelInboundHandlerAdapter {

	private final KeepAlive settings;

	private final Runnable lost;

	private @Nullable KeepAliveWatch watch;

	private @Nullable Future<?> timer;

	/**
	 * Creates the handler.
	 * @param settings must be on
	 * @param lost called when the peer did not answer
	 */
	KeepAliveHandler(KeepAlive settings, Runnable lost) {
		this.settings = settings;
		this.lost = lost;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		long now = now(ctx);
		KeepAliveWatch started = new KeepAliveWatch(this.settings, now);
		this.watch = started;
		schedule(ctx, started.delay(now));
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		Future<?> pending = this.timer;
		if (pending != null) {
			pending.cancel(false);
		}
		this.watch = null;
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		KeepAliveWatch running = this.watch;
		if (running != null) {
			running.received(now(ctx));
		}
		ctx.fireChannelReadComplete();
	}

	private void check(ChannelHandlerContext ctx) {
		KeepAliveWatch running = this.watch;
		if (running == null) {
			return;
		}
		long now = now(ctx);
		if (!ctx.channel().config().isAutoRead()) {
			// Who does not read cannot see an answer.
			running.received(now);
		}
		switch (running.check(now)) {
			case LOST -> this.lost.run();
			case PING -> {
				ping(ctx);
				schedule(ctx, running.delay(now));
			}
			case WAIT -> schedule(ctx, running.delay(now));
		}
	}

	private void ping(ChannelHandlerContext ctx) {
		byte[] payload = new byte[this.settings.payloadSize()];
		ThreadLocalRandom.current().nextBytes(payload);
		ctx.channel().writeAndFlush(new PingWebSocketFrame(Unpooled.wrappedBuffer(payload)));
	}

	private void schedule(ChannelHandlerContext ctx, long delay) {
		this.timer = ctx.executor().schedule(() -> check(ctx), delay, TimeUnit.NANOSECONDS);
	}

	private static long now(ChannelHandlerContext ctx) {
		return ctx.executor().ticker().nanoTime();
	}

}
