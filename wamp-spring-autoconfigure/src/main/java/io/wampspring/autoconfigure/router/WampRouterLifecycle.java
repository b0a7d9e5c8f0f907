package io.wampspring.autoconfigure.router;

import io.wampspring.router.WampRouter;

import org.springframework.context.SmartLifecycle;

/**
 * Starts the embedded router before the sessions, and closes it after them.
 */
final class WampRouterLifecycle implements SmartLifecycle {

	static final int PHASE = Integer.MAX_VALUE - 8192;

	private final WampRouter router;

	WampRouterLifecycle(WampRouter router) {
		this.router = router;
	}

	@Override
	public void start() {
		this.router.start();
	}

	@Override
	public void stop() {
		this.router.close();
	}

	@Override
	public boolean isRunning() {
		return this.router.isRunning();
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
