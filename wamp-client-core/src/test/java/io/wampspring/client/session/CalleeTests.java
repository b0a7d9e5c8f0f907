package io.wampspring.client.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.wampspring.client.session.Core.Answered;
import io.wampspring.client.session.Core.Invocations;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unregistered;
import io.wampspring.message.Yield;
import io.wampspring.options.InterruptOptions;
import io.wampspring.options.MatchPolicy;
import io.wampspring.options.RegisterOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client as callee: registrations, one answer per call, interrupts.
 */
class CalleeTests {

	private final Invocations invocations = new Invocations();

	private static Invocation invocation(long request) {
		return new Invocation(request, 100, Map.of(), Payload.EMPTY);
	}

	private static Invocation progressive(long request) {
		return new Invocation(request, 100, Map.of("receive_progress", true), Payload.EMPTY);
	}

	private static ErrorMessage error(long request, String uri, Object... args) {
		return new ErrorMessage(MessageType.INVOCATION, request, Map.of(), uri, Payload.of(args));
	}

	private Core serving() {
		Core core = Core.strict().join();
		core.registered("com.p", 100, this.invocations);
		return core;
	}

	@Test
	void theOptionsOfARegistrationAreSent() {
		Core core = Core.lenient().join();

		core.callee()
			.register("com..get", RegisterOptions.NONE.withMatch(MatchPolicy.WILDCARD).withInvoke("roundrobin"),
					this.invocations, 0, new Answered<>());

		assertThat(core.sent)
			.containsExactly(new Register(1, Map.of("match", "wildcard", "invoke", "roundrobin"), "com..get"));
	}

	@Test
	@Tag("E-96")
	void anInvocationRightBehindRegisteredIsServed() {
		Core core = Core.strict().join();
		List<String> order = new ArrayList<>();
		core.callee().register("com.p", RegisterOptions.NONE, this.invocations, 0, new Reply<RegistrationEntry>() {

			@Override
			public void onSuccess(RegistrationEntry value) {
				// The id is in the table when the answer is told.
				core.receive(invocation(1));
				order.add("confirmed after " + CalleeTests.this.invocations.calls.size());
			}

			@Override
			public void onFailure(Failure failure) {
				order.add("failed");
			}

		});

		core.receive(new Registered(1, 100), invocation(2));

		assertThat(order).containsExactly("confirmed after 1");
		assertThat(this.invocations.calls).hasSize(2);
	}

	@Test
	@Tag("E-97")
	void anInvocationOfWhatWasUnregisteredIsAnswered() {
		Core core = Core.strict().join();
		RegistrationEntry registration = core.registered("com.p", 100, this.invocations);
		core.callee().unregister(registration, 0, new Answered<>());
		core.sent.clear();

		core.receive(invocation(1), new Unregistered(2), invocation(2),
				new Invocation(3, 999, Map.of(), Payload.EMPTY));

		assertThat(core.sent).containsExactly(
				error(1, "wamp.error.no_such_registration", "registration 100 is not served here"),
				error(2, "wamp.error.no_such_registration", "registration 100 is not served here"),
				error(3, "wamp.error.no_such_registration", "registration 999 is not served here"));
		assertThat(core.count(Incident.UNKNOWN_INVOCATION)).isEqualTo(3);
		assertThat(this.invocations.calls).isEmpty();
	}

	@Test
	@Tag("E-98")
	void runningInvocationsAreAnsweredAfterUnregister() {
		Core core = Core.strict().join();
		RegistrationEntry registration = core.registered("com.p", 100, this.invocations);
		core.receive(invocation(1), invocation(2));
		Answered<Void> reply = new Answered<>();
		core.callee().unregister(registration, 0, reply);
		assertThat(core.sent).containsExactly(new Unregister(2, 100));

		this.invocations.calls.get(0).complete(Payload.of("a"));
		core.receive(new Unregistered(2));
		this.invocations.calls.get(1).complete(Payload.of("b"));

		assertThat(core.sent).contains(new Yield(1, Map.of(), Payload.of("a")),
				new Yield(2, Map.of(), Payload.of("b")));
		assertThat(reply.values).hasSize(1);
	}

	@Test
	@Tag("E-99")
	void anInvocationWithTheIdOfARunningOneIsAViolation() {
		Core core = serving();

		core.receive(invocation(1), invocation(1));

		JoinTests.assertViolation(core, "INVOCATION with request 1, which is still served");
		assertThat(this.invocations.calls).hasSize(1);
	}

	@Test
	@Tag("E-100")
	void aContinuationOfAnAnsweredCallIsDiscarded() {
		Core core = serving();
		core.receive(invocation(1));
		this.invocations.last().complete(Payload.EMPTY);
		core.sent.clear();

		core.receive(new Invocation(1, 100, Map.of("progress", true), Payload.of("more")), invocation(1));

		assertThat(core.sent).isEmpty();
		assertThat(this.invocations.calls).hasSize(1);
		assertThat(core.count(Incident.UNKNOWN_INVOCATION)).isEqualTo(2);
		assertThat(core.isOver()).isFalse();
	}

	@Test
	@Tag("E-101")
	void thereIsExactlyOneFinalAnswer() {
		Core core = serving();
		core.receive(invocation(1), invocation(2));
		RunningInvocation first = this.invocations.calls.get(0);
		RunningInvocation second = this.invocations.calls.get(1);

		first.complete(Payload.of("a"));
		first.fail("com.e", Payload.EMPTY);
		first.complete(Payload.of("b"));
		second.fail("com.e", Payload.of("c"));
		second.complete(Payload.of("d"));

		assertThat(core.sent).containsExactly(new Yield(1, Map.of(), Payload.of("a")), error(2, "com.e", "c"));
	}

	@Test
	@Tag("E-102")
	void noProgressAfterTheEndOrUnasked() {
		Core core = serving();
		core.receive(progressive(1), invocation(2));
		RunningInvocation asked = this.invocations.calls.get(0);
		RunningInvocation unasked = this.invocations.calls.get(1);

		asked.progress(Payload.of(1));
		unasked.progress(Payload.of(1));
		asked.complete(Payload.of(100));
		asked.progress(Payload.of(2));

		assertThat(asked.wantsProgress()).isTrue();
		assertThat(unasked.wantsProgress()).isFalse();
		assertThat(core.sent).containsExactly(new Yield(1, Map.of("progress", true), Payload.of(1)),
				new Yield(1, Map.of(), Payload.of(100)));
	}

	@Test
	@Tag("E-103")
	void anInterruptOfWhatIsUnknownOrAnsweredIsIgnored() {
		Core core = serving();
		core.receive(invocation(1));
		this.invocations.last().complete(Payload.EMPTY);
		core.sent.clear();

		core.receive(new Interrupt(1, Map.of("mode", "kill")), new Interrupt(77, Map.of()));

		assertThat(core.sent).isEmpty();
		assertThat(this.invocations.interrupts).isEmpty();
		assertThat(core.count(Incident.LATE_INTERRUPT)).isEqualTo(2);
		assertThat(core.isOver()).isFalse();
	}

	@Test
	@Tag("E-104")
	void afterKillTheHandlersLastWordIsTheAnswer() {
		Core core = serving();
		core.receive(invocation(1), invocation(2));

		core.receive(new Interrupt(1, Map.of("mode", "kill")), new Interrupt(2, Map.of("mode", "kill")));
		assertThat(this.invocations.interrupts).hasSize(2);
		assertThat(core.sent).isEmpty();
		this.invocations.calls.get(0).complete(Payload.of("so far"));
		this.invocations.calls.get(1).fail("com.example.stopped", Payload.EMPTY);

		assertThat(core.sent).containsExactly(new Yield(1, Map.of(), Payload.of("so far")),
				error(2, "com.example.stopped"));
	}

	@Test
	@Tag("E-104")
	void whatDoesNotWaitEndsAKillThatWaits() {
		Core core = serving();
		core.receive(invocation(1));

		core.receive(new Interrupt(1, Map.of("mode", "kill")), new Interrupt(1, Map.of("mode", "killnowait")));
		this.invocations.last().complete(Payload.of("late"));

		assertThat(core.sent).containsExactly(error(1, "wamp.error.canceled"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "killnowait", "" })
	@Tag("E-105")
	void anInterruptReachesTheHandlerAndIsAnsweredOnceNeverByYield(String mode) {
		Core core = serving();
		core.receive(progressive(1));

		core.receive(new Interrupt(1, mode.isEmpty() ? Map.of() : Map.of("mode", mode)));
		this.invocations.last().progress(Payload.of("late"));
		this.invocations.last().complete(Payload.of("late"));
		this.invocations.last().fail("com.late", Payload.EMPTY);

		assertThat(this.invocations.interrupts).hasSize(1);
		assertThat(core.sent).containsExactly(error(1, "wamp.error.canceled"));
	}

	@Test
	@Tag("E-106")
	void theReasonOfAnInterruptReachesTheHandler() {
		Core core = serving();
		core.receive(invocation(1));

		core.receive(new Interrupt(1, Map.of("mode", "killnowait", "reason", "wamp.error.timeout")));

		assertThat(this.invocations.interrupts)
			.containsExactly(InterruptOptions.from(Map.of("mode", "killnowait", "reason", "wamp.error.timeout")));
		assertThat(this.invocations.interrupts.get(0).reason()).isEqualTo("wamp.error.timeout");
	}

	@Test
	@Tag("E-107")
	void aHandlerWhoseCallerHasGoneAnswersAllTheSame() {
		Core core = serving();
		core.receive(invocation(1), invocation(2));

		// One router interrupts, another one says nothing.
		core.receive(new Interrupt(1, Map.of("mode", "killnowait")));
		this.invocations.calls.get(1).complete(Payload.of("for nobody"));

		assertThat(core.sent).containsExactly(error(1, "wamp.error.canceled"),
				new Yield(2, Map.of(), Payload.of("for nobody")));
	}

	@Test
	@Tag("E-116")
	void invocationsAreHandedOnInTheOrderOfTheCalls() {
		Core core = serving();

		for (long request = 1; request <= 100; request++) {
			core.receive(invocation(request));
		}

		assertThat(this.invocations.calls).extracting((call) -> call.message().request()).isSorted().hasSize(100);
	}

	@Test
	@Tag("E-101")
	void aResultThatCannotBeSentBecomesAnError() {
		Core core = serving();
		core.receive(invocation(1));

		core.refusal = new PayloadException("the message is larger than 10 bytes", null);
		this.invocations.last().complete(Payload.of("very long"));

		assertThat(core.sent)
			.containsExactly(error(1, "wamp.error.payload_size_exceeded", "the message is larger than 10 bytes"));
	}

	@Test
	void anErrorThatCannotBeSentGoesWithoutArguments() {
		Core core = serving();
		core.receive(invocation(1));

		core.refusal = new PayloadException("too large", null);
		this.invocations.last().fail("com.e", Payload.of("very long"));

		assertThat(core.sent).containsExactly(error(1, "com.e"));
	}

	@Test
	void progressThatCannotBeSentFailsTheCall() {
		Core core = serving();
		core.receive(progressive(1));

		core.refusal = new PayloadException("too large", null);
		this.invocations.last().progress(Payload.of("very long"));
		this.invocations.last().complete(Payload.EMPTY);

		assertThat(core.sent).containsExactly(error(1, "wamp.error.payload_size_exceeded", "too large"));
	}

	@Test
	void severalEndpointsOfOneRegistrationTakeTurns() {
		Core core = Core.strict().join();
		Invocations other = new Invocations();
		RegistrationEntry first = core.registered("com.p", 100, this.invocations);
		RegistrationEntry second = core.registered("com.p", 100, other);

		for (long request = 1; request <= 4; request++) {
			core.receive(invocation(request));
		}

		assertThat(this.invocations.calls).hasSize(2);
		assertThat(other.calls).hasSize(2);
		Answered<Void> reply = new Answered<>();
		core.callee().unregister(first, 0, reply);
		assertThat(reply.values).hasSize(1);
		assertThat(core.sent).isEmpty();
		core.receive(invocation(5));
		assertThat(other.calls).hasSize(3);
		core.callee().unregister(second, 0, new Answered<>());
		assertThat(core.sent).containsExactly(new Unregister(3, 100));
	}

	@Test
	void aRefusedRegistrationFailsWithTheRoutersError() {
		Core core = Core.lenient().join();
		Answered<RegistrationEntry> reply = core.register("com.p", this.invocations);

		core.receive(new ErrorMessage(MessageType.REGISTER, 1, Map.of(), "wamp.error.procedure_already_exists",
				Payload.EMPTY));

		assertThat(reply.failure().uri()).isEqualTo("wamp.error.procedure_already_exists");
	}

	@Test
	void aRegisteredThatComesTooLateIsTakenBack() {
		Core core = Core.strict().join();
		Answered<RegistrationEntry> reply = core.register("com.p", this.invocations);
		core.timers.advance(30_000);

		core.receive(new Registered(1, 100));

		assertThat(reply.failure().uri()).isEqualTo("wamp.error.timeout");
		assertThat(core.last()).isEqualTo(new Unregister(2, 100));
		core.receive(new Unregistered(2));
		assertThat(core.isOver()).isFalse();
	}

	@Test
	void whoAsksAgainGetsWhatTheFirstRequestBroughtTooLate() {
		Core core = Core.strict().join();
		core.register("com.p", new Invocations());
		core.timers.advance(30_000);
		Answered<RegistrationEntry> again = core.register("com.p", this.invocations);
		core.sent.clear();

		core.receive(new Registered(1, 100), new ErrorMessage(MessageType.REGISTER, 2, Map.of(),
				"wamp.error.procedure_already_exists", Payload.EMPTY));

		assertThat(again.values).singleElement().satisfies((entry) -> assertThat(entry.id()).isEqualTo(100));
		assertThat(core.sent).isEmpty();
		core.receive(invocation(1));
		assertThat(this.invocations.calls).hasSize(1);
	}

	@Test
	void aSecondConfirmationOfWhatIsServedAlreadyChangesNothing() {
		Core core = Core.strict().join();
		core.register("com.p", new Invocations());
		core.timers.advance(30_000);
		Answered<RegistrationEntry> again = core.register("com.p", this.invocations);
		core.sent.clear();

		core.receive(new Registered(1, 100), new Registered(2, 100));
		assertThat(core.sent).isEmpty();
		assertThat(again.values).hasSize(1);
		core.receive(invocation(1), invocation(2));
		assertThat(this.invocations.calls).hasSize(2);
	}

}
