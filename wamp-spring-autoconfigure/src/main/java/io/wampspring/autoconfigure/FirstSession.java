package io.wampspring.autoconfigure;

import java.util.concurrent.CompletableFuture;

import io.wampspring.client.ConnectionClosed;
import io.wampspring.client.ConnectionListener;
import io.wampspring.client.ConnectionState;
import org.jspecify.annotations.Nullable;

/**
 * Watches how a connection gets its first session.
 */
final class FirstSession implements ConnectionListener {

	private final CompletableFuture<Boolean> attempted = new CompletableFuture<>();

	private final CompletableFuture<Boolean> settled = new CompletableFuture<>();

	private volatile @Nullable ConnectionClosed lastFailure;

	/** Completes when the first attempt has ended, with whether it led to a session. */
	CompletableFuture<Boolean> attempted() {
		return this.attempted;
	}

	/** Completes with the first session, or when no further attempt is made. */
	CompletableFuture<Boolean> settled() {
		return this.settled;
	}

	@Nullable ConnectionClosed lastFailure() {
		return this.lastFailure;
	}

	@Override
	public void onStateChange(ConnectionState from, ConnectionState to) {
		if (to.isJoined()) {
			this.attempted.complete(true);
			this.settled.complete(true);
		}
	}

	@Override
	public void onClose(ConnectionClosed closed) {
		this.lastFailure = closed;
		this.attempted.complete(false);
		if (!closed.willRetry()) {
			this.settled.complete(false);
		}
	}

}
