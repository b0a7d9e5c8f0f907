package io.wampspring.integration.crossbar;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.wampspring.client.BackOff;
import io.wampspring.client.CloseReason;
import io.wampspring.client.ConnectionClosed;
import io.wampspring.client.ConnectionListener;
import io.wampspring.client.TicketAuthenticator;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampException;
import io.wampspring.client.WampOpenException;
import io.wampspring.codec.Serializer;
import io.wampspring.integration.peer.Autobahn;
import io.wampspring.integration.peer.CrossbarProcess;
import io.wampspring.integration.peer.ForeignClient;
import io.wampspring.integration.peer.JavaClient;
import io.wampspring.test.Nonce;
import io.wampspring.test.Peer;
import io.wampspring.test.RequiresPeer;
import io.wampspring.test.Side;
import io.wampspring.transport.KeepAlive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

/**
 * Crossbar.io killed, stopped, paused and back, under traffic; and logins with a ticket.
 */
@RequiresPeer({ Peer.CROSSBAR_PROCESS, Peer.AUTOBAHN_JS })
@Tag("crossbar")
class CrossbarFaultsIT {

	private static final BackOff SOON = new BackOff(-1, Duration.ofMillis(50), Duration.ofMillis(200), 1.5, 0.1,
			Duration.ZERO, true, true, BackOff.FINAL_REASONS);

	private static final KeepAlive QUICK = new KeepAlive(Duration.ofMillis(200), Duration.ofMillis(500), 4);

	private static CrossbarProcess router;

	@BeforeAll
	static void start() {
		router = CrossbarProcess.start();
	}

	@AfterAll
	static void stop() {
		router.close();
	}

	/** How the router goes away. */
	enum Fault {

		KILLED(CrossbarProcess::kill), STOPPED(CrossbarProcess::stop);

		private final Consumer<CrossbarProcess> deed;

		Fault(Consumer<CrossbarProcess> deed) {
			this.deed = deed;
		}

	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-143")
	@Tag("E-23")
	void endpointsAreBackAndNoCallHangsAfterTheRouterWasGone(Fault fault) throws Exception {
		String procedure = "com.java." + Nonce.next();
		Map<Integer, AtomicInteger> handled = new ConcurrentHashMap<>();
		router.evidence(Side.CLIENT).serializer("cbor").feature("restart");
		try (JavaClient callee = join(); JavaClient caller = join()) {
			callee.wamp().register(procedure).handle((call) -> {
				Integer number = call.payload().arg(0, Integer.class);
				handled.computeIfAbsent(number, (any) -> new AtomicInteger()).incrementAndGet();
				return number;
			}).ready().get(20, TimeUnit.SECONDS);
			Traffic traffic = new Traffic(caller, procedure);
			await().until(() -> traffic.answered.get() > 200);
			fault.deed.accept(router);
			router.startAgain();
			int before = traffic.answered.get();
			await().atMost(Duration.ofSeconds(30)).until(() -> traffic.answered.get() > before + 200);
			traffic.stop();
			assertThat(traffic.failed.get()).isPositive();
			assertThat(handled.values()).allSatisfy((times) -> assertThat(times).hasValue(1));
			try (ForeignClient foreign = Autobahn.JS.join(router.url(), "realm1", "json")) {
				assertThat(foreign.call(procedure, -1).done().path("args")).hasToString("[-1]");
			}
			assertThat(callee.connection().session().registrations()).hasSize(1);
		}
	}

	@Test
	@Tag("E-131")
	@Tag("E-12")
	void aRouterThatStopsAnsweringIsLostAndFoundAgain() throws Exception {
		BlockingQueue<ConnectionClosed> ends = new LinkedBlockingQueue<>();
		router.evidence(Side.CLIENT).serializer("cbor").feature("restart");
		try (JavaClient java = JavaClient.join(router.url(), Serializer.CBOR, QUICK,
				(builder) -> builder.retry(SOON).joinTimeout(Duration.ofMillis(700)).listener(new Ends(ends)))) {
			long sessions = java.connection().statistics().sessions();
			CompletableFuture<String> pending;
			router.pause();
			try {
				pending = java.wamp().call("com.java.nobody").retrieveAsync(String.class);
				assertThat(ends.poll(10, TimeUnit.SECONDS)).extracting(ConnectionClosed::reason)
					.isEqualTo(CloseReason.LOST);
				assertThatThrownBy(() -> pending.get(10, TimeUnit.SECONDS)).cause().isInstanceOf(WampException.class);
				assertThat(ends.poll(20, TimeUnit.SECONDS)).isNotNull();
			}
			finally {
				router.resume();
			}
			await().atMost(Duration.ofSeconds(30)).until(() -> java.connection().isOpen());
			assertThat(java.connection().statistics().sessions()).isGreaterThan(sessions);
		}
	}

	@Test
	void aTicketOpensTheSession() {
		router.evidence(Side.CLIENT).serializer("cbor").authmethod("ticket").feature("ticket", "join");
		try (JavaClient java = JavaClient.join(router.ticketUrl(), Serializer.CBOR, KeepAlive.OFF,
				(builder) -> builder.authid("tina").authenticator(new TicketAuthenticator(() -> "ticket-tina")))) {
			assertThat(java.connection().session().details().authrole()).isEqualTo("frontend");
			assertThat(java.connection().session().details().authmethod()).isEqualTo("ticket");
		}
	}

	@Test
	@Tag("E-144")
	void aWrongTicketFailsTypedAndIsNotTriedAgain() {
		router.evidence(Side.CLIENT).serializer("cbor").authmethod("ticket").feature("ticket");
		BlockingQueue<ConnectionClosed> ends = new LinkedBlockingQueue<>();
		WampConnection connection = WampConnection.builder()
			.realm("realm1")
			.transports(List.of(JavaClient.transport(router.ticketUrl(), Serializer.CBOR, KeepAlive.OFF)))
			.retry(SOON)
			.authid("tina")
			.authenticator(new TicketAuthenticator(() -> "ticket-guessed"))
			.listener(new Ends(ends))
			.build();
		assertThatThrownBy(() -> connection.open().get(20, TimeUnit.SECONDS)).cause()
			.asInstanceOf(type(WampOpenException.class))
			.satisfies((ex) -> assertThat(ex.closed().willRetry()).isFalse())
			.satisfies((ex) -> assertThat(ex.uri()).startsWith("wamp.error."))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("ticket-guessed"));
		assertThat(connection.isRetrying()).isFalse();
		connection.close().join();
	}

	private static JavaClient join() {
		return JavaClient.join(router.url(), Serializer.CBOR, QUICK, (builder) -> builder.retry(SOON));
	}

	/** Keeps how sessions ended. */
	private record Ends(BlockingQueue<ConnectionClosed> ends) implements ConnectionListener {

		@Override
		public void onClose(ConnectionClosed closed) {
			this.ends.add(closed);
		}

	}

	/** Calls one after the other, each answered or failed once and in time. */
	private static final class Traffic {

		private final AtomicInteger answered = new AtomicInteger();

		private final AtomicInteger failed = new AtomicInteger();

		private final AtomicBoolean on = new AtomicBoolean(true);

		private final CompletableFuture<Void> end;

		Traffic(JavaClient caller, String procedure) {
			this.end = CompletableFuture.runAsync(() -> run(caller, procedure),
					(task) -> new Thread(task, "traffic").start());
		}

		private void run(JavaClient caller, String procedure) {
			for (int number = 0; this.on.get(); number++) {
				try {
					Integer answer = caller.wamp()
						.call(procedure)
						.args(number)
						.timeout(Duration.ofSeconds(5))
						.retrieve(Integer.class);
					assertThat(answer).isEqualTo(number);
					this.answered.incrementAndGet();
				}
				catch (WampException ex) {
					this.failed.incrementAndGet();
				}
			}
		}

		void stop() throws Exception {
			this.on.set(false);
			this.end.get(10, TimeUnit.SECONDS);
		}

	}

}
