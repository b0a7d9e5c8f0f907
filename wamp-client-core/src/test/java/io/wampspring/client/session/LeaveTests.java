package io.wampspring.client.session;

import java.util.Map;
import java.util.stream.Stream;

import io.wampspring.client.session.Core.Answered;
import io.wampspring.client.session.Core.Calls;
import io.wampspring.client.session.Core.Events;
import io.wampspring.client.session.Core.Invocations;
import io.wampspring.message.Abort;
import io.wampspring.message.Challenge;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Published;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unsubscribed;
import io.wampspring.message.Welcome;
import io.wampspring.options.PublishOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The end of a session, by either side and by the transport.
 */
class LeaveTests {

	@Test
	@Tag("E-15")
	void theRoutersGoodbyeIsAnsweredOnce() {
		Core core = Core.lenient().join();

		core.receive(new Goodbye(Map.of("message", "restart"), "wamp.close.system_shutdown"));
		core.receive(new Goodbye(Map.of(), "wamp.close.system_shutdown"));

		assertThat(core.sent).containsExactly(new Goodbye(Map.of(), "wamp.close.goodbye_and_out"));
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.DISMISSED);
		assertThat(core.end().uri()).isEqualTo("wamp.close.system_shutdown");
		assertThat(core.end().message()).isEqualTo("restart");
	}

	@Test
	@Tag("E-16")
	void crossingGoodbyesAreNotAnsweredASecondTime() {
		Core core = Core.lenient().join();
		core.session.leave("wamp.goodbye.normal", null);

		core.receive(new Goodbye(Map.of(), "wamp.close.system_shutdown"));

		assertThat(core.sent).containsExactly(new Goodbye(Map.of(), "wamp.goodbye.normal"));
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.LEFT);
		assertThat(core.end().message()).isNull();
	}

	@ParameterizedTest
	@MethodSource("anything")
	@Tag("E-17")
	void afterGoodbyeEverythingElseIsIgnored(MessageToClient message) {
		Core core = Core.lenient().join();
		Events events = new Events();
		core.subscribed("com.t", 200, events);
		core.session.leave("wamp.goodbye.normal", null);

		core.receive(message);

		assertThat(core.sent).hasSize(1);
		assertThat(core.isOver()).isFalse();
		assertThat(events.events).isEmpty();
		core.receive(new Goodbye(Map.of(), "wamp.close.goodbye_and_out"));
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.LEFT);
	}

	static Stream<MessageToClient> anything() {
		return Stream.of(new Welcome(5, Map.of()), new Challenge("ticket", Map.of()),
				new Event(200, 1, Map.of(), Payload.EMPTY), new Invocation(1, 100, Map.of(), Payload.EMPTY),
				new Result(1, Map.of(), Payload.EMPTY), new Published(1, 1), new Subscribed(1, 1), new Unsubscribed(1),
				new Interrupt(1, Map.of()),
				new ErrorMessage(MessageType.INVOCATION, 1, Map.of(), "com.e", Payload.EMPTY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "wamp.close.goodbye_and_out", "wamp.close.normal", "wamp.error.goodbye_and_out",
			"com.example.anything" })
	@Tag("E-18")
	void anyReasonAnswersGoodbye(String reason) {
		Core core = Core.lenient().join();
		core.session.leave("wamp.goodbye.normal", null);

		core.receive(new Goodbye(Map.of(), reason));

		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.LEFT);
		assertThat(core.end().message()).isNull();
	}

	@Test
	@Tag("E-19")
	void aRouterThatDoesNotAnswerGoodbyeIsLeftAllTheSame() {
		Core core = Core.lenient().join();
		core.session.leave("wamp.goodbye.normal", null);

		core.timers.advance(999);
		assertThat(core.isOver()).isFalse();
		core.timers.advance(1);

		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.LEFT);
		assertThat(core.end().message()).isEqualTo("GOODBYE was not answered within 1000 ms");
		assertThat(core.timers.size()).isZero();
	}

	@Test
	@Tag("E-19")
	void aTransportThatClosesBeforeTheAnswerEndsTheLeaving() {
		Core core = Core.lenient().join();
		core.session.leave("wamp.goodbye.normal", null);

		core.session.onTransportClosed("gone", null);

		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.LEFT);
		assertThat(core.end().message()).isEqualTo("the transport closed before GOODBYE was answered");
	}

	@Test
	@Tag("E-20")
	void reasonAndMessageOfTheCloseAreInGoodbye() {
		Core core = Core.lenient().join();

		core.session.leave("com.example.signout", "see you");

		assertThat(core.sent).containsExactly(new Goodbye(Map.of("message", "see you"), "com.example.signout"));
	}

	@Test
	@Tag("E-1")
	void leavingBeforeWelcomeAborts() {
		Core core = Core.lenient().start();

		core.session.leave("com.example.signout", "too slow");

		assertThat(core.sent)
			.containsExactly(new Abort(Map.of("message", "too slow"), "com.example.signout", Payload.EMPTY));
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.LEFT);
		core.receive(new Welcome(1, Core.ROUTER));
		assertThat(core.joined).isNull();
	}

	@Test
	@Tag("E-23")
	void everythingThatWaitsFailsOnceWithTheReasonOfTheEnd() {
		Core core = Core.lenient().join();
		SubscriptionEntry subscription = core.subscribed("com.s", 200, new Events());
		RegistrationEntry registration = core.registered("com.r", 100, new Invocations());
		Calls call = core.call("com.p", false);
		Answered<Long> publication = new Answered<>();
		core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY, 0, publication);
		Answered<SubscriptionEntry> subscribe = core.subscribe("com.t", new Events());
		Answered<RegistrationEntry> register = core.register("com.p", new Invocations());
		Answered<Boolean> unsubscribe = new Answered<>();
		core.subscriber().unsubscribe(subscription, 0, unsubscribe);
		Answered<Void> unregister = new Answered<>();
		core.callee().unregister(registration, 0, unregister);

		core.receive(new Goodbye(Map.of(), "wamp.close.system_shutdown"));
		core.receive(new Result(3, Map.of(), Payload.EMPTY));
		core.session.onTransportClosed("gone", null);
		core.timers.advance(100_000);

		assertThat(call.failure().uri()).isEqualTo("wamp.close.system_shutdown");
		assertThat(call.failure().kind()).isEqualTo(Failure.Kind.LOST);
		assertThat(publication.failure().uri()).isEqualTo("wamp.close.system_shutdown");
		assertThat(subscribe.failure().uri()).isEqualTo("wamp.close.system_shutdown");
		assertThat(register.failure().uri()).isEqualTo("wamp.close.system_shutdown");
		assertThat(unsubscribe.failure().uri()).isEqualTo("wamp.close.system_shutdown");
		assertThat(unregister.failure().uri()).isEqualTo("wamp.close.system_shutdown");
	}

	@Test
	@Tag("E-23")
	void aLostTransportFailsWhatWaitsAndWhatComesAfterIt() {
		Core core = Core.lenient().join();
		Calls before = core.call("com.p", false);

		core.session.onTransportClosed("broken", null);
		Calls after = core.call("com.p", false);

		assertThat(before.failure().uri()).isEqualTo("wamp.close.transport_lost");
		assertThat(before.failure().kind()).isEqualTo(Failure.Kind.LOST);
		assertThat(after.failure().kind()).isEqualTo(Failure.Kind.UNSENT);
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.LOST);
	}

	@Test
	@Tag("E-24")
	void nothingFollowsGoodbye() {
		Core core = Core.lenient().join();
		Invocations invocations = new Invocations();
		core.registered("com.p", 100, invocations);
		core.receive(new Invocation(1, 100, Map.of(), Payload.EMPTY));

		core.session.leave("wamp.goodbye.normal", null);
		invocations.last().complete(Payload.of("late"));
		core.call("com.q", false);
		core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY);
		core.subscribe("com.t", new Events());
		core.register("com.p", new Invocations());
		core.session.leave("wamp.goodbye.normal", null);

		assertThat(core.sent).containsExactly(new Goodbye(Map.of(), "wamp.goodbye.normal"));
	}

	@Test
	void handlersHearThatNobodyWaitsAnyMore() {
		Core core = Core.lenient().join();
		Invocations invocations = new Invocations();
		core.registered("com.p", 100, invocations);
		core.receive(new Invocation(1, 100, Map.of(), Payload.EMPTY));

		core.session.onTransportClosed("broken", null);

		assertThat(invocations.interrupts).hasSize(1);
		assertThat(invocations.interrupts.get(0).reason()).isEqualTo("wamp.close.transport_lost");
	}

	@Test
	@Tag("E-25")
	void anAbortOfAnOpenSessionEndsItWithoutAnAnswer() {
		Core core = Core.lenient().join();
		Calls call = core.call("com.p", false);
		core.sent.clear();

		core.receive(new Abort(Map.of("message", "out of memory"), "com.example.trouble", Payload.EMPTY));

		assertThat(core.sent).isEmpty();
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.ABORTED);
		assertThat(core.end().uri()).isEqualTo("com.example.trouble");
		assertThat(core.end().message()).isEqualTo("out of memory");
		assertThat(call.failure().uri()).isEqualTo("com.example.trouble");
	}

}
