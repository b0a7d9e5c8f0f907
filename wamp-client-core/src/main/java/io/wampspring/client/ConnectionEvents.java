package io.wampspring.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.wampspring.client.ErrorContext.Kind;
import io.wampspring.lane.SerialLane;

/**
 * Tells listeners and preparers what happens, on the application executor, in order.
 */
final class ConnectionEvents {

	private final Application application;

	private final SerialLane order;

	private final List<ConnectionListener> listeners;

	private final List<SessionPreparer> preparers;

	ConnectionEvents(Application application, List<ConnectionListener> listeners, List<SessionPreparer> preparers) {
		this.application = application;
		this.order = new SerialLane(application);
		this.listeners = new CopyOnWriteArrayList<>(listeners);
		this.preparers = new CopyOnWriteArrayList<>(preparers);
	}

	void add(ConnectionListener listener) {
		this.listeners.add(listener);
	}

	void remove(ConnectionListener listener) {
		this.listeners.remove(listener);
	}

	void add(SessionPreparer preparer) {
		this.preparers.add(preparer);
	}

	void tell(Consumer<ConnectionListener> event) {
		for (ConnectionListener listener : this.listeners) {
			this.order.execute(() -> {
				try {
					event.accept(listener);
				}
				catch (Throwable ex) {
					this.application.userError(null, ex, Kind.LISTENER, "a connection listener failed", null);
				}
			});
		}
	}

	/**
	 * Lets all preparers work, at the same time.
	 * @return completes, never with a failure, when all have ended
	 */
	CompletableFuture<Void> prepare(WampSession session) {
		List<CompletableFuture<Void>> all = this.preparers.stream()
			.map((preparer) -> prepare(preparer, session))
			.toList();
		return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
	}

	/** Whether a preparer waits for something else than the router. */
	boolean isHeld() {
		return this.preparers.stream().anyMatch(SessionPreparer::isHeld);
	}

	private CompletableFuture<Void> prepare(SessionPreparer preparer, WampSession session) {
		return CompletableFuture.supplyAsync(() -> preparer.prepare(session), this.application)
			.thenCompose((stage) -> stage)
			.exceptionally((failure) -> {
				this.application.postUserError(failure, Kind.LISTENER, "a preparer of " + session + " failed", null);
				return null;
			});
	}

}
