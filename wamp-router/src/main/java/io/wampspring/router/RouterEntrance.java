package io.wampspring.router;

import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkListener;
import io.wampspring.transport.LinkOpener;

/**
 * A way into the router, for one acceptor or connector. Closing it ends the sessions that
 * came through it and no others. While the router does not run, links are refused.
 */
public final class RouterEntrance implements LinkOpener<MessageToClient, MessageToRouter>, AutoCloseable {

	private final WampRouter router;

	private final boolean trusted;

	private volatile boolean closed;

	RouterEntrance(WampRouter router, boolean trusted) {
		this.router = router;
		this.trusted = trusted;
	}

	/**
	 * Returns whether sessions that come in here join as the application itself, without
	 * proof.
	 * @return whether
	 */
	public boolean isTrusted() {
		return this.trusted;
	}

	@Override
	public LinkListener<MessageToRouter> onOpen(Link<MessageToClient> link) {
		RouterRuntime runtime = this.router.runtime();
		return (runtime != null) ? runtime.open(link, this) : RouterRuntime.refuseForShutdown(link);
	}

	/**
	 * Lets nobody in any more and says GOODBYE {@code wamp.close.system_shutdown} to
	 * those who came in here. Waits until their links are closed, at most a second longer
	 * than the limit for leaving. Does nothing the second time.
	 */
	@Override
	public void close() {
		this.closed = true;
		RouterRuntime runtime = this.router.runtime();
		if (runtime != null) {
			runtime.closeLinks((link) -> link.entrance() == this);
		}
	}

	boolean isClosed() {
		return this.closed;
	}

}
