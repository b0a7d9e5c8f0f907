package io.wampspring.autoconfigure.router;

import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.router.RouterEntrance;
import io.wampspring.router.WampRouter;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkListener;
import io.wampspring.transport.LinkOpener;

import org.springframework.context.SmartLifecycle;

/**
 * Lets clients in that come by the application's own port. It says farewell to them
 * before the web server stops: afterwards nobody could be told. The application's own
 * session stays.
 */
final class WebEntrance implements LinkOpener<MessageToClient, MessageToRouter>, SmartLifecycle {

	static final int PHASE = Integer.MAX_VALUE - 512;

	private final WampRouter router;

	private volatile RouterEntrance entrance;

	private volatile boolean running;

	WebEntrance(WampRouter router) {
		this.router = router;
		this.entrance = router.accept();
	}

	@Override
	public LinkListener<MessageToRouter> onOpen(Link<MessageToClient> link) {
		return this.entrance.onOpen(link);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		RouterEntrance closing = this.entrance;
		closing.close();
		// For a context that is started again.
		this.entrance = this.router.accept();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
