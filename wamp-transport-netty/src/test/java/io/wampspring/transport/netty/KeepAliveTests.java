package io.wampspring.transport.netty;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.KeepAlive;

import static org.assertj.core.api.Assertions.assertThat;

/** Keep-alive on virtual time. */
class KeepAliveTests {

	private final Recorder<MessageToRouter, MessageToClient> client = new Recorder<>();

	private final Recorder<MessageToClient, MessageToRouter> router = new Recorder<>();

	@Test
	@Tag("E-131")
	void aClientPingsASilentRouterAfterTenSecondsAndLosesItFiveLater() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON, KeepAlive.DEFAULT)) {
			assertIsPingedAndLost(wire);
			assertThat(this.client.closed().code()).isEqualTo(CloseCode.LOST);
			assertThat(this.client.closed().clean()).isFalse();
			assertThat(this.client.closed().reason()).contains("ping").contains("5000 ms");
		}
	}

	@Test
	@Tag("R-83")
	void aRouterPingsASilentClientAfterTenSecondsAndLosesItFiveLater() {
		try (Wire wire = Wire.server(this.router, Serializer.CBOR, KeepAlive.DEFAULT)) {
			assertIsPingedAndLost(wire);
			assertThat(this.router.closed().code()).isEqualTo(CloseCode.LOST);
		}
	}

	private static void assertIsPingedAndLost(Wire wire) {
		wire.pass(Duration.ofMillis(9900));
		assertThat(wire.sent()).isEmpty();
		wire.pass(Duration.ofMillis(100));
		assertThat(wire.sent()).singleElement().satisfies((ping) -> {
			assertThat(ping.opcode()).isEqualTo(Frame.PING);
			assertThat(ping.payload()).hasSize(4);
		});
		wire.pass(Duration.ofMillis(4900));
		assertThat(wire.isOpen()).isTrue();
		wire.pass(Duration.ofMillis(100));
		assertThat(wire.isOpen()).isFalse();
	}

	@Test
	void anAnsweredPingIsFollowedByAnotherTenSecondsLaterWithOtherBytes() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON, KeepAlive.DEFAULT)) {
			wire.pass(Duration.ofSeconds(10));
			Frame first = only(wire.sent());
			wire.pass(Duration.ofMillis(4900));
			wire.receive(Frame.pong(first.payload()));
			wire.pass(Duration.ofMillis(9900));
			assertThat(wire.sent()).isEmpty();
			wire.pass(Duration.ofMillis(100));
			Frame second = only(wire.sent());
			assertThat(second.opcode()).isEqualTo(Frame.PING);
			assertThat(second.payload()).isNotEqualTo(first.payload());
		}
	}

	@Test
	void whatTheRouterSendsPutsThePingOff() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON, KeepAlive.DEFAULT)) {
			for (int i = 0; i < 10; i++) {
				wire.pass(Duration.ofSeconds(9));
				wire.receive(Frame.text("[36,1,2,{}]"));
			}
			assertThat(wire.sent()).isEmpty();
			assertThat(this.client.messages).hasSize(10);
		}
	}

	@Test
	void aLargeMessageThatIsStillComingAnswersThePing() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON, KeepAlive.DEFAULT)) {
			wire.pass(Duration.ofSeconds(10));
			assertThat(wire.sent()).hasSize(1);
			byte[] bytes = wire.bytes(Frame.text("[36,1,2,{},[\"" + "x".repeat(50) + "\"]]"));
			for (byte each : bytes) {
				wire.pass(Duration.ofSeconds(1));
				wire.receive(new byte[] { each });
			}
			assertThat(this.client.messages).hasSize(1);
			assertThat(wire.sent()).isEmpty();
		}
	}

	@Test
	void switchedOffNothingIsSent() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON, KeepAlive.OFF)) {
			wire.pass(Duration.ofMinutes(5));
			assertThat(wire.sent()).isEmpty();
			assertThat(wire.isOpen()).isTrue();
		}
	}

	@Test
	void intervalTimeoutAndPayloadAreThoseOfTheSettings() {
		KeepAlive settings = new KeepAlive(Duration.ofMillis(200), Duration.ofMillis(500), 125);
		try (Wire wire = Wire.client(this.client, Serializer.JSON, settings)) {
			wire.pass(Duration.ofMillis(200));
			assertThat(only(wire.sent()).payload()).hasSize(125);
			wire.pass(Duration.ofMillis(400));
			assertThat(wire.isOpen()).isTrue();
			wire.pass(Duration.ofMillis(100));
			assertThat(wire.isOpen()).isFalse();
		}
	}

	@Test
	void whoDoesNotReadDoesNotLoseThePeer() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON, KeepAlive.DEFAULT)) {
			this.client.link().setReading(false);
			for (int i = 0; i < 6; i++) {
				wire.receive(Frame.text("[36,1,2,{},[\"" + "x".repeat(60_000) + "\"]]"));
			}
			assertThat(wire.channel.config().isAutoRead()).isFalse();
			wire.pass(Duration.ofMinutes(5));
			assertThat(wire.isOpen()).isTrue();
			this.client.link().setReading(true);
			wire.pass(Duration.ofMillis(9000));
			assertThat(wire.isOpen()).isTrue();
			assertThat(this.client.messages).hasSize(6);
		}
	}

	@Test
	@Tag("R-83")
	void pingsOfThePeerAreAnsweredWithTheirPayload() {
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.receive(Frame.ping(""), Frame.ping("x".repeat(125)));
			assertThat(wire.sent()).extracting(Frame::text).containsExactly("", "x".repeat(125));
		}
	}

	private static Frame only(List<Frame> frames) {
		assertThat(frames).hasSize(1);
		return frames.get(0);
	}

}
