package io.wampspring.router;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.wampspring.message.Call;
import io.wampspring.message.Event;
import io.wampspring.message.Invocation;
import io.wampspring.message.Payload;
import io.wampspring.message.Publish;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Yield;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.InProcessConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The router behind in-process links: every message is encoded and decoded.
 */
class WampRouterTests {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final WampRouter router = WampRouter.of(RouterConfig.of(RealmConfig.open("realm1")));

	@BeforeEach
	void start() {
		this.router.start();
	}

	@AfterEach
	void close() {
		this.router.close();
		this.executor.shutdownNow();
	}

	@Test
	void aCallGoesToTheCalleeAndItsResultBack() {
		RawPeer callee = joined();
		RawPeer caller = joined();
		callee.send(new Register(1, Map.of(), "com.example.add2"));
		long registration = callee.take(Registered.class).registration();

		caller.send(new Call(1, Map.of(), "com.example.add2", Payload.of(2, 3)));
		Invocation invocation = callee.take(Invocation.class);
		callee.send(new Yield(invocation.request(), Map.of(), Payload.of(5)));

		assertThat(invocation.registration()).isEqualTo(registration);
		assertThat(invocation.payload().args()).containsExactly(2, 3);
		assertThat(caller.take(Result.class).payload().args()).containsExactly(5);
	}

	@Test
	void anEventGoesToTheSubscriber() {
		RawPeer subscriber = joined();
		RawPeer publisher = joined();
		subscriber.send(new Subscribe(1, Map.of(), "com.example.topic"));
		long subscription = subscriber.take(Subscribed.class).subscription();

		publisher.send(new Publish(1, Map.of(), "com.example.topic", Payload.of("Hello")));
		Event event = subscriber.take(Event.class);

		assertThat(event.subscription()).isEqualTo(subscription);
		assertThat(event.payload().args()).containsExactly("Hello");
	}

	private RawPeer joined() {
		RawPeer peer = new RawPeer();
		new InProcessConnector(this.router.accept(), this.executor, InProcessConnector.Settings.defaults())
			.connect(peer.opener())
			.toCompletableFuture()
			.join();
		peer.join("realm1");
		return peer;
	}

}
