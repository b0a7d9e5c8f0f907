package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import io.wampspring.lane.Lane;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call to come. Canceling it, or a future derived from it, cancels the
 * call.
 *
 * @param <T> what the result becomes
 */
final class CallFuture<T extends @Nullable Object> extends GuardedFuture<T> {

	private final String procedure;

	private final Lane lane;

	private final Runnable canceler;

	CallFuture(String procedure, Lane lane, Runnable canceler) {
		super("waiting for the call of " + procedure, lane);
		this.procedure = procedure;
		this.lane = lane;
		this.canceler = canceler;
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		if (completeExceptionally(new CallCanceledException(this.procedure))) {
			this.canceler.run();
		}
		return isCancelled();
	}

	@Override
	public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
		return new CallFuture<>(this.procedure, this.lane, () -> cancel(true));
	}

}
