package io.wampspring.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.wampspring.client.SessionPreparer;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampSession;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of one connection: what shall serve, kept apart from what serves in the
 * current session. Each session is given the endpoints before it is announced as open.
 */
final class ConnectionEndpoints implements SessionPreparer {

	private final WampConnection connection;

	private final EndpointListener listener;

	private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

	private boolean running;

	/** The context is starting and will come to this. */
	private boolean startComing;

	/** Sessions that were joined before the start wait for its answers. */
	private CompletableFuture<CompletableFuture<Void>> expectedStart = new CompletableFuture<>();

	ConnectionEndpoints(WampConnection connection, EndpointListener listener) {
		this.connection = connection;
		this.listener = listener;
	}

	/**
	 * Adds an endpoint and lets it serve if it shall.
	 * @param endpoint the endpoint
	 * @throws InvalidEndpointException if another one has the same procedure
	 */
	void add(Endpoint endpoint) {
		synchronized (this) {
			this.endpoints.values()
				.forEach((other) -> requireDifferentProcedure(other.definition(), endpoint.definition()));
			this.endpoints.put(endpoint.definition().id(), endpoint);
		}
		attachAll(this.connection.session(), List.of(endpoint));
	}

	private void requireDifferentProcedure(EndpointDefinition one, EndpointDefinition other) {
		if (one.kind() == EndpointKind.PROCEDURE && other.kind() == EndpointKind.PROCEDURE
				&& one.uri().equals(other.uri()) && one.match() == other.match()) {
			throw new InvalidEndpointException(
					"Procedure '" + one.template() + "' is served twice on the connection '" + this.connection.name()
							+ "': by " + one.describe() + " of bean '" + one.beanName() + "' and by " + other.describe()
							+ " of bean '" + other.beanName() + "'",
					"Give one of the two methods another URI, or remove its annotation.", null);
		}
	}

	@Override
	public CompletionStage<Void> prepare(WampSession session) {
		synchronized (this) {
			if (!this.running) {
				return this.expectedStart.thenCompose((answers) -> answers);
			}
		}
		return attachAll(session, all());
	}

	/** The next session waits for the start, which is about to come. */
	synchronized void expectStart() {
		if (this.running) {
			return;
		}
		this.startComing = true;
		if (this.expectedStart.isDone()) {
			this.expectedStart = new CompletableFuture<>();
		}
	}

	/** No session waits any more for a start that does not come. */
	synchronized void giveUpStart() {
		this.startComing = false;
		if (!this.running) {
			this.expectedStart.complete(CompletableFuture.completedFuture(null));
		}
	}

	@Override
	public synchronized boolean isHeld() {
		return this.startComing;
	}

	/**
	 * Lets serve what shall serve.
	 * @return completes when the router has answered, or at once without a session
	 */
	CompletableFuture<Void> start() {
		CompletableFuture<CompletableFuture<Void>> expected;
		synchronized (this) {
			this.running = true;
			this.startComing = false;
			expected = this.expectedStart;
		}
		CompletableFuture<Void> answers = attachAll(this.connection.session(), all());
		expected.complete(answers);
		return answers;
	}

	/**
	 * Ends all that serves. What shall serve stays known.
	 * @return completes when the router has answered
	 */
	CompletableFuture<Void> stop() {
		synchronized (this) {
			this.running = false;
			this.startComing = false;
			this.expectedStart.complete(CompletableFuture.completedFuture(null));
		}
		return all(all().stream().map(this::detach));
	}

	CompletableFuture<Void> start(Endpoint endpoint) {
		synchronized (this) {
			endpoint.setDesired(true);
		}
		return attachAll(this.connection.session(), List.of(endpoint));
	}

	CompletableFuture<?> stop(Endpoint endpoint) {
		synchronized (this) {
			endpoint.setDesired(false);
		}
		return detach(endpoint);
	}

	synchronized EndpointStatus status(Endpoint endpoint) {
		return endpoint.status();
	}

	private synchronized List<Endpoint> all() {
		return new ArrayList<>(this.endpoints.values());
	}

	private CompletableFuture<Void> attachAll(@Nullable WampSession session, List<Endpoint> candidates) {
		if (session == null) {
			return CompletableFuture.completedFuture(null);
		}
		return all(candidates.stream().map((endpoint) -> attach(endpoint, session)));
	}

	private synchronized CompletableFuture<?> attach(Endpoint endpoint, WampSession session) {
		if (!this.running || !endpoint.isDesired() || !session.isOpen()) {
			return CompletableFuture.completedFuture(null);
		}
		return endpoint.attach(session, () -> announce(endpoint));
	}

	private void announce(Endpoint endpoint) {
		EndpointStatus status = status(endpoint);
		if (status.state() == EndpointState.REGISTERED) {
			this.listener.onRegistered(status);
		}
		else if (status.state() == EndpointState.FAILED) {
			this.listener.onFailed(status);
		}
	}

	private synchronized CompletableFuture<?> detach(Endpoint endpoint) {
		return endpoint.detach();
	}

	/** The session itself keeps only a few requests on the way at a time. */
	private static CompletableFuture<Void> all(Stream<CompletableFuture<?>> answers) {
		return CompletableFuture
			.allOf(answers.map((answer) -> answer.exceptionally((refused) -> null)).toArray(CompletableFuture[]::new));
	}

}
