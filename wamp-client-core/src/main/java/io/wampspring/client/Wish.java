package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that is wanted in every session.
 */
abstract class Wish {

	private final DesiredEndpoints endpoints;

	/** Guarded by the lock of the endpoints. */
	private boolean ended;

	Wish(DesiredEndpoints endpoints) {
		this.endpoints = endpoints;
	}

	/** Asks the router; completes on the lane with its answer. */
	abstract CompletableFuture<?> request(DefaultSession session);

	/** Tells the application of the first answer. */
	abstract void onFirstAnswer(@Nullable Throwable failure);

	abstract String describe();

	abstract String uri();

	DesiredEndpoints endpoints() {
		return this.endpoints;
	}

	/** Called under the lock of the endpoints. */
	void end() {
		this.ended = true;
	}

	/**
	 * Sets the endpoint up in a session.
	 * @return completes, never with a failure, when the router has answered
	 */
	final CompletableFuture<?> attach(DefaultSession session) {
		CompletableFuture<?> answer;
		synchronized (this.endpoints) {
			if (this.ended) {
				return CompletableFuture.completedFuture(null);
			}
			answer = request(session);
		}
		return answer.handle((confirmed, failure) -> onAnswer(session, failure)).thenCompose((next) -> next);
	}

	private CompletableFuture<?> onAnswer(DefaultSession session, @Nullable Throwable failure) {
		if (failure instanceof WampConnectionLostException) {
			// No answer: the next session asks again.
			return CompletableFuture.completedFuture(null);
		}
		if (failure instanceof WampException error && ErrorUris.TIMEOUT.equals(error.uri()) && session.isOpen()) {
			return attach(session);
		}
		onFirstAnswer(failure);
		if (failure != null) {
			this.endpoints.onRefused(this, failure);
		}
		return CompletableFuture.completedFuture(null);
	}

}
