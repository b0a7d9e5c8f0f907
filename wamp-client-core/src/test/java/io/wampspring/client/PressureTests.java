package io.wampspring.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.wampspring.client.ScriptedRouter.ScriptedLink;
import io.wampspring.message.Event;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Invocation;
import io.wampspring.message.Payload;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Yield;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Handlers that send and ask while the transport does not keep up, or while nothing is
 * read because events wait.
 */
class PressureTests {

	private final ScriptedRouter router = new ScriptedRouter();

	private final CountDownLatch asking = new CountDownLatch(1);

	private final WampConnection connection = WampConnection.builder()
		.realm("realm1")
		.connectors(List.of(this.router))
		.queueCapacity(1)
		.leaveTimeout(Duration.ofSeconds(5))
		.build();

	private WampSession session;

	private ScriptedLink link;

	@BeforeEach
	void open() {
		this.session = this.connection.open().orTimeout(5, TimeUnit.SECONDS).join();
		this.link = this.router.link();
		this.link.script((message) -> {
			if (message instanceof Register register) {
				this.link.deliver(new Registered(register.request(), 100));
			}
			else if (message instanceof Subscribe subscribe && subscribe.topic().equals("com.example.flood")) {
				this.link.deliver(new Subscribed(subscribe.request(), 200));
			}
		});
	}

	@AfterEach
	void close() {
		this.connection.close();
		this.router.close();
	}

	@Test
	void progressWaitsForATransportThatDoesNotKeepUp() throws Exception {
		CountDownLatch returned = new CountDownLatch(1);
		this.session.register("com.example.f").handle((call) -> {
			for (int i = 0; i < 5; i++) {
				call.progress().send(i);
			}
			returned.countDown();
			return "end";
		}).ready().get(5, TimeUnit.SECONDS);
		this.link.writable = false;
		this.link.deliver(new Invocation(1, 100, Map.of("receive_progress", true), Payload.EMPTY));
		assertThat(returned.await(200, TimeUnit.MILLISECONDS)).isFalse();
		assertThat(this.link.all(Yield.class)).isEmpty();

		this.link.becomeWritable();

		await().until(() -> this.link.all(Yield.class).size() == 6);
		assertThat(this.link.all(Yield.class)).extracting((yield) -> yield.payload().args().get(0))
			.containsExactly(0, 1, 2, 3, 4, "end");
	}

	@Test
	@Tag("E-76")
	void aHandlerThatSubscribesGetsItsAnswerWhileEventsWait() throws Exception {
		LinkedBlockingQueue<Subscription> ready = new LinkedBlockingQueue<>();
		flood(() -> ready.add(this.session.subscribe("com.example.more").handle((event) -> {
		}).ready().join()));
		Subscribe asked = this.link.await(Subscribe.class, (message) -> message.topic().equals("com.example.more"));
		await().untilAsserted(() -> assertThat(this.link.reading).endsWith(true));
		this.link.deliver(new Subscribed(asked.request(), 201));
		assertThat(ready.poll(5, TimeUnit.SECONDS)).isNotNull();
	}

	@Test
	@Tag("E-76")
	void aHandlerThatRegistersGetsItsAnswerWhileEventsWait() throws Exception {
		this.link.script((message) -> {
			if (message instanceof Subscribe subscribe) {
				this.link.deliver(new Subscribed(subscribe.request(), 200));
			}
		});
		LinkedBlockingQueue<Registration> ready = new LinkedBlockingQueue<>();
		flood(() -> ready.add(this.session.register("com.example.more").handle((call) -> null).ready().join()));
		Register asked = this.link.await(Register.class);
		await().untilAsserted(() -> assertThat(this.link.reading).endsWith(true));
		this.link.deliver(new Registered(asked.request(), 101));
		assertThat(ready.poll(5, TimeUnit.SECONDS)).isNotNull();
	}

	@Test
	@Tag("E-76")
	void aHandlerThatClosesHearsTheAnswerToGoodbyeWhileEventsWait() throws Exception {
		LinkedBlockingQueue<String> closed = new LinkedBlockingQueue<>();
		this.link.answersGoodbye = false;
		flood(() -> closed.add(String.valueOf(this.connection.close().join())));
		this.link.await(Goodbye.class);
		await().untilAsserted(() -> assertThat(this.link.reading).endsWith(true));
		this.link.deliver(new Goodbye(Map.of(), "wamp.close.goodbye_and_out"));
		assertThat(closed.poll(5, TimeUnit.SECONDS)).isEqualTo("null");
	}

	/** The first of many events is handled, and nothing more is read. */
	private void flood(Runnable handler) throws Exception {
		this.session.subscribe("com.example.flood").handle((event) -> {
			this.asking.await();
			handler.run();
		}).ready().get(5, TimeUnit.SECONDS);
		IntStream.rangeClosed(1, 5)
			.forEach((number) -> this.link.deliver(new Event(200, number, Map.of(), Payload.EMPTY)));
		await().untilAsserted(() -> assertThat(this.link.reading).endsWith(false));
		this.link.settle();
		this.asking.countDown();
	}

}
