package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import io.wampspring.options.CancelMode;
import org.jspecify.annotations.Nullable;

/**
 * A call that could not even be begun.
 *
 * @param <T> what the result would have become
 * @param failure why
 */
record FailedCall<T extends @Nullable Object>(RuntimeException failure) implements WampCall<T> {

	@Override
	public CompletableFuture<T> result() {
		return CompletableFuture.failedFuture(this.failure);
	}

	@Override
	public void cancel(CancelMode mode) {
		// It has ended already.
	}

}
