package io.wampspring.transport.netty;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.LinkClosed;
import org.jspecify.annotations.Nullable;

/**
 * How a link ends: both ends send a close frame, within a bound, or the transport is
 * lost. Confined to the event loop, unless said otherwise.
 */
final class ClosingHandshake {

	/** So long may sending the rest and the peer's close frame take. */
	static final Duration BOUND = Duration.ofSeconds(2);

	private final Channel channel;

	private final Outbound outbound;

	private final AtomicBoolean started = new AtomicBoolean();

	private volatile boolean ours;

	private boolean sent;

	private boolean received;

	/** Set when the peer broke the WebSocket protocol, which has codes of its own. */
	private @Nullable CloseCode violation;

	private @Nullable LinkClosed result;

	ClosingHandshake(Channel channel, Outbound outbound) {
		this.channel = channel;
		this.outbound = outbound;
	}

	/**
	 * Begins the end. May be called by any thread; does nothing the second time.
	 * @param code why
	 * @param reason the reason for the peer
	 */
	void start(CloseCode code, String reason) {
		if (begin()) {
			onEventLoop(() -> send((this.violation != null) ? this.violation : code, reason));
		}
	}

	/** The peer does not read: what waits is given up. May be called by any thread. */
	void overflow() {
		if (begin()) {
			this.outbound.discard();
			onEventLoop(() -> send(CloseCode.OVERLOADED, "the peer reads too slowly"));
		}
	}

	/**
	 * Returns whether nothing is sent any more. May be called by any thread.
	 * @return whether
	 */
	boolean isStarted() {
		return this.started.get();
	}

	/**
	 * Returns whether this end was the first, so that it wants to hear nothing more.
	 * @return whether
	 */
	boolean isOurs() {
		return this.ours;
	}

	/**
	 * The peer broke the WebSocket protocol.
	 * @param code the code with which the link is to be closed
	 */
	void violated(CloseCode code) {
		this.violation = code;
	}

	/**
	 * A close frame arrived.
	 * @param code its code, -1 if it has none
	 * @param reason its reason
	 */
	void received(int code, String reason) {
		boolean first = this.started.compareAndSet(false, true);
		this.received = true;
		if (first) {
			CloseCode known = (code < 0) ? CloseCode.NORMAL : CloseCode.ofWebSocketCode(code);
			this.result = LinkClosed.clean(known, reason);
			expire();
			this.outbound.end((code < 0) ? new CloseWebSocketFrame() : new CloseWebSocketFrame(code, ""), this::sent);
		}
		else if (this.sent) {
			this.channel.close();
		}
	}

	/**
	 * The transport is of no use any more.
	 * @param reason what happened
	 * @param cause what the transport said
	 */
	void lost(String reason, @Nullable Throwable cause) {
		this.started.set(true);
		if (this.result == null) {
			this.result = LinkClosed.lost(reason, cause);
		}
		this.channel.close();
	}

	/**
	 * Tells how it ended, once the channel is closed.
	 * @return the facts
	 */
	LinkClosed result() {
		this.started.set(true);
		LinkClosed known = this.result;
		if (known == null) {
			return LinkClosed.lost("the peer closed the connection without a closing handshake", null);
		}
		return new LinkClosed(this.received, known.code(), known.reason(), known.cause());
	}

	private boolean begin() {
		boolean first = this.started.compareAndSet(false, true);
		this.ours |= first;
		return first;
	}

	private void send(CloseCode code, String reason) {
		if (this.result == null) {
			this.result = LinkClosed.clean(code, reason);
			expire();
			this.outbound.end(new CloseWebSocketFrame(code.webSocketCode(), CloseCode.fitting(reason)), this::sent);
		}
	}

	private void sent() {
		this.sent = true;
		if (this.received) {
			this.channel.close();
		}
	}

	private void expire() {
		this.channel.eventLoop().schedule(() -> this.channel.close(), BOUND.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void onEventLoop(Runnable task) {
		if (this.channel.eventLoop().inEventLoop()) {
			task.run();
		}
		else {
			this.channel.eventLoop().execute(task);
		}
	}

}
