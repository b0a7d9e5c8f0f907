package io.wampspring.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.wampspring.client.ErrorContext.Kind;
import io.wampspring.lane.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door to code of the application: its executor and its error handler.
 */
final class Application implements Executor {

	private static final Logger logger = LoggerFactory.getLogger(WampConnection.class);

	private final String connection;

	private final Executor executor;

	private final WampErrorHandler errorHandler;

	Application(String connection, Executor executor, WampErrorHandler errorHandler) {
		this.connection = connection;
		this.executor = executor;
		this.errorHandler = errorHandler;
	}

	/**
	 * Runs a task on the application executor. When that is full or shut down the task
	 * runs on a thread of the library: what was promised to end must end.
	 */
	@Override
	public void execute(Runnable task) {
		execute(this.executor, task);
	}

	void execute(Executor preferred, Runnable task) {
		try {
			preferred.execute(task);
		}
		catch (RejectedExecutionException ex) {
			LibraryThreads.workers().execute(task);
		}
	}

	Executor executor() {
		return this.executor;
	}

	/**
	 * Makes a future for the application of one that is completed on a lane.
	 * @param internal completed on a lane
	 * @param lane that lane, {@code null} if it changes with the session
	 */
	<T extends @Nullable Object> CompletableFuture<T> handOut(CompletableFuture<T> internal, @Nullable Lane lane) {
		CompletableFuture<T> handedOut = new GuardedFuture<>("waiting for the router's answer", lane);
		internal.whenComplete((value, failure) -> execute(() -> {
			if (failure != null) {
				handedOut.completeExceptionally(failure);
			}
			else {
				handedOut.complete(value);
			}
		}));
		return handedOut;
	}

	/** Reports on the calling thread, which is one of the application. */
	void userError(@Nullable WampErrorHandler own, Throwable error, Kind kind, String text, @Nullable String uri) {
		WampErrorHandler handler = (own != null) ? own : this.errorHandler;
		try {
			handler.onUserError(error, new ErrorContext(kind, text, this.connection, uri));
		}
		catch (Throwable ex) {
			logger.error("[{}] The error handler failed on: {}", this.connection, text, ex);
		}
	}

	/** Reports from any thread. */
	void postUserError(Throwable error, Kind kind, String text, @Nullable String uri) {
		execute(() -> userError(null, error, kind, text, uri));
	}

	/** Reports from any thread. */
	void postInternalError(Throwable error, Kind kind, String text, @Nullable String uri) {
		execute(() -> {
			try {
				this.errorHandler.onInternalError(error, new ErrorContext(kind, text, this.connection, uri));
			}
			catch (Throwable ex) {
				logger.error("[{}] The error handler failed on: {}", this.connection, text, ex);
			}
		});
	}

}
