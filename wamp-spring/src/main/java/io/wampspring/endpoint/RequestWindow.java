package io.wampspring.endpoint;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps a bounded number of requests on the way: the next one starts when one is
 * answered. Some routers drop what is too much at once.
 *
 * @param <T> what a request is made of
 */
final class RequestWindow<T> {

	private final Iterator<T> waiting;

	private final Request<T> request;

	private final int size;

	private final CompletableFuture<Void> done = new CompletableFuture<>();

	private int underway;

	private boolean filling;

	private RequestWindow(Iterable<T> all, int size, Request<T> request) {
		this.waiting = all.iterator();
		this.size = size;
		this.request = request;
	}

	/**
	 * Makes all requests.
	 * @param all one for each request
	 * @param size how many at once
	 * @param request makes one
	 * @param <T> what a request is made of
	 * @return completes when all are answered, whatever the answers are
	 */
	static <T> CompletableFuture<Void> run(Iterable<T> all, int size, Request<T> request) {
		RequestWindow<T> window = new RequestWindow<>(all, size, request);
		window.fill();
		return window.done;
	}

	private void fill() {
		synchronized (this) {
			if (this.filling) {
				return;
			}
			this.filling = true;
		}
		boolean finished;
		while (true) {
			T next;
			synchronized (this) {
				if (this.underway == this.size || !this.waiting.hasNext()) {
					this.filling = false;
					finished = this.underway == 0;
					break;
				}
				this.underway++;
				next = this.waiting.next();
			}
			this.request.make(next).whenComplete((answer, failure) -> answered());
		}
		if (finished) {
			this.done.complete(null);
		}
	}

	private void answered() {
		synchronized (this) {
			this.underway--;
		}
		fill();
	}

	/**
	 * Makes a request.
	 *
	 * @param <T> what it is made of
	 */
	@FunctionalInterface
	interface Request<T> {

		/** Does not wait; completes with the answer. */
		CompletableFuture<?> make(T of);

	}

}
