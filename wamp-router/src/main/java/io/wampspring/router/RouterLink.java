package io.wampspring.router;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.wampspring.lane.LaneTimers;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.router.core.RouterSession;
import io.wampspring.router.core.Tally;
import io.wampspring.router.core.Welcomer;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.FrameLog;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkListener;
import io.wampspring.uri.CloseReasons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One link of the router: carries what arrives to the lane that the session lives on.
 */
final class RouterLink implements LinkListener<MessageToRouter> {

	private static final Logger logger = LoggerFactory.getLogger(RouterLink.class);

	/** So many messages of one link may wait for the realm; then it is not read. */
	private static final int MANY = 256;

	/** With so few it is read again. */
	private static final int FEW = 64;

	private final Link<MessageToClient> link;

	private final RouterEntrance entrance;

	private final RouterRuntime runtime;

	private final SessionLane lane;

	private final RouterSession session;

	private final CompletableFuture<Void> closed = new CompletableFuture<>();

	private final AtomicInteger waiting = new AtomicInteger();

	/** Written on the link's lane only. */
	private volatile boolean paused;

	RouterLink(Link<MessageToClient> link, RouterEntrance entrance, RouterRuntime runtime) {
		this.link = link;
		this.entrance = entrance;
		this.runtime = runtime;
		this.lane = new SessionLane(link.lane(), this::onFailure);
		LinkHost host = new LinkHost(link, this.lane, runtime);
		Welcomer welcomer = new Welcomer(runtime.realms(), runtime.ids(), entrance.isTrusted());
		this.session = new RouterSession(host, new LaneTimers(runtime.scheduler(), this.lane), welcomer,
				runtime.config());
	}

	void start() {
		this.session.start();
	}

	RouterEntrance entrance() {
		return this.entrance;
	}

	/** Completes once the link is closed and nothing of the session is left. */
	CompletableFuture<Void> closed() {
		return this.closed;
	}

	/** Called by any thread. */
	void shutDown() {
		this.lane.execute(() -> this.session.close(CloseReasons.SYSTEM_SHUTDOWN, CloseCode.GOING_AWAY));
	}

	@Override
	public void onMessage(MessageToRouter message) {
		FrameLog.received(this.link.info().peer(), message);
		if (this.waiting.incrementAndGet() >= MANY && !this.paused) {
			pause();
		}
		this.lane.execute(() -> {
			try {
				this.session.receive(message);
			}
			finally {
				if (this.waiting.decrementAndGet() == FEW && this.paused) {
					this.link.lane().execute(this::resume);
				}
			}
		});
	}

	@Override
	public void onViolation(ProtocolViolationException violation) {
		this.lane.execute(() -> this.session.violate(violation));
	}

	@Override
	public void onClosed(LinkClosed how) {
		if (how.code() == CloseCode.OVERLOADED) {
			this.runtime.tally().count(Tally.Count.OVERLOAD);
			logger.warn("WAMP link from {} closed, it does not keep up: {}", this.link.info().peer(), how.reason());
		}
		this.lane.execute(() -> {
			this.session.onClosed(CloseReasons.TRANSPORT_LOST);
			this.runtime.remove(this);
			this.closed.complete(null);
		});
	}

	/** The flood of one client shall fill the client's queue, not the router's. */
	private void pause() {
		this.paused = true;
		this.link.setReading(false);
		if (this.waiting.get() <= FEW) {
			// They were taken before the pause could be seen.
			resume();
		}
	}

	private void resume() {
		this.paused = false;
		this.link.setReading(true);
	}

	private void onFailure(RuntimeException ex) {
		logger.error("WAMP session of {} failed in the router and is closed", this.link.info().peer(), ex);
		this.session.fail();
	}

}
