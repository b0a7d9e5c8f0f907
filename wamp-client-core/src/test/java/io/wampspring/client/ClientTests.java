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
import io.wampspring.message.Goodbye;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.Publish;
import io.wampspring.message.Published;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unregistered;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Unsubscribed;
import io.wampspring.message.Yield;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The road once, over a scripted link: each verb and its answer.
 */
class ClientTests {

	private final ScriptedRouter router = new ScriptedRouter();

	private final WampConnection connection = WampConnection.builder()
		.name("test")
		.realm("realm1")
		.connectors(List.of(this.router))
		.build();

	private WampSession session;

	private ScriptedLink link;

	@BeforeEach
	void open() {
		this.session = this.connection.open().orTimeout(5, TimeUnit.SECONDS).join();
		this.link = this.router.link();
	}

	@AfterEach
	void close() {
		this.connection.close().orTimeout(5, TimeUnit.SECONDS).join();
		this.router.close();
	}

	@Test
	void aCallGetsItsResultOnTheCallingThread() {
		this.link.script((message) -> {
			if (message instanceof Call call) {
				long sum = call.payload().args().stream().mapToLong((arg) -> (Integer) arg).sum();
				this.link.deliver(new Result(call.request(), Map.of(), Payload.of(sum)));
			}
		});

		assertThat(this.session.call("com.example.add2").args(2, 3).retrieve(Long.class)).isEqualTo(5);
		assertThat(this.connection.client().call("com.example.add2").args(4, 5).retrieveAsync(Long.class))
			.succeedsWithin(Duration.ofSeconds(5))
			.isEqualTo(9L);
		assertThat(this.link.all(Call.class)).extracting(Call::request, Call::procedure)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(1L, "com.example.add2"),
					org.assertj.core.groups.Tuple.tuple(2L, "com.example.add2"));
	}

	@Test
	void anErrorOfTheCalleeIsAnExceptionWithUriArgumentsAndKeywords() {
		this.link.script((message) -> this.link.deliver(new ErrorMessage(MessageType.CALL, 1, Map.of(),
				"com.example.empty", Payload.of(List.of("shelf"), Map.of("row", 3)))));

		assertThatExceptionOfType(WampException.class)
			.isThrownBy(() -> this.session.call("com.example.get").retrieve(String.class))
			.satisfies((ex) -> {
				assertThat(ex.uri()).isEqualTo("com.example.empty");
				assertThat(ex.args()).containsExactly("shelf");
				assertThat(ex.kwargs()).containsEntry("row", 3);
				assertThat(ex).hasMessage("com.example.empty: shelf");
				assertThat(ex.getStackTrace())
					.anySatisfy((element) -> assertThat(element.getClassName()).isEqualTo(ClientTests.class.getName()));
			});
	}

	@Test
	void aRegisteredProcedureServesCallsUntilItIsUnregistered() {
		this.link.script((message) -> {
			if (message instanceof Register register) {
				this.link.deliver(new Registered(register.request(), 100));
			}
			else if (message instanceof Unregister unregister) {
				this.link.deliver(new Unregistered(unregister.request()));
			}
		});
		Registration registration = this.session.register("com.example.twice")
			.handle((invocation) -> 2 * (Integer) invocation.args().get(0));
		assertThat(registration.ready()).succeedsWithin(Duration.ofSeconds(5)).isSameAs(registration);
		assertThat(this.session.registrations()).containsExactly(registration);

		this.link.deliver(new Invocation(1, 100, Map.of(), Payload.of(21)));

		Yield yield = this.link.await(Yield.class);
		assertThat(yield).isEqualTo(new Yield(1, Map.of(), Payload.of(42)));
		assertThat(registration.unregister()).succeedsWithin(Duration.ofSeconds(5));
		assertThat(this.session.registrations()).isEmpty();
	}

	@Test
	void anUnexpectedFailureOfAHandlerIsAnsweredWithOneFixedText() {
		this.link.script((message) -> {
			if (message instanceof Register register) {
				this.link.deliver(new Registered(register.request(), 100),
						new Invocation(1, 100, Map.of(), Payload.EMPTY));
			}
		});
		this.session.register("com.example.fail").errorHandler(new SilentErrorHandler()).handle((invocation) -> {
			throw new IllegalStateException("password is 1234");
		});

		assertThat(this.link.await(ErrorMessage.class)).isEqualTo(new ErrorMessage(MessageType.INVOCATION, 1, Map.of(),
				"wamp.error.runtime_error", Payload.of("the procedure failed")));
	}

	@Test
	@Tag("E-47")
	void anErrorWithoutAValidUriIsAnsweredWithTheFixedText() {
		this.link.script((message) -> {
			if (message instanceof Register register) {
				this.link.deliver(new Registered(register.request(), 100),
						new Invocation(1, 100, Map.of(), Payload.EMPTY));
			}
		});
		this.session.register("com.example.fail").errorHandler(new SilentErrorHandler()).handle((invocation) -> {
			throw new WampException("no seats left");
		});

		assertThat(this.link.await(ErrorMessage.class).error()).isEqualTo("wamp.error.runtime_error");
	}

	@Test
	@Tag("E-109")
	void whatAHandlerCannotReadOfAnotherProcedureIsNoWrongArgument() {
		this.link.script((message) -> {
			if (message instanceof Register register) {
				this.link.deliver(new Registered(register.request(), 100),
						new Invocation(1, 100, Map.of(), Payload.EMPTY));
			}
			else if (message instanceof Call call) {
				this.link.deliver(new Result(call.request(), Map.of(), Payload.of("not a number")));
			}
		});
		LinkedBlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
		this.session.register("com.example.outer").handle((invocation) -> {
			try {
				return this.session.call("com.example.inner").retrieve(Integer.class);
			}
			catch (PayloadException ex) {
				failures.add(ex);
				throw ex;
			}
		});

		assertThat(this.link.await(ErrorMessage.class).error()).isEqualTo("wamp.error.runtime_error");
		assertThat(failures).hasSize(1);
	}

	@Test
	@Tag("E-61")
	void eventsReachTheHandlerUntilTheSubscriptionEnds() throws Exception {
		this.link.script((message) -> {
			if (message instanceof Subscribe subscribe) {
				this.link.deliver(new Subscribed(subscribe.request(), 200), event(1, "a"), event(2, "b"));
			}
			else if (message instanceof Unsubscribe unsubscribe) {
				this.link.deliver(new Unsubscribed(unsubscribe.request()));
			}
		});
		LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
		Subscription subscription = this.session.subscribe("com.example.topic")
			.handle(String.class, (text, event) -> events.add(text + event.publication() + event.topic()));

		assertThat(events.poll(5, TimeUnit.SECONDS)).isEqualTo("a1com.example.topic");
		assertThat(events.poll(5, TimeUnit.SECONDS)).isEqualTo("b2com.example.topic");
		assertThat(this.session.subscriptions()).containsExactly(subscription);
		assertThat(subscription.unsubscribe()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
		assertThat(subscription.isActive()).isFalse();
	}

	private static io.wampspring.message.Event event(long publication, String text) {
		return new io.wampspring.message.Event(200, publication, Map.of(), Payload.of(text));
	}

	@Test
	void publicationsAreSentAndConfirmedWhenAsked() {
		this.link.script((message) -> {
			if (message instanceof Publish publish && publish.options().containsKey("acknowledge")) {
				this.link.deliver(new Published(publish.request(), 300));
			}
		});

		this.session.publish("com.example.topic").args("x").excludeMe(false).send();
		assertThat(this.session.publish("com.example.topic").kwarg("k", 1).sendAsync())
			.succeedsWithin(Duration.ofSeconds(5));
		Publication publication = this.session.publish("com.example.topic").acknowledge().send();

		assertThat(publication).isEqualTo(new Publication(300, "com.example.topic"));
		assertThat(this.link.all(Publish.class)).containsExactly(
				new Publish(1, Map.of("exclude_me", false), "com.example.topic", Payload.of("x")),
				new Publish(2, Map.of(), "com.example.topic", Payload.of(List.of(), Map.of("k", 1))),
				new Publish(3, Map.of("acknowledge", true), "com.example.topic", Payload.EMPTY));
	}

	@Test
	void closingSaysGoodbyeAndClosesTheTransport() {
		CompletableFuture<String> closed = this.connection.close("com.example.done", "thank you");

		assertThat(closed).succeedsWithin(Duration.ofSeconds(5)).isNull();
		assertThat(this.link.await(Goodbye.class))
			.isEqualTo(new Goodbye(Map.of("message", "thank you"), "com.example.done"));
		assertThat(this.link.isClosed()).isTrue();
		assertThat(this.session.isOpen()).isFalse();
		assertThat(this.connection.state()).isEqualTo(ConnectionState.CLOSED);
	}

	/**
	 * Keeps expected failures out of the log.
	 */
	private static final class SilentErrorHandler implements WampErrorHandler {

		@Override
		public void onUserError(Throwable error, ErrorContext context) {
			// expected
		}

		@Override
		public void onInternalError(Throwable error, ErrorContext context) {
			// expected
		}

	}

}
