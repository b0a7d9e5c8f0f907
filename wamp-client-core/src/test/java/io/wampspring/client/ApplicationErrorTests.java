package io.wampspring.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.wampspring.client.ScriptedRouter.ScriptedLink;
import io.wampspring.message.Call;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Invocation;
import io.wampspring.message.Payload;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Code of the application that ends with an {@link Error}, a class that is missing for
 * instance: nothing that waits behind it hangs.
 */
class ApplicationErrorTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final ScriptedRouter router = new ScriptedRouter();

	private final LinkedBlockingQueue<ConnectionClosed> closes = new LinkedBlockingQueue<>();

	private final WampConnection connection = WampConnection.builder()
		.realm("realm1")
		.connectors(List.of(this.router))
		.errorHandler(new FailingErrorHandler())
		.listener(new FailingListener())
		.build();

	private final WampSession session = this.connection.open().orTimeout(5, TimeUnit.SECONDS).join();

	private final ScriptedLink link = this.router.link();

	@AfterEach
	void close() {
		this.connection.close();
		this.router.close();
	}

	@Test
	void listenersHearWhatFollows() throws Exception {
		this.link.lose();
		assertThat(this.closes.poll(5, TimeUnit.SECONDS)).isNotNull();
	}

	@Test
	void aCallEndsAllTheSameAfterItsProgress() {
		CompletableFuture<String> call = this.session.call("com.example.f").onProgress((result) -> {
			throw new NoClassDefFoundError("on purpose");
		}).retrieveAsync(String.class);
		answer(new Result(1, Map.of("progress", true), Payload.of(1)), new Result(1, Map.of(), Payload.of("end")));
		assertThat(call).succeedsWithin(SOON).isEqualTo("end");
	}

	@Test
	void aResultThatCannotBeMadeFailsItsCall() {
		CompletableFuture<Fragile> call = this.session.call("com.example.f").retrieveAsync(Fragile.class);
		answer(new Result(1, Map.of(), new FragilePayload()));
		assertThat(call).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(NoClassDefFoundError.class);
	}

	private void answer(Result... results) {
		this.link.await(Call.class);
		this.link.deliver(results);
	}

	@Test
	@Tag("E-74")
	void theNextEventIsHandled() throws Exception {
		this.link.script((message) -> {
			if (message instanceof Subscribe subscribe) {
				this.link.deliver(new Subscribed(subscribe.request(), 200), event(1), event(2));
			}
		});
		LinkedBlockingQueue<Long> seen = new LinkedBlockingQueue<>();
		this.session.subscribe("com.example.topic").handle((event) -> {
			seen.add(event.publication());
			throw new NoClassDefFoundError("on purpose");
		});
		assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo(1);
		assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo(2);
	}

	private static Event event(long publication) {
		return new Event(200, publication, Map.of(), Payload.EMPTY);
	}

	@Test
	@Tag("E-109")
	void aResultThatCannotBeWrittenIsAnsweredWithAnError() {
		this.link.script((message) -> {
			if (message instanceof Register register) {
				this.link.deliver(new Registered(register.request(), 100));
			}
		});
		assertThat(this.session.register("com.example.f").handle((call) -> "result").ready()).succeedsWithin(SOON);
		this.link.encodingFailure = new NoClassDefFoundError("on purpose");
		this.link.deliver(new Invocation(1, 100, Map.of(), Payload.EMPTY));
		assertThat(this.link.await(ErrorMessage.class).error()).isEqualTo("wamp.error.runtime_error");
	}

	record Fragile() {

	}

	private static final class FragilePayload implements Payload {

		@Override
		public boolean isEmpty() {
			return false;
		}

		@Override
		public List<Object> args() {
			return List.of(1);
		}

		@Override
		public Map<String, Object> kwargs() {
			return Map.of();
		}

		@Override
		public <T> T arg(int index, java.lang.reflect.Type type) {
			throw new NoClassDefFoundError("on purpose");
		}

		@Override
		public <T> T kwarg(String name, java.lang.reflect.Type type) {
			throw new NoClassDefFoundError("on purpose");
		}

		@Override
		public <T> T as(java.lang.reflect.Type type) {
			throw new NoClassDefFoundError("on purpose");
		}

	}

	private static final class FailingErrorHandler implements WampErrorHandler {

		@Override
		public void onUserError(Throwable error, ErrorContext context) {
			throw new NoClassDefFoundError("on purpose");
		}

		@Override
		public void onInternalError(Throwable error, ErrorContext context) {
			throw new NoClassDefFoundError("on purpose");
		}

	}

	private final class FailingListener implements ConnectionListener {

		@Override
		public void onOpen(WampSession opened) {
			throw new NoClassDefFoundError("on purpose");
		}

		@Override
		public void onClose(ConnectionClosed closed) {
			ApplicationErrorTests.this.closes.add(closed);
		}

	}

}
