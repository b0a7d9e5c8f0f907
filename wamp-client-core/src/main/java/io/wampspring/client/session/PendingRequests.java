package io.wampspring.client.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;

import io.wampspring.message.ErrorMessage;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.MessageType;
import io.wampspring.message.ProtocolViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the requests of a session and keeps those that wait for an answer. Ids are 1,
 * 2, 3… in the order of the wire, over all kinds of requests; a request that could not be
 * sent uses none.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/building_blocks.md, IDs</a>
 */
final class PendingRequests {

	/** The greatest id; 1 follows. */
	static final long MAX_ID = 1L << 53;

	private final Outbox out;

	private final Deadlines deadlines;

	private final boolean strict;

	private final Consumer<Incident> incidents;

	private final Map<Long, Request> pending = new HashMap<>();

	private long last;

	private boolean wrapped;

	private @Nullable Failure closed;

	PendingRequests(Outbox out, Deadlines deadlines, boolean strict, Consumer<Incident> incidents) {
		this.out = out;
		this.deadlines = deadlines;
		this.strict = strict;
		this.incidents = incidents;
	}

	/** Goes on after another id than 0, for tests of the wrap. */
	void continueAfter(long id) {
		this.last = id;
	}

	/**
	 * Returns why no request can be made any more, {@code null} while it can.
	 */
	@Nullable Failure refusal() {
		return this.closed;
	}

	/**
	 * Sends a request that is not answered.
	 * @throws io.wampspring.message.PayloadException if it cannot be sent
	 */
	void send(LongFunction<MessageToRouter> message) {
		long id = next();
		this.out.send(message.apply(id));
		use(id);
	}

	/**
	 * Sends a request and keeps it until it is answered.
	 * @param message makes the message with its id
	 * @param request what to do with the answer
	 * @param timeout milliseconds to wait for it, 0 for ever
	 * @return the id
	 * @throws io.wampspring.message.PayloadException if it cannot be sent; the request is
	 * not kept then
	 */
	long send(LongFunction<MessageToRouter> message, Request request, long timeout) {
		long id = next();
		this.out.send(message.apply(id));
		use(id);
		this.pending.put(id, request);
		watch(id, request, timeout);
		return id;
	}

	private long next() {
		long id = this.last;
		do {
			id = (id == MAX_ID) ? 1 : id + 1;
		}
		while (this.pending.containsKey(id));
		return id;
	}

	private void use(long id) {
		this.wrapped |= id < this.last;
		this.last = id;
	}

	private void watch(long id, Request request, long timeout) {
		request.deadline = this.deadlines.set(timeout, () -> {
			if (this.pending.remove(id, request)) {
				request.expire(id, timeout);
			}
		});
	}

	/** Starts the time of a request anew. */
	void extend(long id, Request request, long timeout) {
		request.deadline.cancel();
		watch(id, request, timeout);
	}

	/** Keeps another request under an id that was used. */
	void replace(long id, Request request) {
		this.pending.put(id, request);
	}

	/**
	 * Finds the request of an answer and leaves it there.
	 * @return the request, {@code null} if there is none; that was counted then
	 * @throws ProtocolViolationException if the id was never used, in strict mode
	 */
	<R extends Request> @Nullable R find(long id, Class<R> type) {
		Request request = this.pending.get(id);
		if (type.isInstance(request)) {
			return type.cast(request);
		}
		stray(id);
		return null;
	}

	/**
	 * Finds a request that waits by what it is; looks at all.
	 */
	<R extends Request> @Nullable R find(Class<R> type, Predicate<R> condition) {
		return this.pending.values()
			.stream()
			.filter(type::isInstance)
			.map(type::cast)
			.filter(condition)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Finds the request of its last answer; see {@link #find(long, Class)}.
	 */
	<R extends Request> @Nullable R take(long id, Class<R> type) {
		R request = find(id, type);
		if (request != null) {
			remove(id, request);
		}
		return request;
	}

	void remove(long id, Request request) {
		this.pending.remove(id);
		request.deadline.cancel();
	}

	void onError(ErrorMessage error) {
		Request request = this.pending.get(error.request());
		if (request != null && request.type() == error.requestType()) {
			remove(error.request(), request);
			request.fail(Failure.of(error));
		}
		else {
			stray(error.request());
		}
	}

	private void stray(long id) {
		if (this.wrapped || id <= this.last) {
			this.incidents.accept(Incident.LATE_REPLY);
		}
		else if (this.strict) {
			throw new ProtocolViolationException("reply to request " + id + ", which was never made");
		}
		else {
			this.incidents.accept(Incident.UNKNOWN_REPLY);
		}
	}

	/** Fails everything that waits, and everything to come. */
	void close(Failure failure) {
		if (this.closed != null) {
			return;
		}
		this.closed = failure.as(Failure.Kind.UNSENT);
		List<Request> all = new ArrayList<>(this.pending.values());
		this.pending.clear();
		all.forEach((request) -> {
			request.deadline.cancel();
			request.fail(failure);
		});
	}

	/**
	 * A request that waits for its answer.
	 */
	abstract static class Request {

		private Deadlines.Deadline deadline = Deadlines.Deadline.NEVER;

		/** What was sent. */
		abstract MessageType type();

		/** The request failed and is kept no longer. */
		abstract void fail(Failure failure);

		/** No answer came; the request is kept no longer. */
		void expire(long id, long timeout) {
			fail(Failure.expired(timeout));
		}

	}

}
