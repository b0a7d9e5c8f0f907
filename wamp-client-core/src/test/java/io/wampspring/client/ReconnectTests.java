package io.wampspring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.wampspring.client.ScriptedRouter.ScriptedLink;
import io.wampspring.client.session.ManualTimers;
import io.wampspring.lane.SerialLane;
import io.wampspring.message.Abort;
import io.wampspring.message.Call;
import io.wampspring.message.Event;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Hello;
import io.wampspring.message.Invocation;
import io.wampspring.message.Payload;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Yield;
import io.wampspring.transport.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of a connection on a time that stands still, all on the calling thread.
 */
class ReconnectTests {

	private static final BackOff STEADY = new BackOff(-1, Duration.ofMillis(100), Duration.ofSeconds(1), 2, 0,
			Duration.ofSeconds(10), true, true, BackOff.FINAL_REASONS);

	private final ScriptedRouter router = new ScriptedRouter(Runnable::run);

	private final ScriptedRouter other = new ScriptedRouter(Runnable::run);

	private final ManualTimers time = new ManualTimers();

	private final RecordingListener heard = new RecordingListener();

	private final RecordingErrorHandler errors = new RecordingErrorHandler();

	private WampConnection connection;

	@AfterEach
	void close() {
		this.connection.close();
		this.time.advance(60_000);
	}

	private WampConnection connection(ReconnectPolicy policy, Connector... connectors) {
		ConnectionBuilder builder = (ConnectionBuilder) WampConnection.builder()
			.realm("realm1")
			.connectors(List.of(connectors))
			.retry(policy)
			.random(new Random(1))
			.executor(Runnable::run)
			.errorHandler(this.errors)
			.listener(this.heard);
		this.connection = builder.control(new SerialLane(Runnable::run), this.time).build();
		return this.connection;
	}

	@Test
	@Tag("E-141")
	void theFirstConnectionIsUnreachableAndThePlainClientDoesNotTryAgain() {
		this.router.refuse();
		CompletableFuture<WampSession> open = connection(BackOff.DEFAULT, this.router).open();

		assertThat(open).isCompletedExceptionally();
		assertThat(this.heard.closes).singleElement()
			.satisfies((closed) -> assertThat(closed.reason()).isEqualTo(CloseReason.UNREACHABLE))
			.satisfies((closed) -> assertThat(closed.willRetry()).isFalse());
		assertThat(this.heard.givenUp).hasSize(1);
		assertThat(this.time.size()).isZero();
	}

	@Test
	@Tag("E-141")
	void aBrokenTransportIsLostAndARoutersFarewellIsClosed() {
		connection(STEADY, this.router).open();
		this.router.link(1).lose();
		assertThat(this.heard.lastClose().reason()).isEqualTo(CloseReason.LOST);
		this.time.advance(100);
		this.router.link(2).deliver(new Goodbye(Map.of("message", "bye"), "wamp.close.system_shutdown"));
		assertThat(this.heard.lastClose().reason()).isEqualTo(CloseReason.CLOSED);
		assertThat(this.heard.lastClose().uri()).isEqualTo("wamp.close.system_shutdown");
		assertThat(this.heard.lastClose().message()).isEqualTo("bye");
		assertThat(this.heard.lastClose().willRetry()).isTrue();
	}

	@Test
	@Tag("E-141")
	void anAbortDuringTheFirstJoinIsClosed() {
		this.router.onHello((link) -> link.deliver(new Abort(Map.of(), "wamp.error.no_such_realm", Payload.EMPTY)));
		connection(STEADY, this.router).open();
		assertThat(this.heard.lastClose().reason()).isEqualTo(CloseReason.CLOSED);
		assertThat(this.heard.lastClose().uri()).isEqualTo("wamp.error.no_such_realm");
		assertThat(this.heard.lastClose().willRetry()).isFalse();
	}

	@Test
	@Tag("E-138")
	void aLimitIsReportedOnceWhenItIsReached() {
		this.router.refuse();
		CompletableFuture<WampSession> open = connection(STEADY.withMaxRetries(2), this.router).open();
		this.time.advance(10_000);

		assertThat(this.router.attempts()).isEqualTo(3);
		assertThat(this.heard.closes).extracting(ConnectionClosed::willRetry).containsExactly(true, true, false);
		assertThat(this.heard.givenUp).hasSize(1);
		assertThat(open).isCompletedExceptionally();
		assertThat(this.connection.isRetrying()).isFalse();
	}

	@Test
	@Tag("E-138")
	void withoutALimitItNeverGivesUpAndTheDelaysGrowToTheMaximum() {
		this.router.refuse();
		connection(STEADY, this.router).open();
		this.time.advance(100_000);

		assertThat(this.router.attempts()).isGreaterThan(90);
		assertThat(this.heard.retries).extracting(Retry::delay)
			.startsWith(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800),
					Duration.ofSeconds(1), Duration.ofSeconds(1));
		assertThat(this.connection.isRetrying()).isTrue();
	}

	@Test
	@Tag("E-21")
	void closingWhileItWaitsStopsTheTimerAndNothingIsTriedAgain() {
		this.router.refuse();
		CompletableFuture<WampSession> open = connection(STEADY, this.router).open();
		assertThat(this.connection.isRetrying()).isTrue();

		assertThat(this.connection.close()).isCompletedWithValueMatching((text) -> text != null);
		this.router.accept();
		this.time.advance(100_000);

		assertThat(this.router.attempts()).isEqualTo(1);
		assertThat(this.connection.state()).isEqualTo(ConnectionState.CLOSED);
		assertThat(open).isCompletedExceptionally();
	}

	@Test
	@Tag("E-22")
	void openingTwiceFailsAndClosingTwiceDoesNot() {
		WampConnection opened = connection(STEADY, this.router);
		assertThat(opened.close()).isCompletedWithValueMatching((text) -> text != null);
		assertThat(opened.open()).isCompleted();
		assertThat(opened.open()).isCompletedExceptionally();

		CompletableFuture<String> first = opened.close();
		CompletableFuture<String> second = opened.close();
		assertThat(first).isCompletedWithValue(null);
		assertThat(second).isCompleted();
		assertThat(this.router.link(1).all(Goodbye.class)).hasSize(1);
	}

	@Test
	@Tag("E-139")
	void aRouterThatAcceptsAndDropsIsBackedOffFrom() {
		connection(STEADY, this.router).open();
		for (int i = 1; i <= 3; i++) {
			this.router.link(i).lose();
			this.time.advance(1000);
		}
		assertThat(this.heard.retries).extracting(Retry::number).containsExactly(1, 2, 3);

		this.time.advance(10_000);
		this.router.link(4).lose();
		assertThat(this.heard.retries).last()
			.satisfies((retry) -> assertThat(retry.number()).isEqualTo(1))
			.satisfies((retry) -> assertThat(retry.delay()).isEqualTo(Duration.ofMillis(100)));
	}

	@Test
	@Tag("E-140")
	void aTransportThatFailsMovesOnToTheNextWithinTheCycle() {
		this.router.refuse();
		CompletableFuture<WampSession> open = connection(STEADY, this.router, this.other).open();
		assertThat(open).isCompleted();
		assertThat(this.other.links).hasSize(1);
		assertThat(this.heard.closes).isEmpty();
	}

	@Test
	@Tag("E-140")
	void aTransportOnWhichTheJoinFailsMovesOnToo() {
		this.router.onHello((link) -> link.deliver(new Abort(Map.of(), "wamp.error.no_such_realm", Payload.EMPTY)));
		assertThat(connection(STEADY, this.router, this.other).open()).isCompleted();
		assertThat(this.other.link().all(Hello.class)).hasSize(1);
	}

	@Test
	@Tag("E-140")
	void thereIsOneDelayForACycleOfAllTransports() {
		this.router.refuse();
		this.other.refuse();
		connection(STEADY, this.router, this.other).open();
		assertThat(this.heard.retries).hasSize(1);
		this.time.advance(100);
		assertThat(this.heard.retries).hasSize(2);
		assertThat(this.router.attempts()).isEqualTo(2);
		assertThat(this.other.attempts()).isEqualTo(2);
	}

	@Test
	@Tag("E-144")
	void aRefusedLoginIsFinalUnlessItIsConfiguredNotToBe() {
		this.router
			.onHello((link) -> link.deliver(new Abort(Map.of(), "wamp.error.authentication_failed", Payload.EMPTY)));
		connection(STEADY, this.router).open();
		assertThat(this.heard.givenUp).hasSize(1);

		connection(STEADY.withFinalReasons(Set.of()), this.router).open();
		assertThat(this.connection.isRetrying()).isTrue();
	}

	@Test
	@Tag("E-14")
	void callsAreServedWhileEndpointsAreRestoredAndTheSessionIsAnnouncedAfterwards() {
		WampConnection declared = connection(STEADY, this.router);
		declared.client().register("com.example.first").handle((call) -> "served");
		declared.client().register("com.example.second").handle((call) -> "never");
		declared.open();
		ScriptedLink link = this.router.link();
		List<Register> asked = link.all(Register.class);
		assertThat(asked).hasSize(2);

		link.deliver(new Registered(asked.get(0).request(), 77), new Invocation(1, 77, Map.of(), Payload.EMPTY));
		assertThat(link.all(Yield.class)).containsExactly(new Yield(1, Map.of(), Payload.of("served")));
		assertThat(this.heard.sessions).isEmpty();

		link.deliver(new Registered(asked.get(1).request(), 78));
		assertThat(this.heard.sessions).hasSize(1);
	}

	@Test
	@Tag("E-143")
	void aSessionThatIsLostWhileEndpointsAreRestoredIsNeverAnnounced() {
		WampConnection declared = connection(STEADY, this.router);
		declared.client().register("com.example.first").handle((call) -> "served");
		CompletableFuture<WampSession> open = declared.open();
		this.router.link(1).await(Register.class);
		this.router.link(1).lose();

		assertThat(this.heard.sessions).isEmpty();
		assertThat(this.heard.states).doesNotContain(ConnectionState.OPEN);
		assertThat(open).isNotDone();
		this.time.advance(100);
		ScriptedLink second = this.router.link(2);
		second.deliver(new Registered(second.await(Register.class).request(), 77));
		assertThat(this.heard.sessions).hasSize(1);
		assertThat(open).isCompletedWithValue(declared.session());
	}

	@Test
	@Tag("E-14")
	void aRouterThatDoesNotAnswerTheRestoreIsNotWaitedForLongerThanTheJoinMayTake() {
		WampConnection declared = connection(STEADY, this.router);
		declared.client().register("com.example.first").handle((call) -> "served");
		declared.open();
		this.time.advance(9_999);
		assertThat(this.heard.sessions).isEmpty();
		this.time.advance(1);
		assertThat(this.heard.sessions).hasSize(1);
	}

	@Test
	@Tag("E-145")
	@Tag("E-46")
	void nothingOfAnOldSessionReachesTheNewOneWhichCountsFromOneAgain() {
		List<Long> events = new ArrayList<>();
		connection(STEADY, this.router).open();
		this.connection.client().subscribe("com.example.t").handle((event) -> events.add(event.publication()));
		ScriptedLink old = this.router.link(1);
		old.deliver(new Subscribed(1, 200));
		CompletableFuture<String> lost = this.connection.client().call("com.example.p").retrieveAsync(String.class);
		old.lose();
		this.time.advance(100);
		ScriptedLink link = this.router.link(2);
		link.deliver(new Subscribed(1, 200));
		CompletableFuture<String> call = this.connection.client().call("com.example.p").retrieveAsync(String.class);
		assertThat(link.all(Subscribe.class)).extracting(Subscribe::request).containsExactly(1L);
		assertThat(link.all(Call.class)).extracting(Call::request).containsExactly(2L);

		old.deliverLate(new Result(2, Map.of(), Payload.of("old")), new Event(200, 1, Map.of(), Payload.EMPTY));
		assertThat(lost).isCompletedExceptionally();
		assertThat(call).isNotDone();
		assertThat(events).isEmpty();

		link.deliver(new Result(2, Map.of(), Payload.of("new")), new Event(200, 2, Map.of(), Payload.EMPTY));
		assertThat(call).isCompletedWithValue("new");
		assertThat(events).containsExactly(2L);
	}

	@Test
	void aPreparationThatWaitsForTheApplicationIsNotBoundedAndTheRouterHasItsFullTimeAfterwards() {
		HeldPreparer preparer = new HeldPreparer();
		WampConnection held = connection(STEADY, this.router);
		held.addPreparer(preparer);
		held.open();
		this.time.advance(55_000);
		assertThat(held.state()).isEqualTo(ConnectionState.RESTORING);

		preparer.held = false;
		this.time.advance(9_999);
		assertThat(this.heard.sessions).isEmpty();
		this.time.advance(10_001);
		assertThat(this.heard.sessions).hasSize(1);
	}

	/** Waits, for the application first and then for the router, for ever. */
	private static final class HeldPreparer implements SessionPreparer {

		private boolean held = true;

		@Override
		public CompletableFuture<Void> prepare(WampSession session) {
			return new CompletableFuture<>();
		}

		@Override
		public boolean isHeld() {
			return this.held;
		}

	}

}
