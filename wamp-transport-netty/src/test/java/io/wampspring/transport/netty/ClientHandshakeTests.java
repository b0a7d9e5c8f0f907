package io.wampspring.transport.netty;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.LinkException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The client's opening handshake with answers of all kinds. */
class ClientHandshakeTests {

	private static final Serializer[] ALL = Serializer.values();

	private final Recorder<MessageToRouter, MessageToClient> client = new Recorder<>();

	private final CompletableFuture<Void> outcome = new CompletableFuture<>();

	@Test
	void theRequestOffersTheSerializersInOrderAndHasNoOriginAndNoExtensions() {
		try (Wire wire = connecting("ws://localhost:9000/ws?x=1", Map.of("X-Tenant", "acme"))) {
			assertThat(wire.sentText()).startsWith("GET /ws?x=1 HTTP/1.1\r\n")
				.containsIgnoringCase("\r\nSec-WebSocket-Protocol: wamp.2.cbor,wamp.2.msgpack,wamp.2.json\r\n")
				.containsIgnoringCase("\r\nHost: localhost:9000\r\n")
				.contains("\r\nX-Tenant: acme\r\n")
				.doesNotContainIgnoringCase("\r\nOrigin:")
				.doesNotContainIgnoringCase("Extensions");
		}
	}

	@Test
	void anOriginOfTheConfigurationIsSent() {
		try (Wire wire = connecting("ws://localhost/ws", Map.of("Origin", "https://app.example.com"))) {
			assertThat(wire.sentText()).containsIgnoringCase("\r\nOrigin: https://app.example.com\r\n");
		}
	}

	@Test
	void userInfoBecomesBasicAuthorizationAndIsNeverReported() {
		try (Wire wire = connecting("ws://joe:hunter2@localhost/ws", Map.of())) {
			assertThat(wire.sentText()).containsIgnoringCase("\r\nAuthorization: Basic am9lOmh1bnRlcjI=\r\n")
				.doesNotContain("hunter2");
			wire.receive("HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n");
			assertThat(failure()).hasMessageContaining("ws://localhost/ws")
				.hasMessageContaining("401")
				.hasMessageNotContaining("hunter2")
				.hasMessageNotContaining("joe")
				.hasMessageNotContaining("am9lOmh1bnRlcjI");
		}
	}

	@Test
	void anAnswerOtherThan101IsReportedWithItsStatusAndTheBeginningOfItsBody() {
		try (Wire wire = connecting()) {
			wire.receive("HTTP/1.1 404 Not Found\nContent-Length: 24\n\n<h1>\tNo such\n page</h1>");
			LinkException failure = failure();
			assertThat(failure.kind()).isEqualTo(LinkException.Kind.HANDSHAKE);
			assertThat(failure)
				.hasMessageContaining("ws://localhost/ws: the answer is HTTP 404 Not Found: <h1> No such page</h1>");
			assertThat(wire.isOpen()).isFalse();
		}
	}

	@Test
	void ofALongBodyOnlyTheBeginningIsReadAndReported() {
		try (Wire wire = connecting()) {
			wire.receive("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1000\n" + "x".repeat(4096));
			assertThat(failure().getMessage()).contains("HTTP 200 OK: xxx").hasSizeLessThan(400);
			assertThat(wire.isOpen()).isFalse();
		}
	}

	@Test
	void aBodyThatIsCutOffIsReportedAsFarAsItCame() {
		try (Wire wire = connecting()) {
			wire.receive("HTTP/1.1 503 Service Unavailable\nContent-Length: 100\n\nback soon");
			assertThat(this.outcome).isNotDone();
			wire.end();
			assertThat(failure()).hasMessageContaining("503 Service Unavailable: back soon");
		}
	}

	@Test
	void redirectsAreNotFollowed() {
		try (Wire wire = connecting()) {
			wire.receive("HTTP/1.1 302 Found\nLocation: ws://other.example/ws\nContent-Length: 0\n\n");
			assertThat(failure()).hasMessageContaining("302 Found");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000\u0001\u0002\n\n", "SSH-2.0-OpenSSH_9.2\n", "220 mail ESMTP\n\n" })
	void whatIsNotHttpIsReportedAsThat(String garbage) {
		try (Wire wire = connecting()) {
			wire.receive(garbage);
			wire.end();
			assertThat(failure().kind()).isEqualTo(LinkException.Kind.HANDSHAKE);
		}
	}

	@Test
	void aPeerThatClosesInsteadOfAnsweringIsReported() {
		try (Wire wire = connecting()) {
			wire.end();
			assertThat(failure()).hasMessageContaining("closed the connection instead of answering");
		}
	}

	@Test
	void silenceIsATimeout() {
		try (Wire wire = connecting()) {
			wire.pass(Duration.ofMillis(9900));
			assertThat(this.outcome).isNotDone();
			wire.pass(Duration.ofMillis(100));
			assertThat(failure().kind()).isEqualTo(LinkException.Kind.TIMEOUT);
			assertThat(failure()).hasMessageContaining("10000 ms");
			assertThat(wire.isOpen()).isFalse();
		}
	}

	@Test
	@Tag("E-136")
	void aMissingSubprotocolFails() {
		try (Wire wire = connecting()) {
			String answer = Wire.upgraded(wire.sentText(), "wamp.2.json")
				.replace("Sec-WebSocket-Protocol: wamp.2.json\n", "");
			wire.receive(answer);
			assertThat(failure().kind()).isEqualTo(LinkException.Kind.SUBPROTOCOL);
			assertThat(failure()).hasMessageContaining("no sub-protocol").hasMessageContaining("wamp.2.json");
			assertThat(wire.isOpen()).isFalse();
			assertThat(this.client.opened).isNotDone();
		}
	}

	@Test
	@Tag("E-136")
	void aSubprotocolThatWasNotOfferedFails() {
		try (Wire wire = Wire.connecting(this.client,
				Wire.transport("ws://localhost/ws", KeepAlive.OFF, Map.of(), Serializer.CBOR), this.outcome)) {
			wire.receive(Wire.upgraded(wire.sentText(), "wamp.2.json"));
			assertThat(failure().kind()).isEqualTo(LinkException.Kind.SUBPROTOCOL);
			assertThat(failure()).hasMessageContaining("wamp.2.json").hasMessageContaining("wamp.2.cbor");
		}
	}

	@Test
	void aWrongAcceptKeyFails() {
		try (Wire wire = connecting()) {
			wire.receive(
					Wire.upgraded(wire.sentText(), "wamp.2.json").replaceFirst("Accept: \\S+", "Accept: d3Jvbmc="));
			assertThat(failure().kind()).isEqualTo(LinkException.Kind.HANDSHAKE);
			assertThat(wire.isOpen()).isFalse();
		}
	}

	@Test
	void aMessageInTheSameReadAsTheAnswerIsDelivered() {
		try (Wire wire = connecting()) {
			String answer = Wire.upgraded(wire.sentText(), "wamp.2.json");
			ByteArrayOutputStream read = new ByteArrayOutputStream();
			read.writeBytes(answer.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
			read.writeBytes(Frame.text("[36,1,2,{}]").bytes(false));
			read.writeBytes(Frame.text("[36,1,3,{}]").bytes(false));
			wire.receive(read.toByteArray());
			assertThat(this.client.messages).hasSize(2);
		}
	}

	@Test
	void theAnswerMayComeByteByByte() {
		try (Wire wire = connecting()) {
			for (byte each : Wire.upgraded(wire.sentText(), "wamp.2.msgpack")
				.replace("\n", "\r\n")
				.getBytes(StandardCharsets.US_ASCII)) {
				wire.receive(new byte[] { each });
			}
			assertThat(this.outcome).isCompleted();
			assertThat(this.client.link().info().serializer()).isEqualTo(Serializer.MSGPACK);
			wire.pass(Duration.ofSeconds(20));
			assertThat(wire.isOpen()).isTrue();
		}
	}

	private Wire connecting() {
		return connecting("ws://localhost/ws", Map.of());
	}

	private Wire connecting(String url, Map<String, String> headers) {
		return Wire.connecting(this.client, Wire.transport(url, KeepAlive.OFF, headers, ALL), this.outcome);
	}

	private LinkException failure() {
		CompletionException failure = catchThrowableOfType(CompletionException.class, this.outcome::join);
		assertThat(failure).hasCauseInstanceOf(LinkException.class);
		return (LinkException) failure.getCause();
	}

}
