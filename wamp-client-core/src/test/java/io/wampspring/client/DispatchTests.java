package io.wampspring.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.wampspring.client.ScriptedRouter.ScriptedLink;
import io.wampspring.client.session.ManualTimers;
import io.wampspring.lane.SerialLane;
import io.wampspring.message.Call;
import io.wampspring.message.Cancel;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Yield;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Order, bounds and pressure of handlers, on executors that run when told to.
 */
class DispatchTests {

	private final ScriptedRouter router = new ScriptedRouter(Runnable::run);

	private final ManualExecutor slow = new ManualExecutor();

	private WampConnection connection;

	private WampSession session;

	private ScriptedLink link;

	@AfterEach
	void close() {
		this.connection.close();
	}

	private void open(Executor executor, Overflow overflow) {
		ConnectionBuilder builder = (ConnectionBuilder) WampConnection.builder()
			.realm("realm1")
			.connectors(List.of(this.router))
			.executor(executor)
			.maxConcurrency(1)
			.queueCapacity(2)
			.overflow(overflow);
		this.connection = builder.control(new SerialLane(Runnable::run), new ManualTimers()).build();
		this.connection.open();
		this.slow.runAll();
		this.session = this.connection.session();
		this.link = this.router.link();
		this.link.script((message) -> {
			if (message instanceof Register register) {
				this.link.deliver(new Registered(register.request(), 100));
			}
			else if (message instanceof Subscribe subscribe) {
				this.link.deliver(new Subscribed(subscribe.request(), 200 + subscribe.request()));
			}
		});
	}

	@Test
	@Tag("E-118")
	void aSaturatedApplicationAnswersUnavailableAndGoesOnReading() {
		open(this.slow, Overflow.PAUSE);
		this.session.register("com.example.f").handle((call) -> "done");
		for (int i = 1; i <= 4; i++) {
			this.link.deliver(new Invocation(i, 100, Map.of(), Payload.EMPTY));
		}
		assertThat(this.link.all(ErrorMessage.class)).singleElement()
			.satisfies((error) -> assertThat(error.error()).isEqualTo("wamp.error.unavailable"))
			.satisfies((error) -> assertThat(error.request()).isEqualTo(4));
		assertThat(this.connection.statistics().refusedInvocations()).isEqualTo(1);
		assertThat(this.link.reading).doesNotContain(false);
		this.slow.runAll();
		assertThat(this.link.all(Yield.class)).extracting(Yield::request).containsExactly(1L, 2L, 3L);
	}

	@Test
	@Tag("E-76")
	void aSlowEventHandlerPausesTheReadingWithinTheBoundAndDelaysNothingElse() {
		open(Runnable::run, Overflow.PAUSE);
		List<Object> seen = new ArrayList<>();
		this.session.subscribe("com.example.slow").executor(this.slow).handle((event) -> seen.addAll(event.args()));
		this.session.register("com.example.f").handle((call) -> "served");
		CompletableFuture<String> call = this.session.call("com.example.g").retrieveAsync(String.class);
		for (int i = 1; i <= 4; i++) {
			this.link.deliver(new Event(201, i, Map.of(), Payload.of(i)));
		}
		this.link.deliver(new Invocation(1, 100, Map.of(), Payload.EMPTY),
				new Result(this.link.all(Call.class).get(0).request(), Map.of(), Payload.of("answered")));

		assertThat(seen).isEmpty();
		assertThat(this.link.all(Yield.class)).hasSize(1);
		assertThat(call).isCompletedWithValue("answered");
		assertThat(this.link.reading).as("while the client waits for a reply itself").isEmpty();
		this.link.deliver(new Event(201, 5, Map.of(), Payload.of(5)));
		assertThat(this.link.reading).containsExactly(false);
		this.slow.runAll();
		assertThat(seen).containsExactly(1, 2, 3, 4, 5);
		assertThat(this.link.reading).endsWith(true);
		assertThat(this.connection.statistics().pauses()).isEqualTo(1);
		assertThat(this.connection.statistics().droppedEvents()).isZero();
	}

	@Test
	@Tag("E-77")
	void aResultIsNothingAValueOrAllOfIt() {
		open(Runnable::run, Overflow.PAUSE);
		assertThat(answered(Payload.EMPTY).join().args()).isEmpty();
		assertThat(typed(Payload.EMPTY)).isCompletedWithValue(null);
		assertThat(typed(Payload.of("one"))).isCompletedWithValue("one");
		CallResult all = answered(Payload.of(List.of(1, 2), Map.of("k", "v"))).join();
		assertThat(all.args()).containsExactly(1, 2);
		assertThat(all.kwargs()).containsEntry("k", "v");
	}

	@Test
	@Tag("E-89")
	void aNegativeTimeoutIsRefusedHere() {
		open(Runnable::run, Overflow.PAUSE);
		assertThatThrownBy(() -> this.session.call("com.example.g").timeout(Duration.ofSeconds(-1)).retrieveAsync())
			.isInstanceOf(IllegalArgumentException.class);
		assertThat(this.link.all(Call.class)).isEmpty();
	}

	@Test
	@Tag("E-89")
	void aTimeoutBelowAMillisecondIsNotForEver() {
		open(Runnable::run, Overflow.PAUSE);
		CompletableFuture<CallResult> call = this.session.call("com.example.g")
			.timeout(Duration.ofNanos(1))
			.retrieveAsync();
		assertThat(call).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.withMessageContaining("wamp.error.timeout");
	}

	@Test
	void cancelingAFutureSendsCancelAndCompletesAtOnce() {
		open(Runnable::run, Overflow.PAUSE);
		CompletableFuture<String> call = this.session.call("com.example.g").retrieveAsync(String.class);
		CompletableFuture<Integer> derived = call.thenApply(String::length);
		assertThat(derived.cancel(true)).isTrue();
		assertThat(call).isCompletedExceptionally();
		assertThat(this.link.all(Cancel.class)).hasSize(1);
		this.link.deliver(new ErrorMessage(MessageType.CALL, 1, Map.of(), "wamp.error.canceled", Payload.EMPTY));
		assertThat(this.connection.isOpen()).isTrue();
	}

	@Test
	@Tag("E-104")
	void aKillWaitsForTheHandlerThatRunsAndNotForTheOneThatDoesNotYet() {
		open(this.slow, Overflow.PAUSE);
		this.session.register("com.example.f").handle((call) -> {
			CompletableFuture<String> result = new CompletableFuture<>();
			call.onCancel((interruption) -> result.complete("so far"));
			return result;
		});
		this.link.deliver(invocation(1), invocation(2));
		this.slow.runAll();

		this.link.deliver(new Interrupt(1, Map.of("mode", "kill")), new Interrupt(2, Map.of("mode", "kill")));
		assertThat(this.link.all(ErrorMessage.class)).extracting(ErrorMessage::request).containsExactly(2L);
		assertThat(this.link.all(Yield.class)).isEmpty();
		this.slow.runAll();

		assertThat(this.link.all(Yield.class)).extracting(Yield::request).containsExactly(1L);
		assertThat(this.link.all(ErrorMessage.class)).extracting(ErrorMessage::error)
			.containsExactly("wamp.error.canceled");
	}

	@Test
	@Tag("E-104")
	void anExceptionAfterAKillMeansCanceledUnlessItHasAUri() {
		open(this.slow, Overflow.PAUSE);
		this.session.register("com.example.f").handle((call) -> {
			this.link.deliver(new Interrupt(call.args().isEmpty() ? 1 : 2, Map.of("mode", "kill")));
			if (call.isCanceled() && call.args().isEmpty()) {
				throw new IllegalStateException("stopped");
			}
			throw new WampException("com.example.stopped");
		});
		this.link.deliver(invocation(1), new Invocation(2, 100, Map.of(), Payload.of("typed")));
		this.slow.runAll();

		assertThat(this.link.all(ErrorMessage.class)).extracting(ErrorMessage::error)
			.containsExactly("wamp.error.canceled", "com.example.stopped");
	}

	@Test
	void theCancellationOfAFutureCarriesTheUri() {
		open(Runnable::run, Overflow.PAUSE);
		CompletableFuture<String> call = this.session.call("com.example.g").retrieveAsync(String.class);
		assertThat(call.cancel(true)).isTrue();
		for (ThrowingCallable wait : List.<ThrowingCallable>of(call::get, call::join,
				() -> call.get(1, TimeUnit.SECONDS))) {
			assertThatThrownBy(wait).hasMessageContaining("wamp.error.canceled")
				.isInstanceOfSatisfying(CallCanceledException.class,
						(canceled) -> assertThat(canceled.uri()).isEqualTo("wamp.error.canceled"));
		}
	}

	@Test
	void whatIsPendingAtALossSaysWhetherItMayHaveBeenDelivered() {
		open(Runnable::run, Overflow.PAUSE);
		CompletableFuture<String> call = this.session.call("com.example.g").retrieveAsync(String.class);
		this.link.lose();
		assertThatThrownBy(call::join).cause()
			.isInstanceOfSatisfying(WampConnectionLostException.class,
					(lost) -> assertThat(lost.mayHaveBeenDelivered()).isTrue());
		assertThatThrownBy(
				() -> this.connection.client().call("com.example.g").timeout(Duration.ofSeconds(1)).retrieve())
			.isInstanceOf(WampException.class);
	}

	@Test
	void aBlockingCallInAnInlineHandlerFailsAtOnce() {
		open(this.slow, Overflow.PAUSE);
		List<Throwable> failures = new ArrayList<>();
		this.session.subscribe("com.example.inline").inline().handle((event) -> {
			try {
				this.session.call("com.example.g").retrieve(String.class);
			}
			catch (IllegalStateException ex) {
				failures.add(ex);
			}
		});
		this.link.deliver(new Event(201, 1, Map.of(), Payload.EMPTY));
		assertThat(failures).hasSize(1);
	}

	private CompletableFuture<CallResult> answered(Payload payload) {
		CompletableFuture<CallResult> call = this.session.call("com.example.g").retrieveAsync();
		answer(payload);
		return call;
	}

	private CompletableFuture<String> typed(Payload payload) {
		CompletableFuture<String> call = this.session.call("com.example.g").retrieveAsync(String.class);
		answer(payload);
		return call;
	}

	private static Invocation invocation(long request) {
		return new Invocation(request, 100, Map.of(), Payload.EMPTY);
	}

	private void answer(Payload payload) {
		List<Call> calls = this.link.all(Call.class);
		this.link.deliver(new Result(calls.get(calls.size() - 1).request(), Map.of(), payload));
	}

	/** Runs tasks when told to. */
	private static final class ManualExecutor implements Executor {

		private final Queue<Runnable> tasks = new ArrayDeque<>();

		@Override
		public void execute(Runnable task) {
			this.tasks.add(task);
		}

		void runAll() {
			Runnable task;
			while ((task = this.tasks.poll()) != null) {
				task.run();
			}
		}

	}

}
