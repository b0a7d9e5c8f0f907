package io.wampspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.wampspring.client.ConnectionListener;
import io.wampspring.client.ConnectionState;
import io.wampspring.client.WampConnection;
import io.wampspring.transport.TransportConfig;
import io.wampspring.uri.CloseReasons;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Opens the connection before the web server starts and leaves the session after it has
 * stopped: requests that are still being answered may use WAMP. Keeps the JVM alive
 * meanwhile.
 */
final class WampConnectionLifecycle implements SmartLifecycle {

	static final int PHASE = Integer.MAX_VALUE - 4096;

	/** How much longer than the farewell the closing of the transport may take. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private final WampConnection connection;

	private final StartupProperties startup;

	private final Duration leaveTimeout;

	private final KeepAliveThread keepAlive = new KeepAliveThread();

	private volatile boolean running;

	WampConnectionLifecycle(WampConnection connection, StartupProperties startup, Duration leaveTimeout) {
		this.connection = connection;
		this.startup = startup;
		this.leaveTimeout = leaveTimeout;
	}

	StartupProperties startup() {
		return this.startup;
	}

	@Override
	public void start() {
		FirstSession session = new FirstSession();
		this.connection.addListener(session);
		try {
			this.connection.open();
			switch (this.startup.failurePolicy()) {
				case RETRY -> await(session.attempted());
				case CONTINUE -> tryOnce(session);
				case FAIL -> require(session);
			}
		}
		finally {
			this.connection.removeListener(session);
		}
		this.keepAlive.start();
		this.running = true;
	}

	private void tryOnce(FirstSession session) {
		if (!Boolean.TRUE.equals(await(session.attempted()))) {
			this.connection.close();
		}
	}

	private void require(FirstSession session) {
		if (!Boolean.TRUE.equals(await(session.settled()))) {
			leave().join();
			throw new WampStartupException(address(), this.connection.settings().realm(), this.startup.timeout(),
					session.lastFailure());
		}
	}

	private String address() {
		List<TransportConfig> transports = this.connection.settings().transports();
		return transports.isEmpty() ? "this process"
				: String.join(", ", transports.stream().map(TransportConfig::describe).toList());
	}

	/** Returns what came of it, {@code null} if nothing did in time. */
	private @Nullable Boolean await(CompletableFuture<Boolean> outcome) {
		try {
			return outcome.get(this.startup.timeout().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (ExecutionException | TimeoutException ex) {
			return null;
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.keepAlive.stop();
		leave().join();
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.keepAlive.stop();
		leave().thenRun(callback);
	}

	/**
	 * Leaves, and waits until all listeners have heard of it: beans are destroyed next.
	 * Bounded, whatever the router and the executor do. Never fails.
	 */
	private CompletableFuture<Void> leave() {
		CompletableFuture<Void> heard = new CompletableFuture<>();
		ConnectionListener last = new ConnectionListener() {

			@Override
			public void onStateChange(ConnectionState from, ConnectionState to) {
				if (to == ConnectionState.CLOSED) {
					heard.complete(null);
				}
			}

		};
		this.connection.addListener(last);
		if (this.connection.state() == ConnectionState.CLOSED) {
			heard.complete(null);
		}
		return CompletableFuture.allOf(this.connection.close(CloseReasons.SYSTEM_SHUTDOWN, null), heard)
			.orTimeout(this.leaveTimeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)
			.handle((told, failure) -> {
				this.connection.removeListener(last);
				return null;
			});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
