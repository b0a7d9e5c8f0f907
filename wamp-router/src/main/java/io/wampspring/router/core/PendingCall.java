package io.wampspring.router.core;

/**
 * A call that waits for its final answer, with the invocation that it became. Kept by the
 * {@link CallLedger}.
 */
final class PendingCall {

	private final Peer caller;

	private final long request;

	private final Peer callee;

	private final long invocation;

	private final boolean progressWanted;

	private boolean killed;

	PendingCall(Peer caller, long request, Peer callee, long invocation, boolean progressWanted) {
		this.caller = caller;
		this.request = request;
		this.callee = callee;
		this.invocation = invocation;
		this.progressWanted = progressWanted;
	}

	Peer caller() {
		return this.caller;
	}

	/** The request of the CALL. */
	long request() {
		return this.request;
	}

	Peer callee() {
		return this.callee;
	}

	/** The request of the INVOCATION. */
	long invocation() {
		return this.invocation;
	}

	boolean isProgressWanted() {
		return this.progressWanted;
	}

	/** Whether the callee was interrupted and the caller waits for what it answers. */
	boolean isKilled() {
		return this.killed;
	}

	void kill() {
		this.killed = true;
	}

}
