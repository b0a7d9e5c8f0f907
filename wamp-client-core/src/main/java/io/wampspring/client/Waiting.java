package io.wampspring.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * Lets a thread of the application wait for what is completed on a lane.
 */
final class Waiting {

	private Waiting() {
	}

	/**
	 * Waits.
	 * @param future completed on a lane
	 * @param what what is waited for, in the words of the exception
	 * @return the result
	 * @throws CancellationException if the thread was interrupted; it still is
	 */
	static <T extends @Nullable Object> T on(CompletableFuture<T> future, String what) {
		try {
			return future.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			CancellationException canceled = new CancellationException("interrupted while waiting for the " + what);
			canceled.initCause(ex);
			throw canceled;
		}
		catch (ExecutionException ex) {
			throw rethrow(ex.getCause());
		}
	}

	/** The stack that tells something is that of the waiting thread, not of the lane. */
	static RuntimeException rethrow(@Nullable Throwable failure) {
		if (failure instanceof RuntimeException ex) {
			ex.fillInStackTrace();
			return ex;
		}
		return new IllegalStateException(failure);
	}

}
