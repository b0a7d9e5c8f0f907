package io.wampspring.router.core;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.wampspring.message.Abort;
import io.wampspring.message.Authenticate;
import io.wampspring.message.Call;
import io.wampspring.message.Cancel;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Hello;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Publish;
import io.wampspring.message.Register;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Welcome;
import io.wampspring.message.Yield;
import io.wampspring.options.RoleFeatures;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.CloseCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

/**
 * The life of a session: what may come when, and how it ends.
 */
class RouterSessionTests {

	private static final Goodbye GOODBYE = new Goodbye(Map.of(), "wamp.close.normal");

	private final CoreRouter router = new CoreRouter();

	@ParameterizedTest
	@MethodSource
	@Tag("R-1")
	void anythingButHelloFirstIsAViolation(MessageToRouter first) {
		CorePeer peer = this.router.connect();

		peer.says(first);

		assertAborted(peer, "wamp.error.protocol_violation", CloseCode.PROTOCOL_ERROR);
		assertThat(peer.violation()).contains(first.type().name());
	}

	static List<MessageToRouter> anythingButHelloFirstIsAViolation() {
		return List.of(GOODBYE, new Authenticate("secret", Map.of()),
				new ErrorMessage(MessageType.INVOCATION, 1, Map.of(), "a.b", Payload.EMPTY),
				new Publish(1, Map.of(), "a.b", Payload.EMPTY), new Subscribe(1, Map.of(), "a.b"),
				new Unsubscribe(1, 1, Map.of()), new Call(1, Map.of(), "a.b", Payload.EMPTY), new Cancel(1, Map.of()),
				new Register(1, Map.of(), "a.b"), new Unregister(1, 1, Map.of()),
				new Yield(1, Map.of(), Payload.EMPTY));
	}

	@Test
	@Tag("R-5")
	void goodbyeIsAnsweredOnceAndNothingOfTheSessionIsLeftBefore() {
		CorePeer peer = this.router.join();
		peer.subscribe("com.example.topic");
		peer.register("com.example.procedure");

		peer.says(GOODBYE);

		assertThat(peer.take(Goodbye.class)).isEqualTo(new Goodbye(Map.of(), "wamp.close.goodbye_and_out"));
		assertThat(peer.received()).isEmpty();
		assertThat(peer.history()).endsWith("left wamp.close.normal", "send GOODBYE");
		assertThat(this.router.isIdle()).isTrue();
		assertThat(peer.closed()).isNull();
	}

	@Test
	@Tag("R-6")
	void anotherSessionMayFollowOnTheSameLink() {
		CorePeer peer = this.router.connect();
		long first = peer.join(CoreRouter.REALM, CorePeer.PLAIN).session();
		peer.register("com.example.procedure");
		peer.says(GOODBYE);
		peer.take(Goodbye.class);

		long second = peer.join(CoreRouter.REALM, CorePeer.PLAIN).session();

		assertThat(second).isNotEqualTo(first);
		peer.says(new Register(1, Map.of(), "com.example.procedure"));
		assertThat(peer.types()).containsExactly("REGISTERED");
	}

	@Test
	@Tag("R-6")
	@Tag("R-9")
	void theNextSessionMayBeInAnotherRealm() {
		CoreRouter two = new CoreRouter(RouterConfig.of(RealmConfig.open("realm1"), RealmConfig.open("realm2")));
		CorePeer inFirst = two.join();
		CorePeer mover = two.join();
		mover.subscribe("com.example.topic");
		mover.says(GOODBYE);
		mover.take(Goodbye.class);
		mover.join("realm2", CorePeer.PLAIN);

		inFirst.publish("com.example.topic", 1);

		assertThat(mover.received()).isEmpty();
	}

	@Test
	void aLinkThatStaysAfterGoodbyeWithoutHelloIsClosed() {
		CorePeer peer = this.router.join();
		peer.says(GOODBYE);
		peer.take(Goodbye.class);

		this.router.timers().advance(5000);

		assertThat(peer.closed()).isEqualTo(CloseCode.NORMAL);
		assertThat(peer.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	@Tag("R-7")
	@Tag("R-59")
	void everyWayOfLeavingFreesTheSame(Consumer<CorePeer> leaving) {
		CorePeer caller = this.router.join();
		CorePeer leaver = this.router.join();
		leaver.subscribe("com.example.topic");
		leaver.register("com.example.procedure");
		long request = caller.call("com.example.procedure");

		leaving.accept(leaver);

		caller.takeError(MessageType.CALL, request, "wamp.error.canceled");
		request = caller.call("com.example.procedure");
		caller.takeError(MessageType.CALL, request, "wamp.error.no_such_procedure");
		caller.publish("com.example.topic");
		assertThat(leaver.types()).doesNotContain("EVENT");
		caller.disconnect();
		assertThat(this.router.isIdle()).isTrue();
	}

	static Stream<Object> everyWayOfLeavingFreesTheSame() {
		return Stream.of(named("GOODBYE", (Consumer<CorePeer>) (peer) -> peer.says(GOODBYE)), named("ABORT",
				(Consumer<CorePeer>) (peer) -> peer.says(new Abort(Map.of(), "com.example.broken", Payload.EMPTY))),
				named("loss", (Consumer<CorePeer>) CorePeer::disconnect),
				named("violation",
						(Consumer<CorePeer>) (peer) -> peer.session()
							.violate(new ProtocolViolationException("bad bytes"))),
				named("close by the router", (Consumer<CorePeer>) (peer) -> peer.session()
					.close("wamp.close.system_shutdown", CloseCode.GOING_AWAY)));
	}

	@Test
	@Tag("R-7")
	void abortOfTheClientIsNotAnswered() {
		CorePeer peer = this.router.join();

		peer.says(new Abort(Map.of(), "com.example.broken", Payload.EMPTY));

		assertThat(peer.received()).isEmpty();
		assertThat(peer.closed()).isEqualTo(CloseCode.NORMAL);
		assertThat(peer.history()).contains("left com.example.broken");
	}

	@Test
	@Tag("R-8")
	void aSessionThatTheRouterClosesIsDetachedBeforeItAnswers() {
		CorePeer peer = this.router.join();
		peer.subscribe("com.example.topic");

		peer.session().close("wamp.close.system_shutdown", CloseCode.GOING_AWAY);

		assertThat(peer.take(Goodbye.class).reason()).isEqualTo("wamp.close.system_shutdown");
		assertThat(this.router.isIdle()).isTrue();
		assertThat(peer.closed()).isNull();
		peer.says(new Goodbye(Map.of(), "wamp.error.goodbye_and_out"));
		assertThat(peer.closed()).isEqualTo(CloseCode.NORMAL);
		assertThat(peer.received()).isEmpty();
		assertThat(this.router.timers().pending()).isZero();
	}

	@Test
	@Tag("R-8")
	void aSessionThatDoesNotAnswerTheRoutersGoodbyeIsClosedAfterASecond() {
		CorePeer peer = this.router.join();
		peer.session().close("wamp.close.system_shutdown", CloseCode.GOING_AWAY);
		peer.take(Goodbye.class);

		peer.says(new Call(1, Map.of(), "com.example.procedure", Payload.EMPTY));
		peer.says(new Hello(CoreRouter.REALM, Map.of("roles", CorePeer.PLAIN)));
		this.router.timers().advance(999);
		assertThat(peer.closed()).isNull();
		this.router.timers().advance(1);

		assertThat(peer.closed()).isEqualTo(CloseCode.GOING_AWAY);
		assertThat(peer.received()).isEmpty();
	}

	@Test
	void aLinkWithoutSessionIsAbortedWhenTheRouterCloses() {
		CorePeer peer = this.router.connect();

		peer.session().close("wamp.close.system_shutdown", CloseCode.GOING_AWAY);

		assertAborted(peer, "wamp.close.system_shutdown", CloseCode.GOING_AWAY);
	}

	@Test
	void aLinkWhoseClientSaidGoodbyeHearsNothingMoreWhenTheRouterCloses() {
		CorePeer peer = this.router.join();
		peer.says(GOODBYE);
		peer.take(Goodbye.class);

		peer.session().close("wamp.close.system_shutdown", CloseCode.GOING_AWAY);

		assertThat(peer.received()).isEmpty();
		assertThat(peer.closed()).isEqualTo(CloseCode.GOING_AWAY);
	}

	@Test
	@Tag("R-9")
	void nothingCrossesRealms() {
		CoreRouter two = new CoreRouter(RouterConfig.of(RealmConfig.open("realm1"), RealmConfig.open("realm2")));
		CorePeer here = two.join();
		CorePeer there = two.connect();
		there.join("realm2", CorePeer.PLAIN);
		long subscription = here.subscribe("com.example.topic");
		long registration = here.register("com.example.procedure");

		there.publish("com.example.topic", 1);
		long call = there.call("com.example.procedure");
		there.says(new Unsubscribe(90, subscription, Map.of()));
		there.says(new Unregister(91, registration, Map.of()));

		there.takeError(MessageType.CALL, call, "wamp.error.no_such_procedure");
		there.takeError(MessageType.UNSUBSCRIBE, 90, "wamp.error.no_such_subscription");
		there.takeError(MessageType.UNREGISTER, 91, "wamp.error.no_such_registration");
		assertThat(here.received()).isEmpty();
		there.register("com.example.procedure");
	}

	@ParameterizedTest
	@MethodSource
	@Tag("R-10")
	@Tag("E-35")
	void aViolationEndsTheSessionAndNothingAfterItIsProcessed(MessageToRouter wrong) {
		CorePeer subscriber = this.router.join();
		subscriber.subscribe("com.example.topic");
		CorePeer peer = this.router.join();
		peer.register("com.example.procedure");

		peer.says(wrong);
		peer.publish("com.example.topic", "too late");

		assertAborted(peer, "wamp.error.protocol_violation", CloseCode.PROTOCOL_ERROR);
		assertThat(peer.history()).endsWith("left wamp.error.protocol_violation", "send ABORT", "close PROTOCOL_ERROR");
		assertThat(subscriber.received()).isEmpty();
		subscriber.register("com.example.procedure");
	}

	static List<MessageToRouter> aViolationEndsTheSessionAndNothingAfterItIsProcessed() {
		return List.of(new Hello(CoreRouter.REALM, Map.of("roles", CorePeer.PLAIN)),
				new Authenticate("secret", Map.of()),
				new ErrorMessage(MessageType.CALL, 1, Map.of(), "a.b", Payload.EMPTY),
				new ErrorMessage(MessageType.SUBSCRIBE, 1, Map.of(), "a.b", Payload.EMPTY),
				new Publish(1, Map.of("acknowledge", 1), "a.b", Payload.EMPTY),
				new Publish(1, Map.of("exclude", List.of("a")), "a.b", Payload.EMPTY),
				new Subscribe(1, Map.of("match", "invalid"), "a.b"), new Register(1, Map.of("match", 7), "a.b"),
				new Call(1, Map.of("receive_progress", "yes"), "a.b", Payload.EMPTY), new Cancel(1, Map.of("mode", 1)),
				new Yield(1, Map.of("progress", "no"), Payload.EMPTY));
	}

	@Test
	@Tag("R-10")
	void bytesThatAreNoMessageEndTheSessionToo() {
		CorePeer peer = this.router.join();

		peer.session().violate(new ProtocolViolationException("unknown message type 99"));

		Abort abort = peer.take(Abort.class);
		assertThat(abort.details()).containsEntry("message", "unknown message type 99");
		assertThat(peer.closed()).isEqualTo(CloseCode.PROTOCOL_ERROR);
		peer.session().violate(new ProtocolViolationException("again"));
		assertThat(peer.received()).isEmpty();
	}

	@Test
	void whatTheClientSentIsNotEchoedAtLength() {
		CorePeer peer = this.router.join();

		peer.session().violate(new ProtocolViolationException("x".repeat(100_000)));

		assertThat((String) peer.take(Abort.class).details().get("message")).hasSizeLessThan(300);
	}

	@Test
	@Tag("R-11")
	void unknownOptionsAndDetailsAreIgnored() {
		CorePeer peer = this.router.connect();
		Map<String, Object> unknown = Map.of("_custom", 1, "x_other", Map.of());
		peer.says(new Hello(CoreRouter.REALM, Map.of("roles", CorePeer.ALL_FEATURES, "x_other", 1)));
		peer.take(Welcome.class);

		peer.says(new Subscribe(1, unknown, "com.example.topic"));
		peer.says(new Register(2, unknown, "com.example.procedure"));
		peer.says(new Publish(3, Map.of("exclude_me", false, "x_other", 1), "com.example.topic", Payload.EMPTY));
		peer.says(new Call(4, unknown, "com.example.procedure", Payload.EMPTY));
		peer.says(new Yield(1, unknown, Payload.EMPTY));

		assertThat(peer.types()).containsExactly("SUBSCRIBED", "REGISTERED", "EVENT", "INVOCATION", "RESULT");
		assertThat(peer.received().get(2)).isInstanceOfSatisfying(Event.class,
				(event) -> assertThat(event.details()).isEmpty());
		assertThat(peer.received().get(3)).isInstanceOfSatisfying(Invocation.class,
				(invocation) -> assertThat(invocation.details()).isEmpty());
	}

	@Test
	@Tag("R-12")
	void aGapInTheRequestIdsIsTakenByDefault() {
		CorePeer peer = this.router.join();

		peer.says(new Subscribe(77, Map.of(), "com.example.topic"));
		peer.says(new Subscribe(5, Map.of(), "com.example.other"));

		assertThat(peer.types()).containsExactly("SUBSCRIBED", "SUBSCRIBED");
	}

	@Test
	@Tag("R-12")
	void aGapInTheRequestIdsIsAViolationIfStrict() {
		CoreRouter strict = new CoreRouter(
				RouterConfig.of(RealmConfig.open(CoreRouter.REALM)).withStrictRequestIds(true));
		CorePeer peer = strict.join();
		peer.subscribe("com.example.topic");
		peer.register("com.example.procedure");
		peer.call("com.example.procedure");
		peer.take(Invocation.class);
		peer.says(new Cancel(3, Map.of("mode", "kill")));
		peer.take(Interrupt.class);
		peer.publish("com.example.topic");

		peer.says(new Publish(6, Map.of(), "com.example.topic", Payload.EMPTY));

		assertAborted(peer, "wamp.error.protocol_violation", CloseCode.PROTOCOL_ERROR);
		assertThat(peer.violation()).isEqualTo("PUBLISH.Request is 6 instead of 5");
	}

	@Test
	@Tag("R-12")
	void afterTheGreatestRequestIdComesOneAgain() {
		CoreRouter strict = new CoreRouter(
				RouterConfig.of(RealmConfig.open(CoreRouter.REALM)).withStrictRequestIds(true));
		Realm realm = strict.realm();
		Peer peer = realm.join(new Identity("a", "b", "c", "d"), RoleFeatures.NONE, (message) -> true);
		Membership atTheEnd = new Membership(realm, peer, true, (1L << 53) - 1);

		atTheEnd.publish(new Publish(1L << 53, Map.of(), "com.example.topic", Payload.EMPTY));
		atTheEnd.publish(new Publish(1, Map.of(), "com.example.topic", Payload.EMPTY));

		assertThat(strict.counted(Tally.Count.PUBLICATION)).isEqualTo(2);
	}

	@Test
	@Tag("R-84")
	void aLinkWithoutHelloIsClosedAfterFiveSeconds() {
		CorePeer peer = this.router.connect();

		this.router.timers().advance(4999);
		assertThat(peer.closed()).isNull();
		this.router.timers().advance(1);

		assertAborted(peer, "wamp.error.timeout", CloseCode.POLICY);
	}

	@Test
	void noTimerIsLeftOfALinkThatWasLost() {
		CorePeer peer = this.router.connect();

		peer.disconnect();

		assertThat(this.router.timers().pending()).isZero();
		this.router.timers().advance(10_000);
		assertThat(peer.received()).isEmpty();
	}

	@Test
	void aFaultOfTheRouterEndsTheSession() {
		CorePeer peer = this.router.join();

		peer.session().fail();

		assertAborted(peer, "wamp.error.runtime_error", CloseCode.INTERNAL_ERROR);
		assertThat(this.router.isIdle()).isTrue();
	}

	private static void assertAborted(CorePeer peer, String reason, CloseCode code) {
		Abort abort = peer.take(Abort.class);
		assertThat(abort.reason()).isEqualTo(reason);
		assertThat(abort.details()).containsKey("message");
		assertThat(peer.received()).isEmpty();
		assertThat(peer.closed()).isEqualTo(code);
	}

}
