package io.wampspring.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.wampspring.lane.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A future of the application. Who waits for it, or for one derived from it, where the
 * answer has to arrive would wait for ever: that fails at once.
 *
 * @param <T> the result
 */
class GuardedFuture<T extends @Nullable Object> extends CompletableFuture<T> {

	private final String what;

	private final @Nullable Lane lane;

	/**
	 * Creates the future.
	 * @param what what waiting for it is, in the words of the exception
	 * @param lane where the answer arrives, {@code null} if there is no one lane
	 */
	GuardedFuture(String what, @Nullable Lane lane) {
		this.what = what;
		this.lane = lane;
	}

	@Override
	public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
		return new GuardedFuture<>(this.what, this.lane);
	}

	@Override
	public T get() throws InterruptedException, ExecutionException {
		requireMayBlock();
		try {
			return super.get();
		}
		catch (CancellationException ex) {
			throw told(ex);
		}
	}

	@Override
	public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
		requireMayBlock();
		try {
			return super.get(timeout, unit);
		}
		catch (CancellationException ex) {
			throw told(ex);
		}
	}

	@Override
	public T join() {
		requireMayBlock();
		try {
			return super.join();
		}
		catch (CancellationException ex) {
			throw told(ex);
		}
	}

	/** Newer JDKs wrap what a future was canceled with; it carries the URI. */
	private static CancellationException told(CancellationException thrown) {
		return (thrown.getCause() instanceof CallCanceledException own) ? own : thrown;
	}

	private void requireMayBlock() {
		if (!isDone()) {
			InlineScope.requireMayBlock(this.lane, this.what);
		}
	}

}
