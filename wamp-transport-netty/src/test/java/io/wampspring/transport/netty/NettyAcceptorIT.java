package io.wampspring.transport.netty;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Serializer;
import io.wampspring.message.Abort;
import io.wampspring.message.Call;
import io.wampspring.message.Event;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.test.RawFrame;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.RawWebSocketClient;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.LinkListener;
import io.wampspring.transport.OutboundLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Our server with clients whose bytes are written by hand, over loopback. */
class NettyAcceptorIT {

	private static final int LIMIT = 200_000;

	private final NettyEventLoops eventLoops = new NettyEventLoops(2);

	private final BlockingQueue<Recorder<MessageToClient, MessageToRouter>> sessions = new LinkedBlockingQueue<>();

	private NettyAcceptor acceptor = acceptor(UnaryOperator.identity());

	@AfterEach
	void close() {
		this.acceptor.close();
		await().until(() -> this.eventLoops.users() == 0);
	}

	private NettyAcceptor acceptor(UnaryOperator<NettyAcceptor.Settings> changes) {
		NettyAcceptor.Settings base = NettyAcceptor.Settings.of(0, "/ws");
		return new NettyAcceptor(changes.apply(new NettyAcceptor.Settings(base.address(), base.port(), base.path(),
				base.origins(), base.serializers(), base.mapping(), CodecLimits.defaults().withMessageSize(LIMIT),
				base.handshakeTimeout(), base.keepAlive(), base.outbound())), this.eventLoops);
	}

	/** Answers each CALL with its arguments, each violation as a session does. */
	private void start() {
		this.acceptor.start((link) -> {
			Recorder<MessageToClient, MessageToRouter> session = new Recorder<>();
			session.onMessage((to, message) -> {
				Call call = (Call) message;
				to.send(new Result(call.request(), Map.of(), call.payload()));
			});
			session.onViolation((to, violation) -> {
				to.send(new Abort(Map.of(), "wamp.error.protocol_violation", Payload.EMPTY));
				to.close(CloseCode.PROTOCOL_ERROR, "protocol violation");
			});
			LinkListener<MessageToRouter> listener = session.onOpen(link);
			this.sessions.add(session);
			return listener;
		});
	}

	private void start(UnaryOperator<NettyAcceptor.Settings> changes) {
		this.acceptor = acceptor(changes);
		start();
	}

	private Recorder<MessageToClient, MessageToRouter> session() throws InterruptedException {
		Recorder<MessageToClient, MessageToRouter> session = this.sessions.poll(10, TimeUnit.SECONDS);
		assertThat(session).as("a session within 10 s").isNotNull();
		return session;
	}

	private RawWebSocketClient client() {
		return RawWebSocketClient.to(URI.create("ws://127.0.0.1:" + this.acceptor.port() + "/ws"));
	}

	@Test
	void eachSerializerTravelsInFramesOfItsKind() {
		start();
		try (RawWebSocket json = client().offer("wamp.2.json").connect();
				RawWebSocket cbor = client().offer("wamp.2.cbor").connect();
				RawWebSocket msgpack = client().offer("wamp.2.msgpack").connect()) {
			json.send("[48,7,{},\"a\",[\"ä\",{\"b\":[true]}]]").expect("\\[50,7,\\{},\\[\"ä\",\\{\"b\":\\[true]}]]");
			cbor.sendHex("85 1830 07 a0 6161 8162c3a4").expectHex("84183207a08162c3a4");
			msgpack.sendHex("95 30 07 80 a161 91a2c3a4").expectHex("9432078091a2c3a4");
		}
	}

	@Test
	@Tag("E-37")
	@Tag("R-83")
	void aMessageCutAnywhereWithPingsInBetweenArrivesWhole() {
		byte[] call = "[48,7,{},\"a\",[\"ä€😀\"]]".getBytes(StandardCharsets.UTF_8);
		start();
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			for (int cut = 0; cut <= call.length; cut++) {
				client.sendFrames(List.of(RawFrame.partial(RawFrame.TEXT, Arrays.copyOf(call, cut))))
					.ping("p" + cut)
					.sendFrames(
							List.of(RawFrame.last(RawFrame.CONTINUATION, Arrays.copyOfRange(call, cut, call.length))));
				assertThat(client.expectPong()).isEqualTo("p" + cut);
				client.expect("\\[50,7,\\{},\\[\"ä€😀\"]]");
			}
		}
	}

	@Test
	@Tag("E-37")
	void aFrameCutAnywhereInItsBytesArrivesWhole() {
		String frame = "8292 00000000 85183007a06161 8169c3a4e282acf09f9880".replace(" ", "");
		byte[] bytes = HexFormat.of().parseHex(frame);
		start();
		try (RawWebSocket client = client().offer("wamp.2.cbor").connect()) {
			for (int cut = 1; cut < bytes.length; cut++) {
				client.sendBytes(frame.substring(0, 2 * cut)).sendBytes(frame.substring(2 * cut));
				client.expectHex("84183207a08169c3a4e282acf09f9880");
			}
		}
	}

	@Test
	@Tag("E-34")
	void aTextFrameUnderCborIsAnsweredWithAbortAndClosed() throws Exception {
		start();
		try (RawWebSocket client = client().offer("wamp.2.cbor").connect()) {
			client.send("[48,7,{},\"a\"]", "[48,8,{},\"a\"]");
			client.expectHex("8303a0781d.*");
			assertThat(client.expectClose()).startsWith("1002 ");
			client.sendClose(1002, "");
			client.expectEnd();
			Recorder<MessageToClient, MessageToRouter> session = session();
			assertThat(session.closed()).isEqualTo(LinkClosed.clean(CloseCode.PROTOCOL_ERROR, "protocol violation"));
			assertThat(session.violations).hasSize(1);
			assertThat(session.messages).isEmpty();
		}
	}

	@Test
	void aMessageLargerThanTheLimitIsClosedWith1009() {
		start();
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			byte[] part = "x".repeat(50_000).getBytes(StandardCharsets.UTF_8);
			List<RawFrame> frames = new ArrayList<>(List.of(RawFrame.partial(RawFrame.TEXT, part)));
			for (int i = 0; i < 4; i++) {
				frames.add(RawFrame.partial(RawFrame.CONTINUATION, part));
			}
			client.sendFrames(frames);
			client.expect("\\[3,\\{},\"wamp.error.protocol_violation\"]");
			assertThat(client.expectClose()).startsWith("1009 ");
		}
	}

	@Test
	void aDeclaredLengthBeyondTheLimitIsClosedWith1009BeforeAnyOfItComes() {
		start();
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			client.sendBytes("81ff 000000007fffffff");
			client.expect("\\[3,.*");
			assertThat(client.expectClose()).startsWith("1009 ");
			client.expectEnd();
		}
	}

	@Test
	void aTextThatIsNotUtf8IsClosedWith1007() {
		start();
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			client.sendBytes("8182 00000000 c328");
			client.expect("\\[3,.*");
			assertThat(client.expectClose()).startsWith("1007 ");
		}
	}

	@Test
	void handshakesWithoutACommonSubprotocolOrFromStrangersAreRefused() {
		start();
		assertThat(client().answer().status()).isEqualTo(400);
		assertThat(client().offer("chat", "wamp.2.ubjson").answer().status()).isEqualTo(400);
		assertThat(client().offer("wamp.2.json").header("Origin", "http://evil.example").answer().status())
			.isEqualTo(403);
		URI elsewhere = URI.create("ws://127.0.0.1:" + this.acceptor.port() + "/other");
		assertThat(RawWebSocketClient.to(elsewhere).offer("wamp.2.json").answer().status()).isEqualTo(404);
		assertThat(this.sessions).isEmpty();
	}

	@Test
	void compressionIsNotAgreedTo() {
		start();
		try (RawWebSocket client = client().offer("wamp.2.json")
			.header("Sec-WebSocket-Extensions", "permessage-deflate")
			.connect()) {
			assertThat(client.handshake().header("Sec-WebSocket-Extensions")).isEmpty();
		}
	}

	@Test
	@Tag("E-131")
	@Tag("R-83")
	void aClientThatDoesNotAnswerPingsIsLostWithinIntervalAndTimeout() throws Exception {
		start((with) -> new NettyAcceptor.Settings(with.address(), 0, with.path(), with.origins(), with.serializers(),
				with.mapping(), with.limits(), with.handshakeTimeout(),
				new KeepAlive(Duration.ofMillis(200), Duration.ofMillis(300), 4), with.outbound()));
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			client.answerPings(false);
			assertThat(client.expectPing().payload()).hasSize(4);
			long pinged = System.nanoTime();
			LinkClosed closed = session().closed();
			assertThat(Duration.ofNanos(System.nanoTime() - pinged)).isLessThan(Duration.ofSeconds(3));
			assertThat(closed.code()).isEqualTo(CloseCode.LOST);
			client.expectEnd();
		}
	}

	@Test
	@Tag("R-80")
	@Tag("R-82")
	void aClientThatDoesNotReadIsClosedAndHoldsNobodyUp() throws Exception {
		start((with) -> new NettyAcceptor.Settings(with.address(), 0, with.path(), with.origins(), with.serializers(),
				with.mapping(), with.limits(), with.handshakeTimeout(), with.keepAlive(),
				new OutboundLimits(5000, 8 << 20)));
		try (RawWebSocket silent = client().offer("wamp.2.json").connect()) {
			Recorder<MessageToClient, MessageToRouter> session = session();
			Event event = new Event(1, 2, Map.of(), Payload.of("x".repeat(100_000)));
			long start = System.nanoTime();
			for (int i = 0; i < 300; i++) {
				session.link().send(event);
			}
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
			try (RawWebSocket other = client().offer("wamp.2.json").connect()) {
				other.send("[48,7,{},\"a\"]").expect("\\[50,7,\\{}]");
			}
			assertThat(session.closed().code()).isEqualTo(CloseCode.OVERLOADED);
			assertThat(session.closed().reason()).contains("reads too slowly");
			assertThat(silent.subprotocol()).isEqualTo("wamp.2.json");
		}
	}

	@Test
	void aBurstFromOneThreadThatIsNotTheLaneArrivesInOrder() throws Exception {
		start();
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			Recorder<MessageToClient, MessageToRouter> session = session();
			for (int i = 1; i <= 2000; i++) {
				session.link().send(new Event(1, i, Map.of(), Payload.EMPTY));
			}
			session.link().close(CloseCode.NORMAL, "that was all");
			for (int i = 1; i <= 2000; i++) {
				client.expect("\\[36,1," + i + ",\\{}]");
			}
			assertThat(client.expectClose()).isEqualTo("1000 that was all");
		}
	}

	@Test
	void aBurstFromTheLaneInTurnWithOtherThreadsArrivesInOrder() throws Exception {
		start();
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			Recorder<MessageToClient, MessageToRouter> session = session();
			for (int i = 1; i <= 1000; i += 2) {
				int number = i;
				session.link().send(new Event(1, number, Map.of(), Payload.EMPTY));
				Thread handover = new Thread(
						() -> session.link().send(new Event(1, number + 1, Map.of(), Payload.EMPTY)));
				handover.start();
				handover.join();
			}
			for (int i = 1; i <= 1000; i++) {
				client.expect("\\[36,1," + i + ",\\{}]");
			}
		}
	}

	@Test
	void aClientThatGoesWithoutAWordIsALoss() throws Exception {
		start();
		RawWebSocket client = client().offer("wamp.2.json").connect();
		Recorder<MessageToClient, MessageToRouter> session = session();
		client.reset();
		assertThat(session.closed().clean()).isFalse();
		assertThat(session.closed().code()).isEqualTo(CloseCode.LOST);
	}

	@Test
	void whatItSaysLastArrivesThoughTheClientKeepsSending() {
		start();
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			String[] calls = new String[500];
			Arrays.fill(calls, "[48,7,{},\"a\",[\"" + "x".repeat(1000) + "\"]]");
			client.send("[").send(calls);
			client.expect("\\[3,.*");
			assertThat(client.expectClose()).startsWith("1002 ");
		}
	}

	@Test
	void closingItEndsTheLinksAndItMayBeStartedAgain() throws Exception {
		start();
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			Recorder<MessageToClient, MessageToRouter> session = session();
			this.acceptor.close();
			client.expectEnd();
			session.closed();
			await().until(() -> this.eventLoops.users() == 0);
		}
		start();
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			client.send("[48,7,{},\"a\"]").expect("\\[50,7,\\{}]");
		}
	}

	@Test
	void aPortThatIsTakenIsReported() {
		start();
		int taken = this.acceptor.port();
		NettyAcceptor second = new NettyAcceptor(NettyAcceptor.Settings.of(taken, "/ws"), this.eventLoops);
		assertThatExceptionOfType(LinkException.class).isThrownBy(() -> second.start((link) -> new Recorder<>()))
			.withMessageContaining(":" + taken);
	}

	@Test
	void aRouterThatTakesNoLinkClosesTheConnection() {
		this.acceptor.start((link) -> {
			throw new IllegalStateException("a fault on purpose");
		});
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			client.expectEnd();
		}
	}

	@Test
	void whatItHasIsWhatIsConfigured() {
		start((with) -> new NettyAcceptor.Settings(with.address(), 0, "/wamp", with.origins(), List.of(Serializer.JSON),
				with.mapping(), with.limits(), with.handshakeTimeout(), with.keepAlive(), with.outbound()));
		URI uri = URI.create("ws://127.0.0.1:" + this.acceptor.port() + "/wamp");
		assertThat(RawWebSocketClient.to(uri).offer("wamp.2.cbor").answer().status()).isEqualTo(400);
		assertThat(RawWebSocketClient.to(uri).offer("wamp.2.cbor", "wamp.2.json").answer().subprotocols())
			.containsExactly("wamp.2.json");
	}

}
