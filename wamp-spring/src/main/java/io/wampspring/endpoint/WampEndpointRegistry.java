package io.wampspring.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.wampspring.client.WampConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * All annotated endpoints of the application: what shall serve, what serves, and why not.
 * It starts after the sessions and the web server and stops before them; started and
 * stopped again, or through a pause of the context, it leaves exactly those endpoints
 * registered that shall serve. May be used by many threads.
 */
public final class WampEndpointRegistry implements SmartLifecycle {

	/** Endpoints start last and stop first. */
	public static final int PHASE = Integer.MAX_VALUE - 100;

	private static final Logger logger = LoggerFactory.getLogger(WampEndpointRegistry.class);

	private final EndpointListener listener;

	private final Duration startTimeout;

	private final Duration stopTimeout;

	private final Map<WampConnection, ConnectionEndpoints> connections = new LinkedHashMap<>();

	private final Map<String, Registered> endpoints = new LinkedHashMap<>();

	private boolean running;

	WampEndpointRegistry(EndpointListener listener, Duration startTimeout, Duration stopTimeout) {
		this.listener = listener;
		this.startTimeout = startTimeout;
		this.stopTimeout = stopTimeout;
	}

	void add(Endpoint endpoint, WampConnection connection) {
		ConnectionEndpoints group;
		synchronized (this) {
			group = this.connections.computeIfAbsent(connection, this::group);
		}
		group.add(endpoint);
		synchronized (this) {
			this.endpoints.put(endpoint.definition().id(), new Registered(endpoint, group));
		}
	}

	private ConnectionEndpoints group(WampConnection connection) {
		ConnectionEndpoints group = new ConnectionEndpoints(connection, this.listener);
		connection.addPreparer(group);
		if (this.running) {
			group.start();
		}
		return group;
	}

	/**
	 * Returns all endpoints.
	 * @return a snapshot, in the order of their declaration
	 */
	public synchronized List<EndpointStatus> endpoints() {
		return this.endpoints.values().stream().map(Registered::status).toList();
	}

	/**
	 * Returns one endpoint.
	 * @param id its id
	 * @return a snapshot
	 * @throws IllegalArgumentException if there is none of that id
	 */
	public EndpointStatus endpoint(String id) {
		return find(id).status();
	}

	/**
	 * Lets an endpoint serve from now on, in this session and in those to come.
	 * @param id its id
	 * @return completes when the router has answered, or at once without a session; then
	 * {@link #endpoint(String)} says how it went
	 * @throws IllegalArgumentException if there is none of that id
	 */
	public CompletableFuture<Void> start(String id) {
		Registered found = find(id);
		return found.group().start(found.endpoint());
	}

	/**
	 * Lets an endpoint serve no more. Running invocations finish and are answered.
	 * @param id its id
	 * @return completes when the router has answered, or at once without a session
	 * @throws IllegalArgumentException if there is none of that id
	 */
	public CompletableFuture<Void> stop(String id) {
		Registered found = find(id);
		return found.group().stop(found.endpoint()).handle((answer, failure) -> null);
	}

	private synchronized Registered find(String id) {
		Registered found = this.endpoints.get(id);
		if (found == null) {
			throw new IllegalArgumentException(
					"No endpoint has the id '" + id + "'; there are " + this.endpoints.keySet());
		}
		return found;
	}

	/**
	 * Lets all endpoints serve that shall. Waits for the router's answers, not for ever:
	 * what runs after the start finds the endpoints there.
	 */
	@Override
	public void start() {
		if (!await(all(groups(true), ConnectionEndpoints::start), this.startTimeout)) {
			logger.warn("The router has not answered all endpoints within {} ms; the start goes on",
					this.startTimeout.toMillis());
		}
	}

	/** Sessions that are joined before the coming start wait for it. */
	synchronized void expectStart() {
		this.connections.values().forEach(ConnectionEndpoints::expectStart);
	}

	/** The start has failed, or the context ends. */
	synchronized void giveUpStart() {
		this.connections.values().forEach(ConnectionEndpoints::giveUpStart);
	}

	@Override
	public void stop() {
		await(all(groups(false), ConnectionEndpoints::stop), this.stopTimeout);
	}

	@Override
	public void stop(Runnable callback) {
		all(groups(false), ConnectionEndpoints::stop).orTimeout(this.stopTimeout.toMillis(), TimeUnit.MILLISECONDS)
			.whenComplete((answers, failure) -> callback.run());
	}

	private static CompletableFuture<Void> all(Collection<ConnectionEndpoints> groups,
			Function<ConnectionEndpoints, CompletableFuture<Void>> request) {
		return CompletableFuture.allOf(groups.stream().map(request).toArray(CompletableFuture[]::new));
	}

	private synchronized Collection<ConnectionEndpoints> groups(boolean run) {
		this.running = run;
		return new ArrayList<>(this.connections.values());
	}

	private static boolean await(CompletableFuture<Void> answers, Duration timeout) {
		try {
			answers.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	private record Registered(Endpoint endpoint, ConnectionEndpoints group) {

		EndpointStatus status() {
			return this.group.status(this.endpoint);
		}

	}

}
