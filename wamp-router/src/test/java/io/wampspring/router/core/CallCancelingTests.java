package io.wampspring.router.core;

import java.util.List;
import java.util.Map;

import io.wampspring.message.Cancel;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.message.Yield;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls that end before their result, and those whose caller or callee leaves.
 */
class CallCancelingTests {

	private static final String PROCEDURE = "com.example.procedure";

	private final CoreRouter router = new CoreRouter();

	private final CorePeer caller = this.router.join();

	private final CorePeer callee = this.router.join();

	private final CorePeer deafCallee = this.router.join(CorePeer.withCallee("progressive_call_results"));

	@Test
	@Tag("R-61")
	@Tag("E-83")
	void killnowaitAnswersAtOnceAndInterrupts() {
		long request = call(this.callee);
		long invocation = this.callee.take(Invocation.class).request();

		cancel(request, "killnowait");

		this.caller.takeError(MessageType.CALL, request, "wamp.error.canceled");
		assertThat(this.callee.take(Interrupt.class))
			.isEqualTo(new Interrupt(invocation, Map.of("mode", "killnowait")));
		assertLateAnswersAreDropped(this.callee, invocation);
	}

	@Test
	@Tag("R-61")
	void killnowaitIsTheDefault() {
		long request = call(this.callee);
		this.callee.take(Invocation.class);

		this.caller.says(new Cancel(request, Map.of()));

		this.caller.takeError(MessageType.CALL, request, "wamp.error.canceled");
		assertThat(this.callee.take(Interrupt.class).options()).containsEntry("mode", "killnowait");
	}

	@Test
	@Tag("R-61")
	@Tag("E-82")
	void skipAnswersAtOnceAndDoesNotInterrupt() {
		long request = call(this.callee);
		long invocation = this.callee.take(Invocation.class).request();

		cancel(request, "skip");

		this.caller.takeError(MessageType.CALL, request, "wamp.error.canceled");
		assertThat(this.callee.received()).isEmpty();
		assertLateAnswersAreDropped(this.callee, invocation);
	}

	@Test
	@Tag("R-61")
	@Tag("E-84")
	void killWaitsForTheCalleesError() {
		long request = call(this.callee);
		long invocation = this.callee.take(Invocation.class).request();

		cancel(request, "kill");
		assertThat(this.caller.received()).isEmpty();
		assertThat(this.callee.take(Interrupt.class)).isEqualTo(new Interrupt(invocation, Map.of("mode", "kill")));
		this.callee.says(new ErrorMessage(MessageType.INVOCATION, invocation, Map.of(), "wamp.error.canceled",
				Payload.of("cleaned up")));

		ErrorMessage error = this.caller.take(ErrorMessage.class);
		assertThat(error.error()).isEqualTo("wamp.error.canceled");
		assertThat(error.payload().args()).containsExactly("cleaned up");
	}

	@Test
	@Tag("R-61")
	@Tag("E-84")
	void killTakesAResultToo() {
		long request = call(this.callee);
		long invocation = this.callee.take(Invocation.class).request();

		cancel(request, "kill");
		this.callee.says(new Yield(invocation, Map.of(), Payload.of("was faster")));

		assertThat(this.caller.take(Result.class).request()).isEqualTo(request);
	}

	@Test
	@Tag("R-61")
	@Tag("E-85")
	void killOfACalleeThatCannotBeInterruptedAnswersAtOnce() {
		long request = call(this.deafCallee);
		this.deafCallee.take(Invocation.class);

		cancel(request, "kill");

		this.caller.takeError(MessageType.CALL, request, "wamp.error.canceled");
		assertThat(this.deafCallee.received()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "kill", "killnowait", "skip" })
	@Tag("R-61")
	void cancelingAgainChangesNothing(String mode) {
		long request = call(this.callee);
		this.callee.take(Invocation.class);
		cancel(request, mode);
		int callerGot = this.caller.received().size();
		int calleeGot = this.callee.received().size();

		cancel(request, mode);
		cancel(request, mode);

		assertThat(this.caller.received()).hasSize(callerGot);
		assertThat(this.callee.received()).hasSize(calleeGot);
		assertThat(this.caller.closed()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "killnowait", "skip" })
	void whoIsTiredOfAKillIsAnsweredAtOnce(String mode) {
		long request = call(this.callee);
		this.callee.take(Invocation.class);
		cancel(request, "kill");
		this.callee.take(Interrupt.class);

		cancel(request, mode);

		this.caller.takeError(MessageType.CALL, request, "wamp.error.canceled");
		assertThat(this.callee.received()).isEmpty();
	}

	@Test
	@Tag("R-61")
	@Tag("E-33")
	void anUnknownModeIsAnErrorOfTheCancelAndTheCallGoesOn() {
		long request = call(this.callee);
		long invocation = this.callee.take(Invocation.class).request();

		cancel(request, "explode");

		this.caller.takeError(MessageType.CANCEL, request, "wamp.error.invalid_argument");
		assertThat(this.callee.received()).isEmpty();
		this.callee.says(new Yield(invocation, Map.of(), Payload.EMPTY));
		this.caller.take(Result.class);
	}

	@Test
	@Tag("R-61")
	void cancelingAnUnknownFinishedOrForeignCallIsIgnored() {
		CorePeer stranger = this.router.join();
		long request = call(this.callee);
		long invocation = this.callee.take(Invocation.class).request();

		stranger.says(new Cancel(request, Map.of()));
		cancel(4711, "kill");
		assertThat(this.callee.received()).isEmpty();
		this.callee.says(new Yield(invocation, Map.of(), Payload.EMPTY));
		this.caller.take(Result.class);
		cancel(request, "kill");

		assertThat(this.caller.received()).isEmpty();
		assertThat(stranger.received()).isEmpty();
		assertThat(this.callee.received()).isEmpty();
	}

	@Test
	@Tag("R-61")
	void theNextCallIsNotAffected() {
		long canceled = call(this.callee);
		long first = this.callee.take(Invocation.class).request();
		cancel(canceled, "killnowait");
		this.caller.take(ErrorMessage.class);
		this.callee.take(Interrupt.class);

		long next = this.caller.call(PROCEDURE);
		long second = this.callee.take(Invocation.class).request();
		this.callee.says(new Yield(first, Map.of(), Payload.of("late")));
		this.callee.says(new Yield(second, Map.of(), Payload.of("right")));

		assertThat(this.caller.take(Result.class)).isEqualTo(new Result(next, Map.of(), Payload.of("right")));
	}

	@Test
	@Tag("R-59")
	@Tag("E-88")
	void whoseCalleeLeavesIsTold() {
		long request = call(this.callee);
		this.callee.take(Invocation.class);

		this.callee.disconnect();

		ErrorMessage error = this.caller.take(ErrorMessage.class);
		assertThat(error).isEqualTo(new ErrorMessage(MessageType.CALL, request, Map.of(), "wamp.error.canceled",
				Payload.of("callee gone")));
	}

	@Test
	@Tag("R-59")
	void aKilledOrProgressiveCallEndsWithItsCalleeToo() {
		long killed = call(this.callee);
		cancel(killed, "kill");
		long progressive = this.caller.call(Map.of("receive_progress", true), PROCEDURE);
		this.callee.says(new Yield(2, Map.of("progress", true), Payload.of(1)));
		this.caller.take(Result.class);

		this.callee.says(new Goodbye(Map.of(), "wamp.close.normal"));

		this.caller.takeError(MessageType.CALL, killed, "wamp.error.canceled");
		this.caller.takeError(MessageType.CALL, progressive, "wamp.error.canceled");
		assertThat(this.caller.received()).isEmpty();
	}

	@Test
	@Tag("R-60")
	@Tag("E-107")
	void whoseCallerLeavesIsInterrupted() {
		call(this.callee);
		long invocation = this.callee.take(Invocation.class).request();

		this.caller.disconnect();

		assertThat(this.callee.take(Interrupt.class))
			.isEqualTo(new Interrupt(invocation, Map.of("mode", "killnowait")));
		assertThat(this.callee.received()).isEmpty();
	}

	@Test
	@Tag("R-60")
	void whoCannotBeInterruptedHearsNothingAndItsLateAnswerIsDiscarded() {
		call(this.deafCallee);
		long invocation = this.deafCallee.take(Invocation.class).request();

		this.caller.disconnect();

		assertThat(this.deafCallee.received()).isEmpty();
		this.deafCallee.says(new Yield(invocation, Map.of(), Payload.EMPTY));
		assertThat(this.deafCallee.closed()).isNull();
		assertThat(this.router.counted(Tally.Count.LATE_ANSWER)).isEqualTo(1);
	}

	@Test
	@Tag("R-60")
	void whoWasInterruptedBeforeIsNotInterruptedAgain() {
		cancel(call(this.callee), "kill");
		this.callee.take(Invocation.class);
		this.callee.take(Interrupt.class);

		this.caller.disconnect();

		assertThat(this.callee.received()).isEmpty();
	}

	@Test
	void theMisspelledFeatureCountsToo() {
		CorePeer misspelling = this.router.join(CorePeer.withCallee("call_cancelling"));
		long request = call(misspelling);
		misspelling.take(Invocation.class);

		cancel(request, "kill");

		misspelling.take(Interrupt.class);
	}

	private long call(CorePeer target) {
		target.register(PROCEDURE);
		return this.caller.call(PROCEDURE);
	}

	private void cancel(long request, String mode) {
		this.caller.says(new Cancel(request, Map.of("mode", mode)));
	}

	private void assertLateAnswersAreDropped(CorePeer target, long invocation) {
		int before = this.router.counted(Tally.Count.LATE_ANSWER);
		for (Map<String, Object> options : List.of(Map.<String, Object>of("progress", true),
				Map.<String, Object>of())) {
			target.says(new Yield(invocation, options, Payload.EMPTY));
		}
		target
			.says(new ErrorMessage(MessageType.INVOCATION, invocation, Map.of(), "wamp.error.canceled", Payload.EMPTY));
		assertThat(this.caller.received()).isEmpty();
		assertThat(target.closed()).isNull();
		assertThat(this.router.counted(Tally.Count.LATE_ANSWER)).isEqualTo(before + 3);
	}

}
