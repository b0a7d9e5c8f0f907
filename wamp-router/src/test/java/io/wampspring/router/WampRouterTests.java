package io.wampspring.router;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.message.Abort;
import io.wampspring.message.Call;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.Publish;
import io.wampspring.message.Published;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Welcome;
import io.wampspring.message.Yield;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.Acceptor;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.InProcessConnector;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.LinkOpener;
import io.wampspring.transport.OutboundLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The router behind in-process links: every message is encoded and decoded.
 */
class WampRouterTests {

	private static final String TOPIC = "com.example.topic";

	private static final String PROCEDURE = "com.example.procedure";

	private static final RouterConfig CONFIG = RouterConfig.of(RealmConfig.open("realm1"), RealmConfig.open("realm2"))
		.withLimits(TestLimits.impatient());

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final WampRouter router = WampRouter.of(CONFIG);

	@BeforeEach
	void start() {
		this.router.start();
	}

	@AfterEach
	void close() {
		this.router.close();
		this.executor.shutdownNow();
	}

	@ParameterizedTest
	@EnumSource
	@Tag("R-50")
	@Tag("R-91")
	void aCallGoesToTheCalleeAndItsResultBack(Serializer serializer) {
		RawPeer callee = joined(serializer);
		RawPeer caller = joined(Serializer.JSON);
		callee.send(new Register(1, Map.of(), PROCEDURE));
		long registration = callee.take(Registered.class).registration();

		caller.send(new Call(1, Map.of(), PROCEDURE, Payload.of(2, 3)));
		Invocation invocation = callee.take(Invocation.class);
		callee.send(new Yield(invocation.request(), Map.of(), Payload.of(List.of(), Map.of("sum", 5))));

		assertThat(invocation.registration()).isEqualTo(registration);
		assertThat(invocation.request()).isEqualTo(1);
		assertThat(invocation.payload().args()).containsExactly(2, 3);
		Result result = caller.take(Result.class);
		assertThat(result.payload().args()).isEmpty();
		assertThat(result.payload().kwargs()).isEqualTo(Map.of("sum", 5));
	}

	@ParameterizedTest
	@EnumSource
	@Tag("R-31")
	@Tag("R-91")
	void subscribersShareNoObjectsWithThePublisherOrEachOther(Serializer serializer) {
		RawPeer one = joined(serializer);
		RawPeer other = joined(serializer);
		RawPeer publisher = joined(serializer);
		for (RawPeer peer : List.of(one, other)) {
			peer.send(new Subscribe(1, Map.of(), TOPIC));
			peer.take(Subscribed.class);
		}
		List<Object> argument = new ArrayList<>(List.of("as published"));

		publisher.send(new Publish(1, Map.of("acknowledge", true), TOPIC, Payload.of(List.of(argument), Map.of())));
		long publication = publisher.take(Published.class).publication();
		argument.add("changed later");
		Event first = one.take(Event.class);
		Event second = other.take(Event.class);

		assertThat(first.publication()).isEqualTo(publication).isEqualTo(second.publication());
		assertThat(first.payload().args()).containsExactly(List.of("as published"));
		assertThat(second.payload().args()).containsExactly(List.of("as published"));
		assertThat(second.payload().args().get(0)).isNotSameAs(first.payload().args().get(0));
		assertThat(second.payload()).isNotSameAs(first.payload());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",[]", ",[null]", ",[null,[],{}]", ",[],{\"a\":null}",
			",[9007199254740993,-9223372036854775808,18446744073709551616,1.5]",
			",[\"\uD83D\uDE00 \u00FC \\u0000AQID\"]", ",[\"x\"],{\"k\":{\"l\":[1,2]}}" })
	@Tag("R-40")
	void thePayloadPassesByteForByte(String payload) {
		JsonLink subscriber = JsonLink.open(this.router.accept(), this.executor);
		subscriber.joins("realm1");
		subscriber.says("[32,1,{},\"" + TOPIC + "\"]");
		assertThat(subscriber.hears()).startsWith("[33,1,");
		JsonLink publisher = JsonLink.open(this.router.accept(), this.executor);
		publisher.joins("realm1");

		publisher.says("[16,1,{},\"" + TOPIC + "\"" + payload + "]");

		assertThat(subscriber.hears()).startsWith("[36,").endsWith(",{}" + payload + "]");
	}

	@Test
	@Tag("R-37")
	void aBurstOfTwoThousandEventsArrivesWholeAndInOrder() {
		RawPeer subscriber = joined(Serializer.CBOR);
		RawPeer publisher = joined(Serializer.JSON);
		subscriber.send(new Subscribe(1, Map.of(), TOPIC));
		subscriber.send(new Subscribe(2, Map.of(), TOPIC + ".odd"));
		long even = subscriber.take(Subscribed.class).subscription();
		subscriber.take(Subscribed.class);

		for (int i = 0; i < 2000; i++) {
			publisher.send(new Publish(i + 1, Map.of(), (i % 2 == 0) ? TOPIC : TOPIC + ".odd", Payload.of(i)));
		}

		List<Object> seen = new ArrayList<>();
		for (int i = 0; i < 2000; i++) {
			seen.add(subscriber.take(Event.class).payload().args().get(0));
		}
		assertThat(seen).isEqualTo(IntStream.range(0, 2000).boxed().toList());
		subscriber.send(new Unsubscribe(3, even));
		publisher.send(new Publish(2001, Map.of("acknowledge", true), TOPIC, Payload.EMPTY));
		publisher.take(Published.class);
	}

	@Test
	@Tag("R-54")
	void invocationsArriveInTheOrderOfTheCalls() {
		RawPeer callee = joined(Serializer.MSGPACK);
		RawPeer caller = joined(Serializer.CBOR);
		callee.send(new Register(1, Map.of(), PROCEDURE));
		callee.send(new Register(2, Map.of(), PROCEDURE + ".odd"));
		callee.take(Registered.class);
		callee.take(Registered.class);

		for (int i = 0; i < 1000; i++) {
			caller.send(new Call(i + 1, Map.of(), (i % 2 == 0) ? PROCEDURE : PROCEDURE + ".odd", Payload.of(i)));
		}

		for (int i = 0; i < 1000; i++) {
			Invocation invocation = callee.take(Invocation.class);
			assertThat(invocation.request()).isEqualTo(i + 1);
			assertThat(invocation.payload().args()).containsExactly(i);
		}
	}

	@Test
	@Tag("R-80")
	@Tag("R-82")
	void aSubscriberThatDoesNotReadIsClosedAndDelaysNobody() {
		RawPeer deaf = joined(new OutboundLimits(100, 1 << 20));
		RawPeer healthy = joined(Serializer.CBOR);
		RawPeer publisher = joined(Serializer.CBOR);
		for (RawPeer peer : List.of(deaf, healthy)) {
			peer.send(new Subscribe(1, Map.of(), TOPIC));
			peer.take(Subscribed.class);
		}
		deaf.link().setReading(false);

		for (int i = 1; i <= 1000; i++) {
			publisher.send(new Publish(i, Map.of("acknowledge", true), TOPIC, Payload.of(i)));
			assertThat(publisher.take(Published.class).request()).isEqualTo(i);
			assertThat(healthy.take(Event.class).payload().args()).containsExactly(i);
		}

		await().untilAsserted(() -> assertThat(this.router.statistics().sessions()).isEqualTo(2));
		assertThat(this.router.statistics().overloads()).isEqualTo(1);
		assertThat(deaf.awaitClosed().code()).isEqualTo(CloseCode.OVERLOADED);
	}

	@Test
	@Tag("R-81")
	void aCalleeThatDoesNotReadBlocksNobodyAndItsCallersAreAnswered() {
		RawPeer deaf = joined(new OutboundLimits(100, 1 << 20));
		RawPeer healthy = joined(Serializer.CBOR);
		RawPeer caller = joined(Serializer.CBOR);
		deaf.send(new Register(1, Map.of(), PROCEDURE));
		deaf.take(Registered.class);
		healthy.send(new Register(1, Map.of(), "com.example.healthy"));
		healthy.take(Registered.class);
		deaf.link().setReading(false);

		for (int i = 1; i <= 100; i++) {
			caller.send(new Call(i, Map.of(), PROCEDURE, Payload.EMPTY));
		}
		caller.send(new Call(101, Map.of(), "com.example.healthy", Payload.EMPTY));
		healthy.send(new Yield(healthy.take(Invocation.class).request(), Map.of(), Payload.EMPTY));
		assertThat(caller.take(Result.class).request()).isEqualTo(101);
		caller.send(new Call(102, Map.of(), PROCEDURE, Payload.EMPTY));

		for (int i = 0; i < 101; i++) {
			assertThat(caller.take(ErrorMessage.class).error()).isEqualTo("wamp.error.canceled");
		}
		assertThat(this.router.statistics().overloads()).isEqualTo(1);
	}

	@Test
	@Tag("R-90")
	@Tag("R-8")
	void closingSaysGoodbyeToAllAndLetsNobodyIn() {
		RouterEntrance entrance = this.router.accept();
		RawPeer one = joined(Serializer.CBOR);
		RawPeer waiting = connect(entrance, Serializer.JSON);

		this.router.close();

		assertThat(one.take(Goodbye.class).reason()).isEqualTo("wamp.close.system_shutdown");
		assertThat(one.awaitClosed().code()).isEqualTo(CloseCode.GOING_AWAY);
		assertThat(waiting.take(Abort.class).reason()).isEqualTo("wamp.close.system_shutdown");
		waiting.awaitClosed();
		RawPeer late = connect(entrance, Serializer.CBOR);
		assertThat(late.take(Abort.class).reason()).isEqualTo("wamp.close.system_shutdown");
		assertThat(late.awaitClosed().code()).isEqualTo(CloseCode.GOING_AWAY);
		assertThat(this.router.statistics().links()).isZero();
		assertThat(this.router.statistics().sessions()).isZero();
	}

	@Test
	@Tag("R-90")
	void closingLeavesNoThreadsAndMayBeRepeated() {
		joined(Serializer.CBOR);
		assertThat(threads()).isNotEmpty();

		this.router.close();
		this.router.close();

		await().untilAsserted(() -> assertThat(threads()).isEmpty());
		assertThat(this.router.isRunning()).isFalse();
	}

	@Test
	void whoAnswersGoodbyeDoesNotMakeTheRouterWait() {
		WampRouter patient = WampRouter.of(RouterConfig.of(RealmConfig.open("realm1"))
			.withLimits(TestLimits.limits(10, Duration.ofSeconds(5), Duration.ofSeconds(60))));
		patient.start();
		RawPeer polite = connect(patient.accept(), Serializer.CBOR);
		polite.join("realm1");
		Thread closing = new Thread(patient::close);
		closing.start();

		polite.take(Goodbye.class);
		polite.send(new Goodbye(Map.of(), "wamp.close.goodbye_and_out"));

		assertThat(polite.awaitClosed().code()).isEqualTo(CloseCode.NORMAL);
		await().untilAsserted(() -> assertThat(patient.isRunning()).isFalse());
	}

	@Test
	void aRouterMayBeStartedAgain() {
		RouterEntrance entrance = this.router.accept();
		this.router.close();

		this.router.start();
		this.router.start();

		RawPeer peer = connect(entrance, Serializer.CBOR);
		peer.join("realm1");
		assertThat(this.router.statistics().sessions()).isEqualTo(1);
	}

	@Test
	void anEntranceClosesItsOwnSessionsOnly() {
		RouterEntrance door = this.router.accept();
		RawPeer throughDoor = connect(door, Serializer.CBOR);
		throughDoor.join("realm1");
		RawPeer elsewhere = joined(Serializer.CBOR);

		door.close();

		assertThat(throughDoor.take(Goodbye.class).reason()).isEqualTo("wamp.close.system_shutdown");
		throughDoor.awaitClosed();
		assertThat(connect(door, Serializer.CBOR).take(Abort.class).reason()).isEqualTo("wamp.close.system_shutdown");
		assertThat(elsewhere.left()).isEmpty();
		assertThat(this.router.statistics().sessions()).isEqualTo(1);
	}

	@Test
	@Tag("R-84")
	void aSilentLinkIsClosed() {
		WampRouter strict = WampRouter.of(RouterConfig.of(RealmConfig.open("realm1"))
			.withLimits(TestLimits.limits(10, Duration.ofMillis(30), Duration.ofMillis(30))));
		strict.start();
		RawPeer silent = connect(strict.accept(), Serializer.CBOR);

		assertThat(silent.take(Abort.class).reason()).isEqualTo("wamp.error.timeout");
		assertThat(silent.awaitClosed().code()).isEqualTo(CloseCode.POLICY);
		await().untilAsserted(() -> assertThat(strict.statistics().links()).isZero());
		assertThat(strict.statistics().joinsRefused()).isEqualTo(1);
		strict.close();
	}

	@Test
	void strangersAreBoundedAndTheApplicationsOwnSessionIsNot() {
		WampRouter small = WampRouter.of(RouterConfig.of(RealmConfig.open("realm1"))
			.withLimits(TestLimits.limits(1, Duration.ofSeconds(5), Duration.ofMillis(20))));
		small.start();
		RawPeer first = connect(small.accept(), Serializer.CBOR);
		first.join("realm1");

		RawPeer second = connect(small.accept(), Serializer.CBOR);
		assertThat(second.take(Abort.class).reason()).isEqualTo("wamp.error.unavailable");
		second.awaitClosed();
		RawPeer own = connect(small.acceptTrusted(), Serializer.CBOR);
		assertThat(own.join("realm1").details()).containsEntry("authrole", "trusted");
		first.link().close(CloseCode.NORMAL, "enough");
		await().untilAsserted(() -> assertThat(small.statistics().sessions()).isEqualTo(1));

		connect(small.accept(), Serializer.CBOR).join("realm1");
		small.close();
	}

	@Test
	@Tag("R-4")
	void sessionIdsAreDrawnFromTheWholeRange() {
		long greatest = 0;
		for (int i = 0; i < 20; i++) {
			RawPeer peer = connect(this.router.accept(), Serializer.CBOR);
			Welcome welcome = peer.join("realm1");
			assertThat(welcome.session()).isBetween(1L, 1L << 53);
			greatest = Math.max(greatest, welcome.session());
		}
		assertThat(greatest).isGreaterThan(1L << 40);
	}

	@Test
	@Tag("R-6")
	@Tag("R-9")
	void oneLinkMayCarrySessionsInSeveralRealms() {
		RawPeer mover = joined(Serializer.CBOR);
		RawPeer here = joined(Serializer.CBOR);
		for (int round = 0; round < 20; round++) {
			mover.send(new Subscribe(1, Map.of(), TOPIC));
			mover.take(Subscribed.class);
			mover.send(new Goodbye(Map.of(), "wamp.close.normal"));
			assertThat(mover.take(Goodbye.class).reason()).isEqualTo("wamp.close.goodbye_and_out");
			mover.join((round % 2 == 0) ? "realm2" : "realm1");
		}
		mover.send(new Goodbye(Map.of(), "wamp.close.normal"));
		mover.take(Goodbye.class);
		mover.join("realm2");

		here.send(new Publish(1, Map.of("acknowledge", true), TOPIC, Payload.EMPTY));
		here.take(Published.class);

		assertThat(mover.left()).isEmpty();
		assertThat(this.router.statistics().sessions()).isEqualTo(2);
	}

	@Test
	void listenersHearOfSessionsAndTheirFaultsHarmNobody() {
		List<String> heard = new CopyOnWriteArrayList<>();
		this.router.addListener(new RouterListener() {
			@Override
			public void onSessionOpened(SessionInfo session) {
				throw new IllegalStateException("a faulty listener");
			}
		});
		RouterListener listener = new RouterListener() {
			@Override
			public void onSessionOpened(SessionInfo session) {
				heard.add("opened " + session.realm() + " " + session.authrole() + " " + session.transport().type());
			}

			@Override
			public void onSessionClosed(SessionInfo session, String reason) {
				heard.add("closed " + session.realm() + " " + reason);
			}
		};
		this.router.addListener(listener);

		RawPeer polite = joined(Serializer.CBOR);
		polite.send(new Goodbye(Map.of(), "wamp.goodbye.normal"));
		polite.take(Goodbye.class);
		RawPeer rude = joined(Serializer.CBOR);
		rude.link().close(CloseCode.NORMAL, "");

		await().untilAsserted(() -> assertThat(heard).containsExactly("opened realm1 anonymous inprocess",
				"closed realm1 wamp.goodbye.normal", "opened realm1 anonymous inprocess",
				"closed realm1 wamp.close.transport_lost"));
		this.router.removeListener(listener);
		joined(Serializer.CBOR);
		assertThat(heard).hasSize(4);
	}

	@Test
	void acceptorsAreStartedAndClosedWithTheRouter() {
		TestAcceptor acceptor = new TestAcceptor(false);
		WampRouter listening = WampRouter.builder(CONFIG).acceptor(acceptor).build();

		listening.start();
		RawPeer peer = connect(acceptor.opener, Serializer.CBOR);
		assertThat(peer.join("realm1").details()).containsEntry("authrole", "anonymous");
		listening.close();

		assertThat(peer.take(Goodbye.class).reason()).isEqualTo("wamp.close.system_shutdown");
		assertThat(acceptor.closed).isTrue();
	}

	@Test
	void anAcceptorThatFailsLeavesNothingStarted() {
		this.router.close();
		TestAcceptor first = new TestAcceptor(false);
		WampRouter failing = WampRouter.builder(CONFIG).acceptor(first).acceptor(new TestAcceptor(true)).build();

		assertThatThrownBy(failing::start).isInstanceOf(LinkException.class).hasMessage("address in use");

		assertThat(first.closed).isTrue();
		assertThat(failing.isRunning()).isFalse();
		await().untilAsserted(() -> assertThat(threads()).isEmpty());
	}

	@Test
	void aLinkWithAFaultOfItsOwnHarmsNoOtherSession() {
		JsonLink faulty = JsonLink.open(this.router.accept(), this.executor);
		faulty.joins("realm1");
		faulty.says("[32,1,{},\"" + TOPIC + "\"]");
		faulty.hears();
		faulty.failsWith(new IllegalStateException("a bug in the transport"));
		RawPeer publisher = joined(Serializer.CBOR);

		publisher.send(new Publish(1, Map.of("acknowledge", true), TOPIC, Payload.EMPTY));

		publisher.take(Published.class);
		assertThat(faulty.awaitClosed()).isEqualTo(CloseCode.INTERNAL_ERROR);
		await().untilAsserted(() -> assertThat(this.router.statistics().sessions()).isEqualTo(1));
		publisher.send(new Publish(2, Map.of("acknowledge", true), TOPIC, Payload.EMPTY));
		publisher.take(Published.class);
	}

	@Test
	@Tag("R-7")
	void aLostLinkIsALeaver() {
		JsonLink lost = JsonLink.open(this.router.accept(), this.executor);
		lost.joins("realm1");
		lost.says("[64,1,{},\"" + PROCEDURE + "\"]");
		assertThat(lost.hears()).startsWith("[65,1,");
		RawPeer caller = joined(Serializer.CBOR);
		caller.send(new Call(1, Map.of(), PROCEDURE, Payload.EMPTY));
		assertThat(lost.hears()).startsWith("[68,1,");

		lost.breaks();

		assertThat(caller.take(ErrorMessage.class).error()).isEqualTo("wamp.error.canceled");
		caller.send(new Call(2, Map.of(), PROCEDURE, Payload.EMPTY));
		assertThat(caller.take(ErrorMessage.class).error()).isEqualTo("wamp.error.no_such_procedure");
	}

	private RawPeer joined(Serializer serializer) {
		RawPeer peer = connect(this.router.accept(), serializer);
		peer.join("realm1");
		return peer;
	}

	private RawPeer joined(OutboundLimits outbound) {
		RawPeer peer = connect(this.router.accept(), Serializer.CBOR, outbound);
		peer.join("realm1");
		return peer;
	}

	private RawPeer connect(LinkOpener<MessageToClient, MessageToRouter> entrance, Serializer serializer) {
		return connect(entrance, serializer, OutboundLimits.DEFAULT);
	}

	private RawPeer connect(LinkOpener<MessageToClient, MessageToRouter> entrance, Serializer serializer,
			OutboundLimits outbound) {
		RawPeer peer = new RawPeer();
		InProcessConnector.Settings settings = new InProcessConnector.Settings(serializer, Mapping.standard(),
				CodecLimits.defaults(), ProtocolMode.STRICT, outbound);
		new InProcessConnector(entrance, this.executor, settings).connect(peer.opener()).toCompletableFuture().join();
		return peer;
	}

	private static List<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("wamp-router"))
			.toList();
	}

	/**
	 * Keeps what the router gave it.
	 */
	private static final class TestAcceptor implements Acceptor {

		private final boolean failing;

		private LinkOpener<MessageToClient, MessageToRouter> opener;

		private boolean closed;

		private TestAcceptor(boolean failing) {
			this.failing = failing;
		}

		@Override
		public void start(LinkOpener<MessageToClient, MessageToRouter> router) {
			if (this.failing) {
				throw new LinkException(LinkException.Kind.OTHER, "address in use", null);
			}
			this.opener = router;
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}
