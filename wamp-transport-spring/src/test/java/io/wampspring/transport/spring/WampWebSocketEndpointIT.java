package io.wampspring.transport.spring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Serializer;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.test.RawFrame;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.RawWebSocketClient;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.OriginRule;
import io.wampspring.transport.OutboundLimits;
import io.wampspring.transport.spring.RecordingRouter.Session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The endpoint in Tomcat, seen by a client whose bytes are written by hand. */
class WampWebSocketEndpointIT {

	private static final int LIMIT = 1_000_000;

	private static EndpointApplication application;

	@BeforeAll
	static void start() {
		application = EndpointApplication.start((with) -> new EndpointSettings(with.path(),
				new OriginRule(Set.of("https://app.example.com")), with.serializers(), with.mapping(),
				CodecLimits.defaults().withMessageSize(LIMIT), with.keepAlive(), new OutboundLimits(5000, 4 << 20)));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void aTextMessageIsAnsweredInATextFrame() {
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			assertThat(client.subprotocol()).isEqualTo("wamp.2.json");
			client.send("[48,7,{},\"com.example.text\",[\"Grüße\",[true,null]]]");
			client.expect("\\[50,7,\\{},\\[\"Grüße\",\\[true,null]]]");
			LinkInfo info = application.router.calling("com.example.text").link.info();
			assertThat(info.type()).isEqualTo("websocket");
			assertThat(info.serializer()).isEqualTo(Serializer.JSON);
			assertThat(info.peer()).startsWith("127.0.0.1:");
			assertThat(info.secure()).isFalse();
		}
	}

	@Test
	void aBinaryMessageIsAnsweredInABinaryFrame() {
		try (RawWebSocket client = client().offer("wamp.2.cbor").connect()) {
			client.sendHex("85 1830 07 a0 6161 8102");
			client.expectHex("84183207a08102");
		}
		try (RawWebSocket client = client().offer("wamp.2.msgpack").connect()) {
			client.sendHex("95 30 07 80 a161 9102");
			client.expectHex("943207809102");
		}
	}

	@Test
	void theFirstOfferedSubprotocolThatTheRouterHasIsTaken() {
		try (RawWebSocket client = client().offer("wamp.2.flatbuffers", "wamp.2.json", "wamp.2.cbor").connect()) {
			assertThat(client.subprotocol()).isEqualTo("wamp.2.json");
		}
	}

	@Test
	void withoutASubprotocolInCommonTheHandshakeIsRefused() {
		assertThat(client().offer("chat").answer().status()).isEqualTo(400);
		assertThat(client().answer().status()).isEqualTo(400);
	}

	@Test
	void strangePagesAreRefusedAndOthersAreNot() {
		assertThat(client().offer("wamp.2.json").header("Origin", "https://evil.example").answer().status())
			.isEqualTo(403);
		assertThat(client().offer("wamp.2.json").header("Origin", "https://app.example.com").answer().status())
			.isEqualTo(101);
		String own = "http://127.0.0.1:" + application.uri().getPort();
		assertThat(client().offer("wamp.2.json").header("Origin", own).answer().status()).isEqualTo(101);
	}

	@Test
	void noPartOfAMessageIsLogged() {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Level before = root.getLevel();
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		root.addAppender(log);
		root.setLevel(Level.TRACE);
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			client.send("[5,\"pa55wd\",{}]");
			client.send("[48,7,{},\"com.example.logged\"]");
			client.expect("\\[50,7,\\{}]");
		}
		finally {
			root.setLevel(before);
			root.detachAppender(log);
		}
		assertThat(List.copyOf(log.list)).isNotEmpty()
			.noneMatch((event) -> event.getFormattedMessage().contains("pa55wd"));
	}

	@Test
	void compressionIsNotNegotiated() {
		try (RawWebSocket client = client().offer("wamp.2.json")
			.header("Sec-WebSocket-Extensions", "permessage-deflate")
			.connect()) {
			assertThat(client.handshake().headers().keySet())
				.noneMatch((name) -> name.equalsIgnoreCase("Sec-WebSocket-Extensions"));
		}
	}

	@Test
	@Tag("E-37")
	void aLargeMessageInSmallFragmentsArrivesWhole() {
		String large = "ä€😀".repeat(100_000);
		byte[] whole = ("[48,1,{},\"com.example.echo\",[\"" + large + "\"]]").getBytes(StandardCharsets.UTF_8);
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			client.sendFrames(fragments(RawFrame.TEXT, whole, 8192));
			assertThat(client.receive()).isEqualTo("[50,1,{},[\"" + large + "\"]]");
		}
	}

	@Test
	@Tag("R-83")
	void pingsAreAnsweredAlsoBetweenFragments() {
		byte[] whole = "[48,1,{},\"a\"]".getBytes(StandardCharsets.UTF_8);
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			List<RawFrame> frames = fragments(RawFrame.TEXT, whole, 5);
			client.sendFrames(frames.subList(0, 1)).ping("are you there").sendFrames(frames.subList(1, frames.size()));
			assertThat(client.expectPong()).isEqualTo("are you there");
			client.expect("\\[50,1,\\{}]");
		}
	}

	@Test
	void aMessageAboveTheLimitIsAViolationAndTheCloseCodeSaysSo() {
		byte[] whole = ("[48,1,{},\"a\",[\"" + "x".repeat(LIMIT) + "\"]]").getBytes(StandardCharsets.UTF_8);
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			Session session = join(client, "com.example.large");
			client.sendFrames(fragments(RawFrame.TEXT, whole, 8192));
			client.expect("\\[3,\\{},\"wamp.error.protocol_violation\"]");
			assertThat(client.expectClose()).startsWith("1009 ");
			assertThat(session.end().code()).isEqualTo(CloseCode.TOO_BIG);
			assertThat(session.violations).hasSize(1);
		}
	}

	@Test
	@Tag("E-34")
	void aTextFrameUnderCborIsAViolation() {
		try (RawWebSocket client = client().offer("wamp.2.cbor").connect()) {
			client.send("[48,1,{},\"a\"]", "[48,2,{},\"a\"]");
			client.expectHex("8303a0781d.*");
			assertThat(client.expectClose()).startsWith("1002 ");
		}
	}

	@Test
	@Tag("E-34")
	void aBinaryFrameUnderJsonIsAViolation() {
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			Session session = join(client, "com.example.kind");
			client.sendHex("00", "00");
			client.expect("\\[3,.*");
			assertThat(client.expectClose()).startsWith("1002 ");
			session.end();
			assertThat(session.violations).hasSize(1);
		}
	}

	@Test
	@Tag("E-35")
	void whatIsNotAMessageIsAViolationAndNothingAfterItIsDelivered() {
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			Session session = join(client, "com.example.broken");
			client.send("[48,1", "[48,2,{},\"a\"]");
			client.expect("\\[3,.*");
			assertThat(client.expectClose()).startsWith("1002 ");
			assertThat(session.end()).isEqualTo(LinkClosed.clean(CloseCode.PROTOCOL_ERROR, "protocol violation"));
		}
	}

	@Test
	void aTextThatIsNotUtf8EndsTheLink() {
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			// a session to which nothing was sent: Tomcat's close frame waits 50 ms at
			// most for
			// another one's end
			client.send("[16,1,{},\"com.example.utf8\"]");
			await().untilAsserted(() -> application.router.calling("com.example.utf8"));
			Session session = application.router.calling("com.example.utf8");
			client.sendFrames(List.of(RawFrame.last(RawFrame.TEXT, new byte[] { (byte) 0xff })));
			assertThat(client.expectClose()).startsWith("1007");
			assertThat(session.end().code()).isEqualTo(CloseCode.INVALID_TEXT);
		}
	}

	@Test
	@Tag("R-80")
	@Tag("R-82")
	void aClientThatDoesNotReadDoesNotBlockTheRouterAndIsClosed() {
		try (RawWebSocket silent = client().offer("wamp.2.json").connect();
				RawWebSocket other = client().offer("wamp.2.json").connect()) {
			Session session = join(silent, "com.example.silent");
			Result large = new Result(1, Map.of(), Payload.of("x".repeat(500_000)));
			long start = System.nanoTime();
			for (int i = 0; i < 60; i++) {
				session.link.send(large);
			}
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
			join(other, "com.example.other");
			assertThat(session.end().code()).isEqualTo(CloseCode.OVERLOADED);
		}
	}

	@Test
	void aBurstArrivesInOrder() {
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			String[] calls = new String[2000];
			for (int i = 0; i < calls.length; i++) {
				calls[i] = "[48," + (i + 1) + ",{},\"a\"]";
			}
			client.send(calls);
			for (int i = 0; i < calls.length; i++) {
				client.expect("\\[50," + (i + 1) + ",\\{}]");
			}
		}
	}

	@Test
	void aClosingHandshakeOfTheClientEndsTheLink() {
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			Session session = join(client, "com.example.bye");
			client.sendClose(1001, "bye");
			assertThat(client.expectClose()).startsWith("1001");
			assertThat(session.end()).isEqualTo(LinkClosed.clean(CloseCode.GOING_AWAY, "bye"));
		}
	}

	@Test
	void whatAClientSaysBeforeItClosesIsDelivered() {
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			client.send("[48,1,{},\"com.example.last\"]").sendClose(1000, "bye");
			await().untilAsserted(() -> application.router.calling("com.example.last"));
			assertThat(application.router.calling("com.example.last").end())
				.isEqualTo(LinkClosed.clean(CloseCode.NORMAL, "bye"));
		}
	}

	@Test
	void aLostConnectionEndsTheLink() {
		RawWebSocket client = client().offer("wamp.2.json").connect();
		Session session = join(client, "com.example.lost");
		client.reset();
		LinkClosed end = session.end();
		assertThat(end.clean()).isFalse();
		assertThat(end.code()).isEqualTo(CloseCode.LOST);
	}

	@Test
	void whatTheRouterSentBeforeItClosesArrives() {
		try (RawWebSocket client = client().offer("wamp.2.json").connect()) {
			Session session = join(client, "com.example.close");
			for (int i = 1; i <= 100; i++) {
				session.link.send(new Result(i, Map.of(), Payload.EMPTY));
			}
			session.link.close(CloseCode.NORMAL, "done");
			session.link.close(CloseCode.INTERNAL_ERROR, "ignored");
			for (int i = 1; i <= 100; i++) {
				client.expect("\\[50," + i + ",\\{}]");
			}
			assertThat(client.expectClose()).isEqualTo("1000 done");
			assertThat(session.end()).isEqualTo(LinkClosed.clean(CloseCode.NORMAL, "done"));
		}
	}

	private static Session join(RawWebSocket client, String procedure) {
		client.send("[48,1,{},\"" + procedure + "\"]").expect("\\[50,1,\\{}]");
		return application.router.calling(procedure);
	}

	private static RawWebSocketClient client() {
		return RawWebSocketClient.to(application.uri());
	}

	private static List<RawFrame> fragments(int opcode, byte[] whole, int size) {
		List<RawFrame> frames = new ArrayList<>();
		for (int at = 0; at < whole.length; at += size) {
			byte[] part = Arrays.copyOfRange(whole, at, Math.min(whole.length, at + size));
			int kind = (at == 0) ? opcode : RawFrame.CONTINUATION;
			frames.add((at + size >= whole.length) ? RawFrame.last(kind, part) : RawFrame.partial(kind, part));
		}
		return frames;
	}

}
