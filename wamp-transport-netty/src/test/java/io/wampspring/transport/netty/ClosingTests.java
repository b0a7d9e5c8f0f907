package io.wampspring.transport.netty;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.wampspring.codec.Serializer;
import io.wampspring.message.Call;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.LinkClosed;

import static org.assertj.core.api.Assertions.assertThat;

/** How links end. */
class ClosingTests {

	private final Recorder<MessageToRouter, MessageToClient> client = new Recorder<>();

	private final Recorder<MessageToClient, MessageToRouter> router = new Recorder<>();

	@Test
	void whatWasSentBeforeLeavesAndThenTheCloseFrame() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.link().send(new Call(1, Map.of(), "a", Payload.EMPTY));
			this.client.link().close(CloseCode.NORMAL, "bye");
			this.client.link().send(new Call(2, Map.of(), "a", Payload.EMPTY));
			this.client.link().close(CloseCode.INTERNAL_ERROR, "ignored");
			assertThat(wire.sent()).satisfiesExactly((call) -> assertThat(call.text()).isEqualTo("[48,1,{},\"a\"]"),
					(close) -> assertThat(close.closing()).isEqualTo("1000 bye"));
			assertThat(wire.isOpen()).isTrue();
			assertThat(this.client.closed).isNotDone();

			wire.receive(Frame.close(1000, ""));
			assertThat(wire.isOpen()).isFalse();
			assertThat(this.client.closed()).isEqualTo(LinkClosed.clean(CloseCode.NORMAL, "bye"));
		}
	}

	@Test
	void withoutAnAnswerTheConnectionIsClosedAfterTwoSeconds() {
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			this.router.link().close(CloseCode.GOING_AWAY, "down");
			wire.pass(Duration.ofMillis(1900));
			assertThat(wire.isOpen()).isTrue();
			wire.pass(Duration.ofMillis(100));
			assertThat(wire.isOpen()).isFalse();
			assertThat(this.router.closed()).isEqualTo(new LinkClosed(false, CloseCode.GOING_AWAY, "down", null));
		}
	}

	@Test
	void aPeerThatTakesNothingDoesNotHoldTheEndUp() {
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.setWritable(false);
			this.router.link().send(new Result(1, Map.of(), Payload.EMPTY));
			this.router.link().close(CloseCode.NORMAL, "bye");
			wire.pass(Duration.ofSeconds(2));
			assertThat(wire.isOpen()).isFalse();
			assertThat(this.router.closed()).isEqualTo(new LinkClosed(false, CloseCode.NORMAL, "bye", null));
		}
	}

	@Test
	void aCloseFrameOfThePeerIsAnsweredAfterWhatWaits() {
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			this.router.onMessage((link, message) -> link.send(new Result(1, Map.of(), Payload.EMPTY)));
			wire.receive(Frame.text("[48,1,{},\"a\"]"), Frame.close(1001, "tab closed"));
			assertThat(wire.sent()).satisfiesExactly((result) -> assertThat(result.text()).isEqualTo("[50,1,{}]"),
					(close) -> assertThat(close.closing()).isEqualTo("1001 "));
			assertThat(wire.isOpen()).isFalse();
			assertThat(this.router.closed()).isEqualTo(LinkClosed.clean(CloseCode.GOING_AWAY, "tab closed"));
		}
	}

	@Test
	void aCloseFrameWithoutACodeIsAnsweredWithoutOne() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			wire.receive(new Frame(0x80 | Frame.CLOSE, new byte[0]));
			assertThat(wire.sent()).singleElement().satisfies((close) -> assertThat(close.payload()).isEmpty());
			assertThat(this.client.closed()).isEqualTo(LinkClosed.clean(CloseCode.NORMAL, ""));
		}
	}

	@Test
	void crossingCloseFramesEndTheLinkOnce() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.onMessage((link, message) -> link.close(CloseCode.NORMAL, "ours"));
			wire.receive(Frame.text("[36,1,2,{}]"), Frame.close(1001, "theirs"));
			assertThat(wire.sent()).singleElement().extracting(Frame::closing).isEqualTo("1000 ours");
			assertThat(this.client.closed()).isEqualTo(LinkClosed.clean(CloseCode.NORMAL, "ours"));
		}
	}

	@Test
	void nothingIsDeliveredAfterTheLinkWasClosedHere() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.onMessage((link, message) -> link.close(CloseCode.NORMAL, "enough"));
			wire.receive(Frame.text("[36,1,2,{}]"), Frame.text("[36,1,3,{}]"));
			wire.receive(Frame.text("[36,1,4,{}]"), Frame.close(1000, ""));
			assertThat(this.client.messages).hasSize(1);
			assertThat(this.client.closed().clean()).isTrue();
		}
	}

	@Test
	void anEndWithoutACloseFrameIsALoss() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			wire.end();
			LinkClosed closed = this.client.closed();
			assertThat(closed.clean()).isFalse();
			assertThat(closed.code()).isEqualTo(CloseCode.LOST);
			assertThat(closed.reason()).contains("without a closing handshake");
		}
	}

	@Test
	void aFailureOfTheTransportIsALossWithItsCause() {
		IOException reset = new IOException("Connection reset");
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			wire.channel.pipeline().fireExceptionCaught(reset);
			assertThat(this.client.closed().cause()).isSameAs(reset);
			assertThat(wire.isOpen()).isFalse();
		}
	}

	@Test
	void sendingAndClosingAfterTheEndDoNothing() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			wire.end();
			this.client.link().send(new Call(1, Map.of(), "a", Payload.EMPTY));
			this.client.link().close(CloseCode.NORMAL, "late");
			this.client.link().setReading(false);
			this.client.link().setReading(true);
			assertThat(wire.sent()).isEmpty();
		}
	}

	@Test
	void aLongReasonIsShortenedToWhatACloseFrameHolds() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.link().close(CloseCode.POLICY, "ä".repeat(100));
			assertThat(wire.sent()).singleElement().extracting(Frame::closing).isEqualTo("1008 " + "ä".repeat(61));
		}
	}

	@Test
	void aSessionThatFailsClosesItsLink() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.onMessage((link, message) -> {
				throw new IllegalStateException("a fault on purpose");
			});
			wire.receive(Frame.text("[36,1,2,{}]"));
			assertThat(wire.sent()).singleElement().extracting(Frame::closing).isEqualTo("1011 internal error");
		}
	}

}
