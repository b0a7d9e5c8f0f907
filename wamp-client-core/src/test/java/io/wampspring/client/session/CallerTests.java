package io.wampspring.client.session;

import java.util.List;
import java.util.Map;

import io.wampspring.client.session.Core.Calls;
import io.wampspring.message.Call;
import io.wampspring.message.Cancel;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.options.CallOptions;
import io.wampspring.options.CancelMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client as caller: results, progress, time-outs, canceling.
 */
class CallerTests {

	private static final Map<String, Object> PLAIN_ROUTER = Map.of("roles",
			Map.of("broker", Map.of(), "dealer", Map.of()));

	private static Result progress(long request, Object value) {
		return new Result(request, Map.of("progress", true), Payload.of(value));
	}

	private static Result result(long request, Object... values) {
		return new Result(request, Map.of(), Payload.of(values));
	}

	private static ErrorMessage error(long request, String uri, Object... args) {
		return new ErrorMessage(MessageType.CALL, request, Map.of(), uri, Payload.of(args));
	}

	@Test
	void argumentsAndOptionsAreSent() {
		Core core = Core.lenient().join();

		core.caller()
			.call(new CallRequest("com.p", CallOptions.NONE.with("_mine", 1),
					Payload.of(List.of(1, 2), Map.of("k", "v")), false, 0), new Calls());

		assertThat(core.sent)
			.containsExactly(new Call(1, Map.of("_mine", 1), "com.p", Payload.of(List.of(1, 2), Map.of("k", "v"))));
	}

	@Test
	@Tag("E-117")
	void resultsOfDifferentCallsReturnInAnyOrder() {
		Core core = Core.strict().join();
		Calls first = core.call("com.p", false);
		Calls second = core.call("com.p", false);
		Calls third = core.call("com.p", false);

		core.receive(result(3, "c"), result(1, "a"), result(2, "b"));

		assertThat(first.result().args()).containsExactly("a");
		assertThat(second.result().args()).containsExactly("b");
		assertThat(third.result().args()).containsExactly("c");
	}

	@Test
	@Tag("E-78")
	@Tag("E-79")
	void progressDoesNotCompleteTheCallAndComesInOrder() {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", true);
		assertThat(core.sent).containsExactly(new Call(1, Map.of("receive_progress", true), "com.p", Payload.EMPTY));

		core.receive(progress(1, 10), progress(1, 20), progress(1, 30));
		assertThat(call.isOpen()).isTrue();
		core.receive(result(1, 100));

		assertThat(call.order).containsExactly("progress [10]", "progress [20]", "progress [30]", "result [100]");
	}

	@Test
	@Tag("E-80")
	void progressThatNobodyAskedForIsCounted() {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", false);

		core.receive(progress(1, 10), result(1, 100));

		assertThat(call.order).containsExactly("result [100]");
		assertThat(core.count(Incident.IGNORED_PROGRESS)).isEqualTo(1);
	}

	@Test
	@Tag("E-81")
	void anEmptyResultAfterProgressIsEmpty() {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", true);

		core.receive(progress(1, 10), new Result(1, Map.of(), Payload.EMPTY));

		assertThat(call.result().isEmpty()).isTrue();
	}

	@Test
	@Tag("E-78")
	void aRouterThatDoesNotAnnounceItsProgressIsAskedForItAllTheSame() {
		Core core = Core.lenient().join(PLAIN_ROUTER);
		Calls call = core.call("com.p", true);

		core.receive(progress(1, 10), result(1, 100));

		assertThat(core.sent).containsExactly(new Call(1, Map.of("receive_progress", true), "com.p", Payload.EMPTY));
		assertThat(call.order).containsExactly("progress [10]", "result [100]");
	}

	@Test
	void aRouterWithoutProgressMakesItAPlainCall() {
		Core core = Core.strict().join(PLAIN_ROUTER);

		core.call("com.p", true);

		assertThat(core.sent).containsExactly(new Call(1, Map.of(), "com.p", Payload.EMPTY));
	}

	@ParameterizedTest
	@EnumSource(value = CancelMode.class, mode = Mode.EXCLUDE, names = "KILL")
	@Tag("E-82")
	@Tag("E-83")
	void skipAndKillnowaitEndTheCallHereAtOnce(CancelMode mode) {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", false);

		call.running.cancel(mode);

		assertThat(core.last()).isEqualTo(new Cancel(1, Map.of("mode", mode.wireName())));
		assertThat(call.failure().kind()).isEqualTo(Failure.Kind.CANCELED);
		assertThat(call.failure().uri()).isEqualTo("wamp.error.canceled");
		core.receive(error(1, "wamp.error.canceled"), result(1, "late"));
		assertThat(call.order).hasSize(1);
		assertThat(core.count(Incident.LATE_REPLY)).isEqualTo(2);
		assertThat(core.isOver()).isFalse();
	}

	@Test
	@Tag("E-84")
	void killWaitsForAResult() {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", true);

		call.running.cancel(CancelMode.KILL);
		assertThat(core.last()).isEqualTo(new Cancel(1, Map.of("mode", "kill")));
		core.receive(progress(1, 1));
		assertThat(call.isOpen()).isTrue();
		core.receive(result(1, "done before"));

		assertThat(call.result().args()).containsExactly("done before");
	}

	@Test
	@Tag("E-84")
	void killWaitsForAnError() {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", false);

		call.running.cancel(CancelMode.KILL);
		core.receive(error(1, "wamp.error.canceled", "stopped"));

		assertThat(call.failure().kind()).isEqualTo(Failure.Kind.ERROR);
		assertThat(call.failure().payload().args()).containsExactly("stopped");
	}

	@Test
	@Tag("E-85")
	void killOfACalleeThatNeverAnswersEndsToo() {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", true);
		call.running.cancel(CancelMode.KILL);

		core.timers.advance(4_000);
		core.receive(progress(1, 1));
		core.timers.advance(999);
		assertThat(call.isOpen()).isTrue();
		core.timers.advance(1);

		assertThat(call.failure().kind()).isEqualTo(Failure.Kind.CANCELED);
		assertThat(call.failure().uri()).isEqualTo("wamp.error.canceled");
		assertThat(core.sent).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(CancelMode.class)
	void aRouterThatCannotCancelIsToldNothing(CancelMode mode) {
		Core core = Core.strict().join(PLAIN_ROUTER);
		Calls call = core.call("com.p", false);

		call.running.cancel(mode);

		assertThat(core.sent).hasSize(1);
		assertThat(call.failure().kind()).isEqualTo(Failure.Kind.CANCELED);
	}

	@Test
	void aRouterThatAnnouncesOtherFeaturesIsToldNothing() {
		Core core = Core.lenient()
			.join(Map.of("roles", Map.of("dealer", Map.of("features", Map.of("call_timeout", true)))));
		Calls call = core.call("com.p", false);

		call.running.cancel(CancelMode.KILL);

		assertThat(core.sent).hasSize(1);
		assertThat(call.failure().kind()).isEqualTo(Failure.Kind.CANCELED);
	}

	@ParameterizedTest
	@EnumSource(CancelMode.class)
	@Tag("E-82")
	@Tag("E-83")
	@Tag("E-84")
	void aRouterThatAnnouncesNothingIsAskedUnlessStrict(CancelMode mode) {
		Core core = Core.lenient().join(PLAIN_ROUTER);
		Calls call = core.call("com.p", false);

		call.running.cancel(mode);

		assertThat(core.last()).isEqualTo(new Cancel(1, Map.of("mode", mode.wireName())));
		assertThat(call.isOpen()).isEqualTo(mode == CancelMode.KILL);
	}

	@ParameterizedTest
	@EnumSource(CancelMode.class)
	@Tag("E-86")
	void cancelingAfterTheEndSendsNothing(CancelMode mode) {
		Core core = Core.strict().join();
		Calls completed = core.call("com.p", false);
		Calls failed = core.call("com.p", false);
		Calls canceled = core.call("com.p", false);
		core.receive(result(1), error(2, "com.e"));
		canceled.running.cancel(CancelMode.SKIP);
		core.sent.clear();

		completed.running.cancel(mode);
		failed.running.cancel(mode);
		canceled.running.cancel(mode);

		assertThat(core.sent).isEmpty();
		assertThat(completed.order).hasSize(1);
		assertThat(failed.order).hasSize(1);
		assertThat(canceled.order).hasSize(1);
	}

	@Test
	@Tag("E-87")
	@Tag("E-88")
	void aCalleeThatLeavesFailsTheCall() {
		Core core = Core.strict().join();
		Calls first = core.call("com.p", false);
		Calls second = core.call("com.p", false);

		core.receive(error(1, "wamp.error.canceled", "callee disconnected"),
				error(2, "wamp.error.cancelled", "callee disconnected"));

		assertThat(first.failure().payload().args()).containsExactly("callee disconnected");
		assertThat(second.failure().payload().args()).containsExactly("callee disconnected");
	}

	@Test
	@Tag("E-90")
	void anExpiredCallFailsCancelsAndDropsTheLateReply() {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", false);

		core.timers.advance(29_999);
		assertThat(call.isOpen()).isTrue();
		core.timers.advance(1);

		assertThat(call.failure().kind()).isEqualTo(Failure.Kind.EXPIRED);
		assertThat(call.failure().uri()).isEqualTo("wamp.error.timeout");
		assertThat(core.last()).isEqualTo(new Cancel(1, Map.of("mode", "killnowait")));
		core.receive(result(1, "late"));
		assertThat(call.order).hasSize(1);
		assertThat(core.count(Incident.LATE_REPLY)).isEqualTo(1);
	}

	@Test
	void anExpiredCallOfARouterThatCannotCancelJustFails() {
		Core core = Core.strict().join(PLAIN_ROUTER);
		Calls call = core.call("com.p", false);

		core.timers.advance(30_000);

		assertThat(call.failure().uri()).isEqualTo("wamp.error.timeout");
		assertThat(core.sent).hasSize(1);
	}

	@Test
	@Tag("E-89")
	void aTimeoutOfZeroWaitsForEver() {
		Core core = Core.lenient().join();
		Calls call = new Calls();
		core.caller().call(new CallRequest("com.p", CallOptions.NONE, Payload.EMPTY, false, 0), call);

		core.timers.advance(Long.MAX_VALUE / 2);

		assertThat(call.isOpen()).isTrue();
		assertThat(core.timers.size()).isZero();
	}

	@Test
	@Tag("E-91")
	void theTimeoutOfAProgressiveCallIsPerGap() {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", true);

		for (int i = 0; i < 5; i++) {
			core.timers.advance(29_000);
			core.receive(progress(1, i));
		}
		assertThat(call.isOpen()).isTrue();
		core.timers.advance(29_999);
		assertThat(call.isOpen()).isTrue();
		core.timers.advance(1);

		assertThat(call.failure().uri()).isEqualTo("wamp.error.timeout");
		assertThat(call.progress).hasSize(5);
	}

	@Test
	void callsOfOneTimeoutNeedOneTimer() {
		Core core = Core.strict().join();
		for (int i = 0; i < 1000; i++) {
			core.call("com.p", false);
			core.timers.advance(1);
		}

		assertThat(core.timers.size()).isEqualTo(1);
		for (int i = 1; i <= 1000; i++) {
			core.receive(result(i));
		}
		core.timers.advance(60_000);
		assertThat(core.timers.size()).isZero();
	}

	@Test
	void callsExpireEachAtItsTime() {
		Core core = Core.strict().join(PLAIN_ROUTER);
		Calls early = core.call("com.p", false);
		core.timers.advance(10_000);
		Calls late = core.call("com.p", false);
		Calls quick = new Calls();
		core.caller().call(new CallRequest("com.p", CallOptions.NONE, Payload.EMPTY, false, 100), quick);

		core.timers.advance(100);
		assertThat(quick.isOpen()).isFalse();
		core.timers.advance(19_900);
		assertThat(early.isOpen()).isFalse();
		assertThat(late.isOpen()).isTrue();
		core.timers.advance(10_000);
		assertThat(late.isOpen()).isFalse();
	}

}
