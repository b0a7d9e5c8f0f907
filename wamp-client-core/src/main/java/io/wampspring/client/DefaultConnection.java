package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import io.wampspring.transport.LinkInfo;
import org.jspecify.annotations.Nullable;

/**
 * A connection, from outside.
 */
final class DefaultConnection implements WampConnection {

	private final ConnectionContext context;

	private final ConnectionEvents events;

	private final ConnectionView view;

	private final Reconnector reconnector;

	private final WampClient client;

	DefaultConnection(ConnectionBuilder builder) {
		ConnectionAssembly assembly = ConnectionAssembly.of(builder, this, this::requireSession);
		this.context = assembly.context();
		this.events = assembly.events();
		this.view = assembly.view();
		this.reconnector = assembly.reconnector();
		this.client = assembly.client();
	}

	private DefaultSession requireSession() {
		DefaultSession session = this.view.session();
		if (session == null || !session.isOpen()) {
			throw new WampNotConnectedException(name(), state());
		}
		return session;
	}

	@Override
	public String name() {
		return this.context.name();
	}

	@Override
	public CompletableFuture<WampSession> open() {
		CompletableFuture<WampSession> opened = new GuardedFuture<>("waiting for a session", null);
		this.reconnector.open(opened);
		return opened;
	}

	@Override
	public CompletableFuture<@Nullable String> close() {
		return close(settings().closeReason(), null);
	}

	@Override
	public CompletableFuture<@Nullable String> close(String reason, @Nullable String message) {
		CompletableFuture<@Nullable String> closed = new GuardedFuture<>("waiting for the end of a session", null);
		this.reconnector.close(reason, message, closed);
		return closed;
	}

	@Override
	public ConnectionState state() {
		return this.view.state();
	}

	@Override
	public @Nullable WampSession session() {
		DefaultSession session = this.view.session();
		return (session != null && session.isOpen()) ? session : null;
	}

	@Override
	public boolean isConnected() {
		return this.view.driver() != null;
	}

	@Override
	public boolean isOpen() {
		return session() != null;
	}

	@Override
	public boolean isRetrying() {
		return this.view.isRetrying();
	}

	@Override
	public @Nullable LinkInfo transport() {
		SessionDriver driver = this.view.driver();
		return (driver != null) ? driver.info() : null;
	}

	@Override
	public WampClient client() {
		return this.client;
	}

	@Override
	public void addListener(ConnectionListener listener) {
		this.events.add(listener);
	}

	@Override
	public void removeListener(ConnectionListener listener) {
		this.events.remove(listener);
	}

	@Override
	public void addPreparer(SessionPreparer preparer) {
		this.events.add(preparer);
	}

	@Override
	public ConnectionStatistics statistics() {
		return this.context.counters().snapshot();
	}

	@Override
	public @Nullable Retry nextRetry() {
		return this.view.retry();
	}

	@Override
	public ConnectionSettings settings() {
		return this.context.settings();
	}

	@Override
	public String toString() {
		return "WampConnection[" + name() + ", " + state() + "]";
	}

}
