package io.wampspring.endpoint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Says, before sessions are opened, that the registry is about to start: a session that
 * is joined in between is announced only when its endpoints are there.
 */
final class EndpointGate implements SmartLifecycle {

	/** Just before the sessions. */
	static final int PHASE = Integer.MAX_VALUE - 4096 - 1;

	/** Not the registry itself: what a bean depends on is started before it. */
	private final ObjectProvider<WampEndpointRegistry> registry;

	private volatile boolean running;

	EndpointGate(ObjectProvider<WampEndpointRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void start() {
		this.running = true;
		this.registry.getObject().expectStart();
	}

	@Override
	public void stop() {
		this.running = false;
		this.registry.getObject().giveUpStart();
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
