package io.wampspring.transport.netty;

import java.util.ArrayDeque;
import java.util.Queue;

import io.netty.channel.Channel;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.WampMessage;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Delivery;
import io.wampspring.transport.LinkClosed;
import org.jspecify.annotations.Nullable;

/**
 * What arrived, on its way to the listener. While the listener does not read, messages
 * are held: up to a bound pings are still seen and answered, beyond it the channel is not
 * read. Confined to the event loop.
 *
 * @param <R> the messages this end receives
 */
final class Inbound<R extends WampMessage> {

	/** So many bytes are held before the channel is not read any more. */
	static final int HELD_BYTES = 256 * 1024;

	private final Channel channel;

	private final Delivery<R> delivery;

	private final ClosingHandshake closing;

	private final Queue<byte[]> held = new ArrayDeque<>();

	private long heldBytes;

	private boolean reading;

	private boolean broken;

	private @Nullable ProtocolViolationException violation;

	Inbound(Channel channel, Delivery<R> delivery, ClosingHandshake closing, boolean reading) {
		this.channel = channel;
		this.delivery = delivery;
		this.closing = closing;
		this.reading = reading;
	}

	/**
	 * Returns whether more may be accepted.
	 * @return false after a violation, and after the link began to close
	 */
	boolean isOpen() {
		return !this.broken && !this.closing.isStarted();
	}

	void accept(byte[] message) {
		if (this.reading && this.held.isEmpty()) {
			this.delivery.message(message);
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
			if (!this.closing.isOurs()) {
				this.delivery.message(message);
			}
		}
		if (this.held.isEmpty()) {
			tellViolation();
			this.channel.config().setAutoRead(true);
		}
	}

	void writable() {
		this.delivery.writable();
	}

	void end(LinkClosed closed) {
		this.reading = true;
		resume();
		this.delivery.closed(closed);
	}

	private void tellViolation() {
		ProtocolViolationException reason = this.violation;
		if (reason != null && this.held.isEmpty() && this.reading) {
			this.violation = null;
			this.delivery.violation(reason);
		}
	}

}
