package io.wampspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.wampspring.endpoint.EndpointState;
import io.wampspring.endpoint.EndpointStatus;
import io.wampspring.endpoint.WampEndpointRegistry;

import org.springframework.context.SmartLifecycle;

/**
 * Under the failure policy {@code fail}: after the endpoints were started it waits for
 * the router's answers, and stops the start when one was a refusal.
 */
final class EndpointsCheck implements SmartLifecycle {

	private final WampEndpointRegistry registry;

	private final Duration timeout;

	private volatile boolean running;

	EndpointsCheck(WampEndpointRegistry registry, Duration timeout) {
		this.registry = registry;
		this.timeout = timeout;
	}

	@Override
	public void start() {
		await();
		List<EndpointStatus> refused = this.registry.endpoints()
			.stream()
			.filter((endpoint) -> endpoint.state() == EndpointState.FAILED)
			.toList();
		if (!refused.isEmpty()) {
			throw new WampEndpointsRefusedException(refused);
		}
		this.running = true;
	}

	/** Starting what is started asks for the answers only. */
	private void await() {
		CompletableFuture<?>[] answers = this.registry.endpoints()
			.stream()
			.filter((endpoint) -> endpoint.state() != EndpointState.STOPPED)
			.map((endpoint) -> this.registry.start(endpoint.id()))
			.toArray(CompletableFuture<?>[]::new);
		try {
			CompletableFuture.allOf(answers).get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			// What has no answer yet is no refusal.
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return WampEndpointRegistry.PHASE + 1;
	}

}
