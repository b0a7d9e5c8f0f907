package io.wampspring.router.core;

import java.util.List;
import java.util.Map;

import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.message.Yield;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Results in several parts.
 */
class ProgressiveResultsTests {

	private static final String PROCEDURE = "com.example.procedure";

	private static final Map<String, Object> RECEIVE_PROGRESS = Map.of("receive_progress", true);

	private static final Map<String, Object> PROGRESS = Map.of("progress", true);

	private final CoreRouter router = new CoreRouter();

	private final CorePeer caller = this.router.join();

	@Test
	@Tag("R-63")
	@Tag("E-78")
	@Tag("E-79")
	void progressComesInOrderBeforeTheFinalResult() {
		CorePeer callee = callee(CorePeer.ALL_FEATURES);

		long request = this.caller.call(RECEIVE_PROGRESS, PROCEDURE);
		Invocation invocation = callee.take(Invocation.class);
		for (int i = 1; i <= 3; i++) {
			callee.says(new Yield(invocation.request(), PROGRESS, Payload.of(i)));
		}
		callee.says(new Yield(invocation.request(), Map.of(), Payload.EMPTY));

		assertThat(invocation.details()).isEqualTo(RECEIVE_PROGRESS);
		for (int i = 1; i <= 3; i++) {
			assertThat(this.caller.take(Result.class)).isEqualTo(new Result(request, PROGRESS, Payload.of(i)));
		}
		assertThat(this.caller.take(Result.class)).isEqualTo(new Result(request, Map.of(), Payload.EMPTY));
	}

	@Test
	@Tag("R-63")
	void aCalleeThatAnnouncesOnlyOneOfTheTwoFeaturesIsNotAskedForProgress() {
		for (Map<String, Object> roles : List.of(CorePeer.PLAIN, CorePeer.withCallee("progressive_call_results"),
				CorePeer.withCallee("call_canceling"))) {
			CorePeer callee = callee(roles);

			this.caller.call(RECEIVE_PROGRESS, PROCEDURE);

			assertThat(callee.take(Invocation.class).details()).isEmpty();
			callee.disconnect();
		}
	}

	@Test
	@Tag("R-63")
	void aCalleeThatCannotCancelIsAskedForProgressIfTheRouterIsToldSo() {
		CoreRouter lenient = new CoreRouter(
				RouterConfig.of(RealmConfig.open(CoreRouter.REALM)).withProgressiveWithoutCanceling(true));
		CorePeer asking = lenient.join();
		CorePeer callee = lenient.join(CorePeer.withCallee("progressive_call_results"));
		CorePeer plain = lenient.join(CorePeer.PLAIN);
		callee.register(PROCEDURE);
		plain.register("com.example.plain");

		asking.call(RECEIVE_PROGRESS, PROCEDURE);
		asking.call(RECEIVE_PROGRESS, "com.example.plain");

		assertThat(callee.take(Invocation.class).details()).isEqualTo(RECEIVE_PROGRESS);
		assertThat(plain.take(Invocation.class).details()).isEmpty();
	}

	@Test
	@Tag("R-63")
	@Tag("E-80")
	void progressThatNobodyAskedForIsNotForwarded() {
		CorePeer callee = callee(CorePeer.ALL_FEATURES);
		long request = this.caller.call(PROCEDURE);
		Invocation invocation = callee.take(Invocation.class);

		callee.says(new Yield(invocation.request(), PROGRESS, Payload.of(1)));
		callee.says(new Yield(invocation.request(), Map.of(), Payload.of(2)));

		assertThat(invocation.details()).isEmpty();
		assertThat(this.caller.take(Result.class)).isEqualTo(new Result(request, Map.of(), Payload.of(2)));
		assertThat(this.caller.received()).isEmpty();
	}

	@Test
	void progressThatTheCallersLinkCannotEncodeEndsTheCall() {
		CorePeer callee = callee(CorePeer.ALL_FEATURES);
		long request = this.caller.call(RECEIVE_PROGRESS, PROCEDURE);
		long invocation = callee.take(Invocation.class).request();
		this.caller.encodesOnly((message) -> message.type() != MessageType.RESULT);

		callee.says(new Yield(invocation, PROGRESS, Payload.of("huge")));

		this.caller.takeError(MessageType.CALL, request, "wamp.error.payload_size_exceeded");
		assertThat(callee.take(Interrupt.class).request()).isEqualTo(invocation);
		callee.says(new Yield(invocation, Map.of(), Payload.EMPTY));
		assertThat(this.caller.received()).isEmpty();
	}

	private CorePeer callee(Map<String, Object> roles) {
		CorePeer callee = this.router.join(roles);
		callee.register(PROCEDURE);
		return callee;
	}

}
