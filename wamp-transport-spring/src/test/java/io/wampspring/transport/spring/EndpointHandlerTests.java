package io.wampspring.transport.spring;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;

import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.OutboundLimits;
import io.wampspring.transport.spring.RecordingRouter.Session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

/** What the endpoint makes of what a container says, without a container. */
class EndpointHandlerTests {

	private static final Result RESULT = new Result(1, Map.of(), Payload.EMPTY);

	private final RecordingRouter router = new RecordingRouter();

	private final EndpointThreads threads = EndpointThreads.create();

	private final FakeSession session = new FakeSession("wamp.2.json");

	private final EndpointHandler handler = new EndpointHandler(this.router, settings(KeepAlive.DEFAULT), this.threads);

	private static EndpointSettings settings(KeepAlive keepAlive) {
		EndpointSettings base = EndpointSettings.of("/ws");
		return new EndpointSettings(base.path(), base.origins(), base.serializers(), base.mapping(), base.limits(),
				keepAlive, new OutboundLimits(100, 100_000));
	}

	@AfterEach
	void end() {
		this.session.read();
		this.threads.close();
	}

	private Session join() throws Exception {
		return join(this.handler, this.session);
	}

	private Session join(EndpointHandler with, FakeSession fake) throws Exception {
		with.afterConnectionEstablished(fake);
		with.handleMessage(fake, new TextMessage("[48,1,{},\"a\"]"));
		assertThat(next(fake)).isEqualTo(new TextMessage("[50,1,{}]"));
		return this.router.calling("a");
	}

	private static WebSocketMessage<?> next(FakeSession fake) throws InterruptedException {
		WebSocketMessage<?> message = fake.sent.poll(10, TimeUnit.SECONDS);
		assertThat(message).as("a message within 10 s").isNotNull();
		return message;
	}

	private static CloseStatus closing(FakeSession fake) throws InterruptedException {
		CloseStatus status = fake.closed.poll(10, TimeUnit.SECONDS);
		assertThat(status).as("closed within 10 s").isNotNull();
		return status;
	}

	@Test
	void whatArrivedBeforeTheClientClosedIsDelivered() throws Exception {
		this.handler.afterConnectionEstablished(this.session);
		for (int i = 1; i <= 500; i++) {
			this.handler.handleMessage(this.session, new TextMessage("[48,1,{},\"p" + i + "\"]"));
		}
		this.handler.afterConnectionClosed(this.session, new CloseStatus(1001, "gone"));
		await().untilAsserted(() -> this.router.calling("p500"));
		assertThat(this.router.calling("p500").end()).isEqualTo(LinkClosed.clean(CloseCode.GOING_AWAY, "gone"));
	}

	@Test
	@Tag("R-81")
	@Tag("R-82")
	void aClientThatDoesNotReadIsGivenUpWithinTwoSecondsAndTheSenderNeverBlocks() throws Exception {
		Session joined = join();
		this.session.stopReading();
		for (int i = 0; i < 102; i++) {
			joined.link.send(RESULT);
		}
		long start = System.nanoTime();
		LinkClosed end = joined.end();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
		assertThat(end).isEqualTo(new LinkClosed(false, CloseCode.OVERLOADED, "the peer reads too slowly", null));
		this.session.read();
		assertThat(closing(this.session)).isEqualTo(new CloseStatus(1013, "the peer reads too slowly"));
		assertThat(this.session.sent).hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void itTellsWhenLessWaitsAgain() throws Exception {
		Session joined = join();
		this.session.stopReading();
		for (int i = 0; i < 60; i++) {
			joined.link.send(RESULT);
		}
		assertThat(joined.link.isWritable()).isFalse();
		this.session.read();
		await().until(() -> joined.writable.get() == 1);
		assertThat(joined.link.isWritable()).isTrue();
	}

	@Test
	void aFailingSendIsALoss() throws Exception {
		Session joined = join();
		IOException failure = new IOException("Broken pipe");
		this.session.failWith(failure);
		joined.link.send(RESULT);
		assertThat(joined.end().code()).isEqualTo(CloseCode.LOST);
		assertThat(joined.end().cause()).isSameAs(failure);
		closing(this.session);
	}

	@Test
	void aFailureOfTheContainerIsALossAndItsEndIsNotToldTwice() throws Exception {
		Session joined = join();
		IOException failure = new IOException("Connection reset");
		this.handler.handleTransportError(this.session, failure);
		this.handler.afterConnectionClosed(this.session, new CloseStatus(1006));
		assertThat(joined.end().cause()).isSameAs(failure);
		assertThat(joined.end().clean()).isFalse();
	}

	@Test
	@Tag("E-131")
	void aClientThatDoesNotAnswerPingsIsLost() throws Exception {
		KeepAlive keepAlive = new KeepAlive(Duration.ofMillis(50), Duration.ofMillis(100), 4);
		EndpointHandler watching = new EndpointHandler(this.router, settings(keepAlive), this.threads);
		FakeSession fake = new FakeSession("wamp.2.json");
		Session joined = join(watching, fake);
		assertThat(joined.end().reason()).contains("ping").contains("100 ms");
		assertThat(joined.end().code()).isEqualTo(CloseCode.LOST);
		closing(fake);
	}

	@Test
	@Tag("R-81")
	void whatTheRouterDoesNotReadWaitsInTheContainerAndTheClientIsNotLost() throws Exception {
		KeepAlive keepAlive = new KeepAlive(Duration.ofMillis(50), Duration.ofMillis(100), 4);
		EndpointHandler watching = new EndpointHandler(this.router, settings(keepAlive), this.threads);
		FakeSession fake = new FakeSession("wamp.2.json");
		Session joined = join(watching, fake);
		joined.link.setReading(false);
		CompletableFuture<Void> container = CompletableFuture.runAsync(() -> handle(watching, fake, "[48,1,{},\"b\"]"));
		await().during(Duration.ofMillis(400))
			.until(() -> !container.isDone() && !joined.ended() && !this.router.hasSeen("b"));
		joined.link.setReading(true);
		container.get(10, TimeUnit.SECONDS);
		await().until(() -> this.router.hasSeen("b"));
		watching.afterConnectionClosed(fake, CloseStatus.NORMAL);
	}

	private static void handle(EndpointHandler handler, FakeSession fake, String text) {
		try {
			handler.handleMessage(fake, new TextMessage(text));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void nothingIsDeliveredAfterTheRouterClosed() throws Exception {
		Session joined = join();
		joined.link.close(CloseCode.POLICY, "no");
		this.handler.handleMessage(this.session, new TextMessage("[48,1,{},\"late\"]"));
		this.handler.handleMessage(this.session, new BinaryMessage(new byte[1]));
		assertThat(closing(this.session)).isEqualTo(new CloseStatus(1008, "no"));
		this.handler.afterConnectionClosed(this.session, new CloseStatus(1008, "no"));
		assertThat(joined.end()).isEqualTo(LinkClosed.clean(CloseCode.POLICY, "no"));
		assertThat(joined.violations).isEmpty();
		assertThat(this.session.sent).isEmpty();
	}

	@Test
	void aSessionWithoutASubprotocolIsClosed() throws Exception {
		FakeSession none = new FakeSession(null);
		this.handler.afterConnectionEstablished(none);
		assertThat(closing(none)).isEqualTo(CloseStatus.PROTOCOL_ERROR);
	}

	@Test
	void aRouterThatTakesNoLinkClosesTheSession() throws Exception {
		EndpointHandler refusing = new EndpointHandler((link) -> {
			throw new IllegalStateException("a fault on purpose");
		}, settings(KeepAlive.OFF), this.threads);
		refusing.afterConnectionEstablished(this.session);
		assertThat(closing(this.session).getCode()).isEqualTo(1011);
	}

	@Test
	void closingTheEndpointTellsAndWaitsForTheEnds() throws Exception {
		Session joined = join();
		this.handler.close();
		assertThat(closing(this.session)).isEqualTo(new CloseStatus(1001, "the router ends"));
		assertThat(joined.ended()).isTrue();
	}

	@Test
	void whatTheContainerReportsAfterTheThreadsEndedIsDropped() throws Exception {
		join();
		this.threads.close();
		assertThatNoException().isThrownBy(() -> {
			this.handler.handleMessage(this.session, new TextMessage("[48,1,{},\"b\"]"));
			this.handler.afterConnectionClosed(this.session, CloseStatus.GOING_AWAY);
		});
	}

}
