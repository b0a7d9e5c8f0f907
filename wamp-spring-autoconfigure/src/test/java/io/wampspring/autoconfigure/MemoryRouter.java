package io.wampspring.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.router.WampRouter;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.Connector;
import io.wampspring.transport.ConnectorFactory;
import io.wampspring.transport.InProcessConnector;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.LinkOpener;
import io.wampspring.transport.TransportConfig;

/**
 * A router somewhere else, reached without a socket: {@code wamp.url=memory://router/ws}.
 * It may be absent for a while.
 */
public final class MemoryRouter implements ConnectorFactory, AutoCloseable {

	/** What applications set to reach it. */
	public static final String[] PROPERTIES = { "wamp.url=memory://router/ws", "wamp.realm=realm1" };

	final AtomicInteger attempts = new AtomicInteger();

	private final WampRouter router;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "memory-router");
		thread.setDaemon(true);
		return thread;
	});

	private volatile LinkException absent;

	public MemoryRouter(RouterConfig config) {
		this.router = WampRouter.of(config);
		this.router.start();
	}

	public WampRouter router() {
		return this.router;
	}

	/** From now on nobody answers. */
	public MemoryRouter absent(LinkException.Kind kind, String message) {
		this.absent = new LinkException(kind, message, null);
		return this;
	}

	public void present() {
		this.absent = null;
	}

	@Override
	public boolean supports(TransportConfig transport) {
		return "memory".equals(transport.url().getScheme());
	}

	@Override
	public Connector create(TransportConfig transport) {
		InProcessConnector connector = new InProcessConnector(this.router.accept(), this.threads,
				new InProcessConnector.Settings(transport.serializers().get(0), transport.mapping(), transport.limits(),
						transport.mode(), io.wampspring.transport.OutboundLimits.DEFAULT));
		return new Connector() {

			@Override
			public CompletionStage<Void> connect(LinkOpener<MessageToRouter, MessageToClient> opener) {
				MemoryRouter.this.attempts.incrementAndGet();
				LinkException failure = MemoryRouter.this.absent;
				return (failure != null) ? CompletableFuture.failedFuture(failure) : connector.connect(opener);
			}

			@Override
			public String describe() {
				return transport.describe();
			}

		};
	}

	@Override
	public void close() {
		this.router.close();
		this.threads.shutdown();
	}

}
