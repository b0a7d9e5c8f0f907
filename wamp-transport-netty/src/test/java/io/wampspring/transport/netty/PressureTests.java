package io.wampspring.transport.netty;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.wampspring.codec.Serializer;
import io.wampspring.message.Event;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.LinkClosed;

import static org.assertj.core.api.Assertions.assertThat;

/** Peers and sessions that are slower than the other end. */
class PressureTests {

	private final Recorder<MessageToRouter, MessageToClient> client = new Recorder<>();

	private final Recorder<MessageToClient, MessageToRouter> router = new Recorder<>();

	@Test
	@Tag("R-82")
	void aPeerForWhichTooManyMessagesWaitIsClosed() {
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.setWritable(false);
			for (int i = 0; i < Wire.OUTBOUND.messages(); i++) {
				this.router.link().send(new Result(1, Map.of(), Payload.EMPTY));
			}
			assertThat(wire.sent()).isEmpty();
			this.router.link().send(new Result(1, Map.of(), Payload.EMPTY));
			assertThat(wire.sent()).singleElement()
				.extracting(Frame::closing)
				.isEqualTo("1013 the peer reads too slowly");
			wire.pass(Duration.ofSeconds(2));
			assertThat(this.router.closed())
				.isEqualTo(new LinkClosed(false, CloseCode.OVERLOADED, "the peer reads too slowly", null));
		}
	}

	@Test
	@Tag("R-82")
	void aPeerForWhichTooManyBytesWaitIsClosed() {
		Result large = new Result(1, Map.of(), Payload.of("x".repeat(90_000)));
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.setWritable(false);
			this.router.link().send(large);
			this.router.link().send(large);
			assertThat(wire.sent()).isEmpty();
			this.router.link().send(large);
			assertThat(wire.sent()).hasSize(1);
			wire.receive(Frame.close(1013, ""));
			assertThat(this.router.closed().code()).isEqualTo(CloseCode.OVERLOADED);
		}
	}

	@Test
	void whatWaitedLeavesInOrderWhenThePeerTakesAgain() {
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.setWritable(false);
			for (int i = 1; i <= 600; i++) {
				this.router.link().send(new Result(i, Map.of(), Payload.EMPTY));
			}
			wire.sent();
			assertThat(this.router.link().isWritable()).isFalse();
			wire.setWritable(true);
			assertThat(wire.sent()).hasSize(600).last().extracting(Frame::text).isEqualTo("[50,600,{}]");
			assertThat(this.router.link().isWritable()).isTrue();
			assertThat(this.router.writable).isEqualTo(1);
		}
	}

	@Test
	void ofManyPingsThatCannotBeAnsweredOnlyTheLastIsRemembered() {
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.setWritable(false);
			for (int i = 0; i < 1000; i++) {
				wire.receive(Frame.ping("p" + i));
			}
			this.router.link().send(new Result(1, Map.of(), Payload.EMPTY));
			assertThat(wire.sent()).isEmpty();
			wire.setWritable(true);
			assertThat(wire.sent()).extracting(Frame::text).containsExactly("p999", "[50,1,{}]");
			wire.setWritable(false);
			wire.receive(Frame.ping("never answered"));
		}
	}

	@Test
	void whoDoesNotReadGetsNothingButStillAnswersPings() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.onMessage((link, message) -> {
				if (((Event) message).publication() == 2) {
					link.setReading(false);
				}
			});
			wire.receive(event(1), event(2), event(3), event(4));
			assertThat(this.client.messages).hasSize(2);
			assertThat(wire.channel.config().isAutoRead()).isTrue();
			wire.receive(Frame.ping("alive"));
			assertThat(wire.sent()).singleElement().extracting(Frame::text).isEqualTo("alive");
			this.client.link().setReading(true);
			wire.receive(event(5));
			assertThat(this.client.messages).extracting((message) -> ((Event) message).publication())
				.containsExactly(1L, 2L, 3L, 4L, 5L);
		}
	}

	@Test
	void whoDoesNotReadForLongLetsThePeerFeelIt() {
		Frame large = Frame.text("[36,1,2,{},[\"" + "x".repeat(65_000) + "\"]]");
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.link().setReading(false);
			wire.receive(large, large, large, large);
			assertThat(wire.channel.config().isAutoRead()).isTrue();
			wire.receive(large);
			assertThat(wire.channel.config().isAutoRead()).isFalse();
			this.client.link().setReading(true);
			wire.sent();
			assertThat(wire.channel.config().isAutoRead()).isTrue();
			assertThat(this.client.messages).hasSize(5);
		}
	}

	@Test
	void whatIsHeldIsDeliveredBeforeTheEnd() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.link().setReading(false);
			wire.receive(event(1), event(2));
			wire.end();
			assertThat(this.client.messages).hasSize(2);
			assertThat(this.client.closed().code()).isEqualTo(CloseCode.LOST);
		}
	}

	private static Frame event(int publication) {
		return Frame.text("[36,1," + publication + ",{}]");
	}

}
