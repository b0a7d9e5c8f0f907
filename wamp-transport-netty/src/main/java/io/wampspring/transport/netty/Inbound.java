package io.wampspring.transport.netty;

import java.util.ArrayDeque;
import java.util.Queue;

import io.netty.channel.Channel;
import io.wampspring.codec.MessageCodec;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.WampMessage;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What arrived, on its way to the listener. While the listener does not read, messages
 * are held: up to a bound pings are still seen and answered, beyond it the channel is not
 * read. Confined to the event loop.
 *
 * @param <R> the messages this end receives
 */
final class Inbound<R extends WampMessage> {

	/** So many bytes are held before the channel is not read any more. */
	private static final int HELD_BYTES = 256 * 1024;

	private static final Logger logger = LoggerFactory.getLogger(Inbound.class);

	private final Channel channel;

	private final MessageCodec<?, R> codec;

	private final LinkListener<R> listener;

	private final ClosingHandshake closing;

	private final Queue<byte[]> held = new ArrayDeque<>();

	private long heldBytes;

	private boolean reading = true;

	private boolean broken;

	private @Nullable ProtocolViolationException violation;

	Inbound(Channel channel, MessageCodec<?, R> codec, LinkListener<R> listener, ClosingHandshake closing) {
		this.channel = channel;
		this.codec = codec;
		this.listener = listener;
		this.closing = closing;
	}

	/**
	 * Returns whether more may be accepted.
	 * @return false after a violation and after this end began to close
	 */
	boolean isOpen() {
		return !this.broken && !this.closing.isStarted();
	}

	void accept(byte[] message) {
		if (this.reading && this.held.isEmpty()) {
			deliver(message);
			return;
		}
		this.held.add(message);
		this.heldBytes += message.length;
		if (this.heldBytes > HELD_BYTES) {
			this.channel.config().setAutoRead(false);
		}
	}

	/**
	 * What arrived is not a message.
	 * @param code how the link is to be closed
	 * @param reason what was wrong
	 */
	void violate(CloseCode code, ProtocolViolationException reason) {
		if (isOpen()) {
			this.broken = true;
			this.closing.violated(code);
			this.violation = reason;
			tellViolation();
		}
	}

	void setReading(boolean on) {
		this.reading = on;
	}

	/** Delivers what was held. */
	void resume() {
		byte[] message;
		while (this.reading && (message = this.held.poll()) != null) {
			this.heldBytes -= message.length;
			deliver(message);
		}
		if (this.held.isEmpty()) {
			tellViolation();
			this.channel.config().setAutoRead(true);
		}
	}

	void writable() {
		guard(this.listener::onWritable);
	}

	void end(LinkClosed closed) {
		this.reading = true;
		resume();
		guard(() -> this.listener.onClosed(closed));
	}

	private void deliver(byte[] message) {
		if (this.closing.isOurs()) {
			return;
		}
		try {
			R decoded = this.codec.decode(message, 0, message.length);
			if (decoded != null) {
				this.listener.onMessage(decoded);
			}
			else {
				this.listener.onExtension();
			}
		}
		catch (ProtocolViolationException ex) {
			this.broken = true;
			this.held.clear();
			this.violation = ex;
			tellViolation();
		}
		catch (RuntimeException ex) {
			failed(ex);
		}
	}

	private void tellViolation() {
		ProtocolViolationException reason = this.violation;
		if (reason != null && this.held.isEmpty() && this.reading) {
			this.violation = null;
			guard(() -> this.listener.onViolation(reason));
		}
	}

	private void guard(Runnable call) {
		try {
			call.run();
		}
		catch (RuntimeException ex) {
			failed(ex);
		}
	}

	private void failed(RuntimeException ex) {
		logger.error("The session of a link failed, the link is closed", ex);
		this.closing.start(CloseCode.INTERNAL_ERROR, "internal error");
	}

}
