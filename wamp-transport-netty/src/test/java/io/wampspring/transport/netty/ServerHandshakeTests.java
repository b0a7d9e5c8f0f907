package io.wampspring.transport.netty;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;

import static org.assertj.core.api.Assertions.assertThat;

/** The server's opening handshake with requests of all kinds. */
class ServerHandshakeTests {

	private static final String REQUEST = """
			GET /ws HTTP/1.1
			Host: router.example:8080
			Upgrade: websocket
			Connection: Upgrade
			Sec-WebSocket-Version: 13
			Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
			Sec-WebSocket-Protocol: chat, wamp.2.json, wamp.2.cbor

			""";

	private final Recorder<MessageToClient, MessageToRouter> router = new Recorder<>();

	@Test
	void theFirstOfferedSubprotocolThatTheRouterHasIsTaken() {
		assertThat(answer(REQUEST)).startsWith("HTTP/1.1 101 ")
			.containsIgnoringCase("\r\nSec-WebSocket-Protocol: wamp.2.json\r\n")
			.containsIgnoringCase("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
		assertThat(this.router.link().info().serializer()).isEqualTo(Serializer.JSON);
	}

	@Test
	void extensionsAreNotAgreedTo() {
		assertThat(answer(with("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")))
			.startsWith("HTTP/1.1 101 ")
			.doesNotContainIgnoringCase("Extensions");
	}

	@Test
	void withoutASubprotocolInCommonItIs400WithTheOnesThatWouldDo() {
		assertThat(answer(REQUEST.replace("wamp.2.json, wamp.2.cbor", "wamp.2.flatbuffers")))
			.startsWith("HTTP/1.1 400 ")
			.contains("wamp.2.cbor, wamp.2.msgpack, wamp.2.json");
		assertThat(answer(REQUEST.replaceFirst("(?m)^Sec-WebSocket-Protocol:.*\n", ""))).startsWith("HTTP/1.1 400 ");
		assertThat(this.router.opened).isNotDone();
	}

	@Test
	void strangePagesAreRefused() {
		assertThat(answer(with("Origin: https://evil.example"))).startsWith("HTTP/1.1 403 ");
		assertThat(answer(with("Origin: http://router.example:8080"))).startsWith("HTTP/1.1 101 ");
	}

	@Test
	void anotherPathIsNotFound() {
		assertThat(answer(REQUEST.replace("/ws", "/wss"))).startsWith("HTTP/1.1 404 ");
		assertThat(answer(REQUEST.replace("/ws", "/ws?token=1"))).startsWith("HTTP/1.1 101 ");
	}

	@Test
	void whatIsNoWebSocketRequestIsToldSo() {
		assertThat(answer("GET /ws HTTP/1.1\nHost: localhost\n\n")).startsWith("HTTP/1.1 426 ")
			.containsIgnoringCase("Upgrade: websocket");
		assertThat(answer(REQUEST.replace("Version: 13", "Version: 8"))).startsWith("HTTP/1.1 426 ")
			.containsIgnoringCase("Sec-WebSocket-Version: 13");
		assertThat(answer(REQUEST.replace("GET", "POST"))).startsWith("HTTP/1.1 426 ");
		assertThat(answer(REQUEST.replaceFirst("(?m)^Sec-WebSocket-Key:.*\n", ""))).startsWith("HTTP/1.1 400 ");
	}

	@Test
	void whatIsNotHttpIsRefused() {
		assertThat(answer("\u0016\u0003\u0001\n\n")).startsWith("HTTP/1.1 400 ");
		assertThat(answer("GET /ws HTTP/1.1\nX: " + "x".repeat(20_000) + "\n\n")).startsWith("HTTP/1.1 4");
	}

	@Test
	void whoSendsNoRequestIsClosedAfterAWhile() {
		try (Wire wire = Wire.listening(this.router)) {
			wire.receive("GET /ws HTTP/1.1\nHost: lo");
			wire.pass(Duration.ofMillis(4900));
			assertThat(wire.isOpen()).isTrue();
			wire.pass(Duration.ofMillis(100));
			assertThat(wire.isOpen()).isFalse();
		}
	}

	@Test
	void anOpenLinkOutlivesTheTimeForTheRequest() {
		try (Wire wire = Wire.listening(this.router)) {
			wire.receive(REQUEST);
			wire.pass(Duration.ofSeconds(9));
			assertThat(wire.isOpen()).isTrue();
		}
	}

	private static String with(String header) {
		return REQUEST.replace("Host:", header + "\nHost:");
	}

	/** The answer of a server to one request; where it refuses, it closes. */
	private String answer(String request) {
		Recorder<MessageToClient, MessageToRouter> session = this.router.opened.isDone() ? new Recorder<>()
				: this.router;
		try (Wire wire = Wire.listening(session)) {
			wire.receive(request);
			String answer = wire.sentText();
			assertThat(wire.isOpen()).isEqualTo(answer.startsWith("HTTP/1.1 101 "));
			return answer;
		}
	}

}
