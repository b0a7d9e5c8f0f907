package io.wampspring.client.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import io.wampspring.message.PayloadException;
import io.wampspring.uri.ErrorUris;

/**
 * Keeps the number of SUBSCRIBE and REGISTER requests on the way bounded: a well-known
 * router drops replies when there are more than 64.
 */
final class SetupWindow {

	/** How many may be on the way. */
	static final int SIZE = 32;

	private final Deadlines deadlines;

	private final Queue<Setup> waiting = new ArrayDeque<>();

	private int underway;

	SetupWindow(Deadlines deadlines) {
		this.deadlines = deadlines;
	}

	/** Sends a request, now or when there is room. */
	void submit(Setup setup) {
		if (this.underway < SIZE) {
			this.underway++;
			send(setup);
			return;
		}
		this.waiting.add(setup);
		setup.waiting = this.deadlines.set(setup.timeout(), () -> {
			if (this.waiting.remove(setup)) {
				setup.refuse(Failure.expired(setup.timeout()));
			}
		});
	}

	private void send(Setup setup) {
		try {
			setup.send();
		}
		catch (PayloadException ex) {
			this.underway--;
			setup.refuse(Failure.refused(ErrorUris.INVALID_PAYLOAD, String.valueOf(ex.getMessage())));
		}
	}

	/** A request that was sent has got its answer, or none will come. */
	void release() {
		this.underway--;
		Setup next = (this.underway < SIZE) ? this.waiting.poll() : null;
		if (next != null) {
			next.waiting.cancel();
			submit(next);
		}
	}

	void close(Failure failure) {
		List<Setup> all = new ArrayList<>(this.waiting);
		this.waiting.clear();
		all.forEach((setup) -> setup.refuse(failure));
	}

	/**
	 * A request that may have to wait before it is sent.
	 */
	abstract static class Setup extends PendingRequests.Request {

		private Deadlines.Deadline waiting = Deadlines.Deadline.NEVER;

		/** Milliseconds to wait for room, and again for the answer; 0 for ever. */
		abstract long timeout();

		abstract void send();

		/** Fails before it was sent. */
		abstract void refuse(Failure failure);

	}

}
