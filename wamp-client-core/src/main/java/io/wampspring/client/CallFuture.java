package io.wampspring.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.wampspring.lane.Lane;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call to come. Canceling it, or a future derived from it, cancels the
 * call.
 *
 * @param <T> what the result becomes
 */
final class CallFuture<T extends @Nullable Object> extends CompletableFuture<T> {

	private final String procedure;

	private final Lane lane;

	private final Runnable canceler;

	CallFuture(String procedure, Lane lane, Runnable canceler) {
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

	@Override
	public T get() throws InterruptedException, ExecutionException {
		requireMayBlock();
		return super.get();
	}

	@Override
	public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		requireMayBlock();
		return super.get(timeout, unit);
	}

	@Override
	public T join() {
		requireMayBlock();
		return super.join();
	}

	private void requireMayBlock() {
		if (!isDone()) {
			InlineScope.requireMayBlock(this.lane, "waiting for the call of " + this.procedure);
		}
	}

}
