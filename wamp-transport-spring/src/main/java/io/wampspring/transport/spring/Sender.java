package io.wampspring.transport.spring;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

import io.wampspring.lane.SerialLane;
import io.wampspring.transport.OutboundQueue;

/**
 * Writes to one client, on threads of its own: a servlet container's send blocks while
 * the client does not read.
 */
final class Sender {

	private final WebSocketSession session;

	private final boolean binary;

	private final OutboundQueue queue;

	private final SerialLane thread;

	private final Consumer<Exception> failed;

	/** Goes before the messages that wait. */
	private final AtomicReference<@Nullable PingMessage> ping = new AtomicReference<>();

	/**
	 * Creates a sender.
	 * @param session takes the frames
	 * @param binary whether messages travel in binary frames
	 * @param queue holds what waits
	 * @param executor lends the thread
	 * @param failed called when a send fails
	 */
	Sender(WebSocketSession session, boolean binary, OutboundQueue queue, Executor executor,
			Consumer<Exception> failed) {
		this.session = session;
		this.binary = binary;
		this.queue = queue;
		this.thread = new SerialLane(executor);
		this.failed = failed;
	}

	/**
	 * Sends a message.
	 * @param message the encoded message
	 * @return false if more waits than may
	 */
	boolean send(byte[] message) {
		boolean accepted = this.queue.offer(message);
		this.thread.execute(this::sendNext);
		return accepted;
	}

	void ping(PingMessage message) {
		this.ping.set(message);
		this.thread.execute(this::sendNext);
	}

	boolean isWritable() {
		return this.queue.isWritable();
	}

	/** Forgets what waits. */
	void discard() {
		this.queue.clear();
	}

	/**
	 * Closes the session after what waits.
	 * @param status why
	 */
	void close(CloseStatus status) {
		this.thread.execute(() -> {
			try {
				this.session.close(status);
			}
			catch (IOException | RuntimeException ex) {
				this.failed.accept(ex);
			}
		});
	}

	private void sendNext() {
		try {
			PingMessage first = this.ping.getAndSet(null);
			if (first != null) {
				this.session.sendMessage(first);
			}
			byte[] message = this.queue.poll();
			if (message != null) {
				this.session.sendMessage(this.binary ? new BinaryMessage(message) : new TextMessage(message));
			}
		}
		catch (IOException | RuntimeException ex) {
			this.queue.clear();
			this.failed.accept(ex);
		}
	}

}
