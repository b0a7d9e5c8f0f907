package io.wampspring.router.core;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wampspring.message.Call;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unregistered;
import io.wampspring.message.Yield;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.router.config.RouterLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Registrations and calls.
 */
class DealerTests {

	private static final String PROCEDURE = "com.example.procedure";

	private final CoreRouter router = new CoreRouter();

	private final CorePeer caller = this.router.join();

	private final CorePeer callee = this.router.join();

	@ParameterizedTest
	@ValueSource(strings = { "com..procedure", ".com", "com.", "", "com.my procedure", "com.#" })
	@Tag("R-20")
	@Tag("R-21")
	void anInvalidProcedureIsRefusedAndTheSessionGoesOn(String procedure) {
		this.callee.says(new Register(1, Map.of(), procedure));
		this.callee.takeError(MessageType.REGISTER, 1, "wamp.error.invalid_uri");

		long request = this.caller.call(procedure);
		this.caller.takeError(MessageType.CALL, request, "wamp.error.invalid_uri");

		assertThat(this.callee.closed()).isNull();
		assertThat(this.caller.closed()).isNull();
	}

	@Test
	@Tag("R-22")
	@Tag("E-50")
	void proceduresOfTheProtocolCannotBeRegistered() {
		CorePeer own = this.router.connect(true);
		own.join(CoreRouter.REALM, CorePeer.PLAIN);
		for (CorePeer peer : List.of(this.callee, own)) {
			peer.says(new Register(1, Map.of(), "wamp.session.count"));

			assertThat(peer.takeError(MessageType.REGISTER, 1, "wamp.error.invalid_uri"))
				.contains("restricted procedure");
		}

		long request = this.caller.call("wamp.session.count");
		this.caller.takeError(MessageType.CALL, request, "wamp.error.no_such_procedure");
	}

	@Test
	@Tag("R-22")
	void noPatternCanCaptureProceduresOfTheProtocol() {
		for (String prefix : List.of("wamp", "wam", "wamp.")) {
			this.callee.says(new Register(1, Map.of("match", "prefix"), prefix));
			this.callee.takeError(MessageType.REGISTER, 1, "wamp.error.option_not_allowed");
		}
		this.callee.says(new Register(2, Map.of("match", "wildcard"), ".session."));
		this.callee.takeError(MessageType.REGISTER, 2, "wamp.error.option_not_allowed");

		this.caller.call("wamp.session.anything");

		assertThat(this.callee.received()).isEmpty();
	}

	@Test
	@Tag("R-50")
	void aCallReachesExactlyThatProcedure() {
		long registration = this.callee.register(PROCEDURE);
		this.callee.register(PROCEDURE + ".longer");

		this.caller.call(PROCEDURE, 1, "two");
		Invocation invocation = this.callee.take(Invocation.class);

		assertThat(invocation.registration()).isEqualTo(registration);
		assertThat(invocation.details()).isEmpty();
		assertThat(invocation.payload().args()).containsExactly(1, "two");
		long request = this.caller.call("com.example");
		this.caller.takeError(MessageType.CALL, request, "wamp.error.no_such_procedure");
	}

	@Test
	@Tag("R-54")
	void registeredComesBeforeTheFirstInvocation() {
		this.callee.says(new Register(1, Map.of(), PROCEDURE));
		this.caller.call(PROCEDURE);

		assertThat(this.callee.types()).containsExactly("REGISTERED", "INVOCATION");
	}

	@Test
	@Tag("R-54")
	void invocationsAreNumberedPerCalleeAndKeepTheOrderAcrossProcedures() {
		CorePeer secondCaller = this.router.join();
		CorePeer secondCallee = this.router.join();
		long one = this.callee.register("com.example.one");
		long two = this.callee.register("com.example.two");
		secondCallee.register("com.example.three");

		this.caller.call("com.example.one");
		secondCaller.call("com.example.three");
		this.caller.call("com.example.two");
		secondCaller.call("com.example.one");

		Invocation first = this.callee.take(Invocation.class);
		Invocation second = this.callee.take(Invocation.class);
		Invocation third = this.callee.take(Invocation.class);
		assertThat(List.of(first.request(), second.request(), third.request())).containsExactly(1L, 2L, 3L);
		assertThat(List.of(first.registration(), second.registration(), third.registration())).containsExactly(one, two,
				one);
		assertThat(secondCallee.take(Invocation.class).request()).isEqualTo(1);
	}

	@Test
	@Tag("R-54")
	void anInvocationThatWasNotSentLeavesNoGap() {
		this.callee.register(PROCEDURE);
		this.callee.encodesOnly((message) -> message.type() != MessageType.INVOCATION);
		long request = this.caller.call(PROCEDURE, "huge");
		this.caller.takeError(MessageType.CALL, request, "wamp.error.payload_size_exceeded");
		this.callee.encodesOnly((message) -> true);

		this.caller.call(PROCEDURE);

		assertThat(this.callee.take(Invocation.class).request()).isEqualTo(1);
	}

	@Test
	@Tag("R-55")
	void aProcedureIsRegisteredOnceEvenByTheSameSession() {
		CorePeer other = this.router.join();
		this.callee.register(PROCEDURE);
		for (CorePeer peer : List.of(other, this.callee)) {
			peer.says(new Register(7, Map.of(), PROCEDURE));
			peer.takeError(MessageType.REGISTER, 7, "wamp.error.procedure_already_exists");
			peer.says(new Register(8, Map.of("invoke", "single", "force_reregister", true), PROCEDURE));
			peer.takeError(MessageType.REGISTER, 8, "wamp.error.procedure_already_exists");
		}

		this.caller.call(PROCEDURE);

		this.callee.take(Invocation.class);
		assertThat(other.received()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	@Tag("R-55")
	void anOptionThatWouldMisleadCallsIsRefused(Map<String, Object> option, String uri) {
		this.callee.says(new Register(1, option, PROCEDURE));

		this.callee.takeError(MessageType.REGISTER, 1, uri);
		long request = this.caller.call(PROCEDURE);
		this.caller.takeError(MessageType.CALL, request, "wamp.error.no_such_procedure");
	}

	static Stream<Arguments> anOptionThatWouldMisleadCallsIsRefused() {
		String refused = "wamp.error.option_not_allowed";
		return Stream.of(Arguments.of(Map.of("match", "prefix"), refused),
				Arguments.of(Map.of("match", "wildcard"), refused),
				Arguments.of(Map.of("invoke", "roundrobin"), refused),
				Arguments.of(Map.of("invoke", "random"), refused), Arguments.of(Map.of("invoke", "first"), refused),
				Arguments.of(Map.of("invoke", "last"), refused),
				Arguments.of(Map.of("invoke", "besteffort"), "wamp.error.invalid_argument"),
				Arguments.of(Map.of("disclose_caller", true), "wamp.error.option_disallowed.disclose_me"));
	}

	@ParameterizedTest
	@MethodSource
	void anOptionThatWouldMisleadACallIsRefused(Map<String, Object> option, String uri) {
		this.callee.register(PROCEDURE);

		long request = this.caller.call(option, PROCEDURE);

		this.caller.takeError(MessageType.CALL, request, uri);
		assertThat(this.callee.received()).isEmpty();
	}

	static Stream<Arguments> anOptionThatWouldMisleadACallIsRefused() {
		String refused = "wamp.error.option_not_allowed";
		return Stream.of(Arguments.of(Map.of("progress", true), refused),
				Arguments.of(Map.of("rkey", "shard"), refused), Arguments.of(Map.of("runmode", "all"), refused),
				Arguments.of(Map.of("ppt_scheme", "x_my"), refused),
				Arguments.of(Map.of("enc_algo", "cryptobox"), refused),
				Arguments.of(Map.of("disclose_me", true), "wamp.error.option_disallowed.disclose_me"));
	}

	@Test
	void anOptionThatIsOnlyAServiceIsIgnored() {
		this.callee.says(new Register(1,
				Map.of("concurrency", 1, "forward_timeout", true, "force_reregister", true, "disclose_caller", false),
				PROCEDURE));
		this.callee.take(Registered.class);

		this.caller.call(Map.of("timeout", 1, "progress", false, "disclose_me", false), PROCEDURE);

		assertThat(this.callee.take(Invocation.class).details()).isEmpty();
		assertThat(this.router.timers().pending()).isZero();
	}

	@Test
	void aCallInSeveralPartsIsRefusedOnceAndItsPartsAreNotTakenForCalls() {
		this.callee.register(PROCEDURE);
		this.caller.says(new Call(1, Map.of("progress", true), PROCEDURE, Payload.of("first")));
		this.caller.takeError(MessageType.CALL, 1, "wamp.error.option_not_allowed");

		this.caller.says(new Call(1, Map.of("progress", true), PROCEDURE, Payload.of("second")));
		this.caller.says(new Call(1, Map.of(), PROCEDURE, Payload.of("last")));

		assertThat(this.caller.received()).isEmpty();
		assertThat(this.callee.received()).isEmpty();
		this.caller.says(new Call(2, Map.of(), PROCEDURE, Payload.EMPTY));
		this.callee.take(Invocation.class);
	}

	@Test
	void theRequestOfAPendingCallCannotBeUsedAgain() {
		this.callee.register(PROCEDURE);
		this.caller.says(new Call(5, Map.of(), PROCEDURE, Payload.EMPTY));

		this.caller.says(new Call(5, Map.of(), PROCEDURE, Payload.EMPTY));

		assertThat(this.caller.violation()).contains("CALL.Request 5");
		this.callee.disconnect();
		assertThat(this.router.isIdle()).isTrue();
	}

	@Test
	@Tag("R-57")
	void anUnknownOrForeignRegistrationCannotBeEnded() {
		long foreign = this.callee.register(PROCEDURE);

		this.caller.says(new Unregister(7, foreign, Map.of()));
		this.caller.takeError(MessageType.UNREGISTER, 7, "wamp.error.no_such_registration");
		this.caller.says(new Unregister(8, 4711, Map.of()));
		this.caller.takeError(MessageType.UNREGISTER, 8, "wamp.error.no_such_registration");

		this.caller.call(PROCEDURE);
		this.callee.take(Invocation.class);
	}

	@Test
	@Tag("R-57")
	@Tag("E-98")
	void pendingInvocationsSurviveTheRegistration() {
		long registration = this.callee.register(PROCEDURE);
		long pending = this.caller.call(PROCEDURE);
		Invocation invocation = this.callee.take(Invocation.class);
		this.callee.says(new Unregister(9, registration, Map.of()));
		assertThat(this.callee.take(Unregistered.class).request()).isEqualTo(9);

		long late = this.caller.call(PROCEDURE);
		this.caller.takeError(MessageType.CALL, late, "wamp.error.no_such_procedure");
		this.callee.says(new Yield(invocation.request(), Map.of(), Payload.of("done")));

		assertThat(this.caller.take(Result.class)).isEqualTo(new Result(pending, Map.of(), Payload.of("done")));
		this.caller.register(PROCEDURE);
	}

	@Test
	@Tag("R-58")
	void onlyTheInvokedSessionMayAnswer() {
		CorePeer forger = this.router.join();
		this.callee.register(PROCEDURE);
		long request = this.caller.call(PROCEDURE);
		long invocation = this.callee.take(Invocation.class).request();

		forger.says(new Yield(invocation, Map.of(), Payload.of("forged")));
		forger.says(invocationError(invocation, "com.example.forged", Payload.EMPTY));
		this.caller.says(new Yield(invocation, Map.of(), Payload.of("forged")));
		assertThat(this.caller.received()).isEmpty();
		this.callee.says(new Yield(invocation, Map.of(), Payload.of("true")));

		assertThat(this.caller.take(Result.class)).isEqualTo(new Result(request, Map.of(), Payload.of("true")));
	}

	@Test
	@Tag("R-13")
	void anAnswerToAnUnknownInvocationIsDiscardedAndCounted() {
		this.callee.register(PROCEDURE);
		this.caller.call(PROCEDURE);
		long invocation = this.callee.take(Invocation.class).request();
		this.callee.says(new Yield(invocation, Map.of(), Payload.EMPTY));
		this.caller.take(Result.class);

		this.callee.says(new Yield(invocation, Map.of(), Payload.of("again")));
		this.callee.says(invocationError(invocation, "com.example.again", Payload.EMPTY));
		this.callee.says(new Yield(4711, Map.of(), Payload.EMPTY));

		assertThat(this.callee.closed()).isNull();
		assertThat(this.caller.received()).isEmpty();
		assertThat(this.router.counted(Tally.Count.LATE_ANSWER)).isEqualTo(3);
	}

	@Test
	@Tag("R-66")
	void anErrorPassesUntouched() {
		this.callee.register(PROCEDURE);
		long request = this.caller.call(PROCEDURE);
		long invocation = this.callee.take(Invocation.class).request();
		Payload payload = Payload.of(List.of("why", 7), Map.of("retry", false));

		this.callee.says(invocationError(invocation, "com.example.error.broken", payload));

		ErrorMessage error = this.caller.take(ErrorMessage.class);
		assertThat(error)
			.isEqualTo(new ErrorMessage(MessageType.CALL, request, Map.of(), "com.example.error.broken", payload));
		assertThat(error.payload()).isSameAs(payload);
	}

	@Test
	@Tag("R-40")
	void argumentsAndResultPassUntouched() {
		this.callee.register(PROCEDURE);
		Payload arguments = Payload.of(List.of(), Map.of("a", 1));
		Payload result = Payload.of(List.of(1L << 60), Map.of());

		this.caller.says(new Call(1, Map.of(), PROCEDURE, arguments));
		Invocation invocation = this.callee.take(Invocation.class);
		this.callee.says(new Yield(invocation.request(), Map.of(), result));

		assertThat(invocation.payload()).isSameAs(arguments);
		assertThat(this.caller.take(Result.class).payload()).isSameAs(result);
	}

	@Test
	@Tag("R-67")
	void aSessionMayCallItself() {
		this.callee.register(PROCEDURE);

		long request = this.callee.call(PROCEDURE);
		Invocation invocation = this.callee.take(Invocation.class);
		this.callee.says(new Yield(invocation.request(), Map.of(), Payload.EMPTY));

		assertThat(this.callee.take(Result.class).request()).isEqualTo(request);
	}

	@Test
	@Tag("R-67")
	void aSessionThatLeavesWhileItCallsItselfLeavesNothing() {
		this.callee.register(PROCEDURE);
		this.callee.call(PROCEDURE);
		this.callee.take(Invocation.class);

		this.callee.disconnect();
		this.caller.disconnect();

		assertThat(this.callee.received()).isEmpty();
		assertThat(this.router.isIdle()).isTrue();
	}

	@Test
	void aResultThatTheCallersLinkCannotEncodeIsAnError() {
		this.callee.register(PROCEDURE);
		long request = this.caller.call(PROCEDURE);
		this.caller.encodesOnly((message) -> message.type() != MessageType.RESULT);

		this.callee.says(new Yield(this.callee.take(Invocation.class).request(), Map.of(), Payload.of("huge")));

		this.caller.takeError(MessageType.CALL, request, "wamp.error.payload_size_exceeded");
		this.callee.disconnect();
		this.caller.disconnect();
		assertThat(this.router.isIdle()).isTrue();
	}

	@Test
	void anErrorThatTheCallersLinkCannotEncodeArrivesWithoutArguments() {
		this.callee.register(PROCEDURE);
		long request = this.caller.call(PROCEDURE);
		this.caller.encodesOnly((message) -> !(message instanceof ErrorMessage error) || error.payload().isEmpty());

		this.callee.says(
				invocationError(this.callee.take(Invocation.class).request(), "com.example.error", Payload.of("huge")));

		this.caller.takeError(MessageType.CALL, request, "com.example.error");
	}

	@Test
	void aResultInAFormThatTheCallerWasNotToldOfIsAnError() {
		this.callee.register(PROCEDURE);
		long request = this.caller.call(PROCEDURE);

		this.callee.says(new Yield(this.callee.take(Invocation.class).request(), Map.of("ppt_scheme", "x_my"),
				Payload.of("secret")));

		this.caller.takeError(MessageType.CALL, request, "wamp.error.option_not_allowed");
	}

	@Test
	void aSessionHasABoundOfEndpoints() {
		CorePeer peer = new CoreRouter(RouterConfig.of(RealmConfig.open(CoreRouter.REALM)).withLimits(limits(2, 10)))
			.join();
		long registration = peer.register("com.example.one");
		peer.subscribe("com.example.topic");
		peer.subscribe("com.example.topic");

		peer.says(new Register(50, Map.of(), "com.example.two"));
		peer.takeError(MessageType.REGISTER, 50, "wamp.error.unavailable");
		peer.says(new Subscribe(51, Map.of(), "com.example.other"));
		peer.takeError(MessageType.SUBSCRIBE, 51, "wamp.error.unavailable");

		peer.says(new Unregister(52, registration, Map.of()));
		peer.take(Unregistered.class);
		peer.register("com.example.two");
	}

	@Test
	void aSessionHasABoundOfPendingCalls() {
		CoreRouter small = new CoreRouter(
				RouterConfig.of(RealmConfig.open(CoreRouter.REALM)).withLimits(limits(10, 2)));
		CorePeer busy = small.join();
		CorePeer other = small.join();
		other.register(PROCEDURE);
		busy.call(PROCEDURE);
		busy.call(PROCEDURE);

		long third = busy.call(PROCEDURE);
		busy.takeError(MessageType.CALL, third, "wamp.error.unavailable");
		other.says(new Yield(other.take(Invocation.class).request(), Map.of(), Payload.EMPTY));
		busy.take(Result.class);
		busy.call(PROCEDURE);

		assertThat(busy.received()).isEmpty();
	}

	private static ErrorMessage invocationError(long invocation, String uri, Payload payload) {
		return new ErrorMessage(MessageType.INVOCATION, invocation, Map.of(), uri, payload);
	}

	private static RouterLimits limits(int endpoints, int pendingCalls) {
		RouterLimits all = RouterLimits.DEFAULT;
		return new RouterLimits(all.messageSize(), all.outbound(), all.sessions(), endpoints, pendingCalls,
				all.uriLength(), all.helloTimeout(), all.authenticateTimeout(), all.leaveTimeout());
	}

}
