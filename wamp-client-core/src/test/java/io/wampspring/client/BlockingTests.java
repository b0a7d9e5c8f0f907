package io.wampspring.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import io.wampspring.client.ScriptedRouter.ScriptedLink;
import io.wampspring.message.Call;
import io.wampspring.message.Event;
import io.wampspring.message.Invocation;
import io.wampspring.message.Payload;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Yield;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handlers that wait: they may where a thread is theirs, and never hang where none is.
 */
class BlockingTests {

	private final ScriptedRouter router = new ScriptedRouter();

	private final ExecutorService oneThread = Executors.newSingleThreadExecutor();

	private final WampConnection connection = WampConnection.builder()
		.realm("realm1")
		.connectors(List.of(this.router))
		.executor(this.oneThread)
		.build();

	private final WampSession session = this.connection.open().orTimeout(5, TimeUnit.SECONDS).join();

	private final ScriptedLink link = this.router.link();

	@AfterEach
	void close() {
		this.link.lose();
		this.connection.close();
		this.router.close();
		this.oneThread.shutdownNow();
	}

	@Test
	void aHandlerOnTheOnlyThreadOfItsExecutorGetsProgressAndResultOfItsOwnCall() throws Exception {
		this.link.script((message) -> {
			if (message instanceof Register register) {
				this.link.deliver(new Registered(register.request(), 100));
			}
			else if (message instanceof Call call) {
				this.link.deliver(new Result(call.request(), Map.of("progress", true), Payload.of(1)),
						new Result(call.request(), Map.of(), Payload.of("end")));
			}
		});
		LinkedBlockingQueue<Integer> progress = new LinkedBlockingQueue<>();
		this.session.register("com.example.outer")
			.handle((invocation) -> this.session.call("com.example.inner")
				.onProgress(Integer.class, progress::add)
				.retrieve(String.class))
			.ready()
			.get(5, TimeUnit.SECONDS);
		this.link.deliver(new Invocation(1, 100, Map.of(), Payload.EMPTY));
		assertThat(this.link.await(Yield.class).payload().args()).containsExactly("end");
		assertThat(progress).containsExactly(1);
	}

	@ParameterizedTest
	@MethodSource("answers")
	void waitingForAnAnswerInAnInlineHandlerFailsAtOnce(Function<WampSession, CompletableFuture<?>> request)
			throws Exception {
		this.link.script((message) -> {
			if (message instanceof Subscribe subscribe) {
				this.link.deliver(new Subscribed(subscribe.request(), 200));
			}
		});
		LinkedBlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
		this.session.subscribe("com.example.topic").inline().handle((event) -> {
			try {
				request.apply(this.session).thenApply((answer) -> answer).get(5, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				failures.add(ex);
			}
		}).ready().get(5, TimeUnit.SECONDS);
		this.link.deliver(new Event(200, 1, Map.of(), Payload.EMPTY));
		assertThat(failures.poll(10, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
	}

	static Stream<Function<WampSession, CompletableFuture<?>>> answers() {
		return Stream.of((session) -> session.call("com.example.f").retrieveAsync(),
				(session) -> session.publish("com.example.t").acknowledge().sendAsync(),
				(session) -> session.subscribe("com.example.t").handle((event) -> {
				}).ready(), (session) -> session.subscriptions().get(0).unsubscribe(),
				(session) -> session.register("com.example.f").handle((call) -> null).ready(),
				(session) -> session.connection().client().subscribe("com.example.t").handle((event) -> {
				}).ready(), (session) -> session.connection().close());
	}

}
