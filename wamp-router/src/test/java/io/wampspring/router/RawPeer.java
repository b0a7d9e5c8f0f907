package io.wampspring.router;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.wampspring.message.Hello;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Welcome;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkListener;
import io.wampspring.transport.LinkOpener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client made of messages: it does nothing by itself.
 */
final class RawPeer implements LinkListener<MessageToClient> {

	static final Map<String, Object> ALL_ROLES = Map.of("publisher", Map.of(), "subscriber", Map.of(), "caller",
			Map.of(), "callee", Map.of("features", Map.of("progressive_call_results", true, "call_canceling", true)));

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final BlockingQueue<MessageToClient> received = new LinkedBlockingQueue<>();

	private final CompletableFuture<LinkClosed> closed = new CompletableFuture<>();

	private volatile Link<MessageToRouter> link;

	LinkOpener<MessageToRouter, MessageToClient> opener() {
		return (opened) -> {
			this.link = opened;
			return this;
		};
	}

	Link<MessageToRouter> link() {
		return Objects.requireNonNull(this.link);
	}

	void send(MessageToRouter message) {
		link().lane().execute(() -> link().send(message));
	}

	Welcome join(String realm) {
		send(new Hello(realm, Map.of("roles", ALL_ROLES)));
		return take(Welcome.class);
	}

	<T extends MessageToClient> T take(Class<T> type) {
		try {
			MessageToClient message = this.received.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			assertThat(message).isInstanceOf(type);
			return type.cast(message);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	List<MessageToClient> left() {
		return List.copyOf(this.received);
	}

	LinkClosed awaitClosed() {
		return this.closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	boolean isClosed() {
		return this.closed.isDone();
	}

	@Override
	public void onMessage(MessageToClient message) {
		this.received.add(message);
	}

	@Override
	public void onViolation(ProtocolViolationException violation) {
		this.closed.completeExceptionally(violation);
	}

	@Override
	public void onClosed(LinkClosed how) {
		this.closed.complete(how);
	}

}
