package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import io.wampspring.client.session.Failure;
import io.wampspring.client.session.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is a future inside the library. It completes on a lane, so it never gets
 * to the application as it is.
 *
 * @param <T> what a good answer is
 */
final class ReplyFuture<T extends @Nullable Object> extends CompletableFuture<T> implements Reply<T> {

	@Override
	public void onSuccess(T value) {
		complete(value);
	}

	@Override
	public void onFailure(Failure failure) {
		completeExceptionally(Failures.toException(failure));
	}

}
