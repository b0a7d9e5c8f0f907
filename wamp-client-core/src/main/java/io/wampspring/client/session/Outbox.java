package io.wampspring.client.session;

import java.util.function.Consumer;

import io.wampspring.message.MessageToRouter;

/**
 * The one way out of a session. Closed by its last message, GOODBYE or ABORT: nothing
 * follows it.
 */
final class Outbox {

	private final Consumer<MessageToRouter> sink;

	private boolean closed;

	Outbox(Consumer<MessageToRouter> sink) {
		this.sink = sink;
	}

	/**
	 * Sends a message, or drops it when the last one was sent.
	 * @throws io.wampspring.message.PayloadException if it cannot be sent; nothing was
	 * then
	 */
	void send(MessageToRouter message) {
		if (!this.closed) {
			this.sink.accept(message);
		}
	}

	void sendLast(MessageToRouter message) {
		send(message);
		close();
	}

	void close() {
		this.closed = true;
	}

}
