package io.wampspring.transport;

import io.wampspring.codec.MessageCodec;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.WampMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every link does with the bytes of a message that arrived: decode, deliver, and
 * after a violation deliver nothing more. Used on the link's lane only.
 *
 * @param <R> the messages this end receives
 */
public final class Delivery<R extends WampMessage> {

	private static final Logger logger = LoggerFactory.getLogger(Delivery.class);

	private final Link<?> link;

	private final MessageCodec<?, R> codec;

	private final LinkListener<R> listener;

	private boolean broken;

	private boolean ended;

	/**
	 * Creates the delivery of a link.
	 * @param link is closed when its listener fails
	 * @param codec decodes
	 * @param listener hears
	 */
	public Delivery(Link<?> link, MessageCodec<?, R> codec, LinkListener<R> listener) {
		this.link = link;
		this.codec = codec;
		this.listener = listener;
	}

	/**
	 * Delivers a message, or the violation that its bytes are.
	 * @param message the encoded message
	 */
	public void message(byte[] message) {
		if (this.broken) {
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
			violation(ex);
		}
		catch (RuntimeException ex) {
			failed(ex);
		}
	}

	/**
	 * Delivers a violation, the first one only.
	 * @param violation what was wrong
	 */
	public void violation(ProtocolViolationException violation) {
		if (!this.broken) {
			this.broken = true;
			guard(() -> this.listener.onViolation(violation));
		}
	}

	/**
	 * Tells that less waits again.
	 */
	public void writable() {
		guard(this.listener::onWritable);
	}

	/**
	 * Tells the end, once.
	 * @param closed how the link ended
	 */
	public void closed(LinkClosed closed) {
		this.broken = true;
		if (!this.ended) {
			this.ended = true;
			guard(() -> this.listener.onClosed(closed));
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
		this.link.close(CloseCode.INTERNAL_ERROR, "internal error");
	}

}
