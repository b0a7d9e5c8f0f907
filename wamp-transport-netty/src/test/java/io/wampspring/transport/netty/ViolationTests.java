package io.wampspring.transport.netty;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.wampspring.codec.Serializer;
import io.wampspring.message.Abort;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.transport.CloseCode;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames and messages that break the protocol. */
class ViolationTests {

	private static final String ABORT = "[3,{},\"wamp.error.protocol_violation\"]";

	private final Recorder<MessageToRouter, MessageToClient> client = new Recorder<>();

	private final Recorder<MessageToClient, MessageToRouter> router = new Recorder<>();

	@BeforeEach
	void answerAsASessionDoes() {
		this.router.onViolation((link, violation) -> {
			link.send(new Abort(Map.of(), "wamp.error.protocol_violation", Payload.EMPTY));
			link.close(CloseCode.PROTOCOL_ERROR, String.valueOf(violation.getMessage()));
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a frame without a mask                | 8105 68656c6c6f                      | 1002
			a reserved bit                        | c180 11223344                        | 1002
			a reserved opcode                     | 8380 11223344                        | 1002
			a reserved control opcode             | 8b80 11223344                        | 1002
			a continuation of nothing             | 8080 11223344                        | 1002
			a text within a message               | 0180 11223344 8180 11223344          | 1002
			a ping in fragments                   | 0980 11223344                        | 1002
			a close frame of one byte             | 8881 11223344 00                     | 1002
			a length not written in its shortest  | 81fe 0005 11223344                   | 1002
			a length beyond the limit             | 81ff 000000003b9aca00                | 1009
			a length beyond all measure           | 81ff 7fffffffffffffff                | 1009
			a negative length                     | 81ff ffffffffffffffff                | 1002
			a text that is not UTF-8              | 8183 00000000 22ff22                 | 1007
			a text with an encoded surrogate      | 8185 00000000 22eda08022             | 1007
			a binary frame under JSON             | 8280 11223344                        | 1002
			a message that is not JSON            | 8181 00000000 7b                     | 1002
			an empty message                      | 8180 00000000                        | 1002
			""")
	@Tag("E-34")
	void eachIsAnsweredWithAbortAndTheCodeOfWebSocket(String what, String hex, int code) {
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.receive(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
			wire.receive(Frame.text("[48,1,{},\"a\"]"));
			assertThat(this.router.violations).as(what).hasSize(1);
			assertThat(this.router.messages).as("what came after " + what).isEmpty();
			assertThat(wire.sent()).satisfiesExactly((abort) -> assertThat(abort.text()).isEqualTo(ABORT),
					(close) -> assertThat(close.closing()).startsWith(code + " "));
		}
	}

	@Test
	@Tag("E-34")
	void aTextFrameUnderABinarySerializerIsOneToo() {
		for (Serializer serializer : List.of(Serializer.CBOR, Serializer.MSGPACK)) {
			Recorder<MessageToRouter, MessageToClient> session = new Recorder<>();
			try (Wire wire = Wire.client(session, serializer)) {
				wire.receive(Frame.text("[36,1,2,{}]"), Frame.text("[36,1,2,{}]"));
				assertThat(session.violations).singleElement()
					.satisfies((violation) -> assertThat(violation).hasMessageContaining("text frame"));
				assertThat(session.messages).isEmpty();
			}
		}
	}

	@Test
	void fragmentsThatTogetherAreTooLargeAreOne() {
		byte[] part = new byte[40_000];
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.receive(new Frame(Frame.TEXT, part), new Frame(Frame.CONTINUATION, part));
			assertThat(this.router.violations).isEmpty();
			wire.receive(new Frame(0x80, part));
			assertThat(this.router.violations).hasSize(1);
			assertThat(wire.sent()).last().extracting(Frame::closing).asString().startsWith("1009 ");
		}
	}

	@Test
	void aMessageOfExactlyTheLimitIsNone() {
		String text = "[48,1,{},\"a\",[\"" + "x".repeat(Wire.LIMITS.messageSize() - 18) + "\"]]";
		assertThat(text).hasSize(Wire.LIMITS.messageSize());
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.receive(Frame.text(text));
			assertThat(this.router.messages).hasSize(1);
			wire.receive(Frame.text(text + " "));
			assertThat(this.router.messages).hasSize(1);
			assertThat(this.router.violations).hasSize(1);
		}
	}

	@Test
	@Tag("E-35")
	void messagesBeforeItAreDeliveredAndNothingAfterItInTheSameRead() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			wire.receive(Frame.text("[36,1,2,{}]"), Frame.text("[36"), Frame.text("[36,1,3,{}]"));
			assertThat(this.client.messages).hasSize(1);
			assertThat(this.client.violations).hasSize(1);
			wire.receive(Frame.text("[36,1,4,{}]"), Frame.ping("still here"));
			assertThat(this.client.messages).hasSize(1);
			assertThat(wire.sent()).singleElement().extracting(Frame::text).isEqualTo("still here");
		}
	}

	@Test
	void aMaskedFrameOfAServerIsOne() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			wire.receive(Frame.text("[36,1,2,{}]").bytes(true));
			assertThat(this.client.violations).hasSize(1);
		}
	}

	@Test
	void itWaitsForItsTurnBehindMessagesThatAreHeld() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.link().setReading(false);
			wire.receive(Frame.text("[36,1,2,{}]"), Frame.binary(new byte[1]));
			assertThat(this.client.messages).isEmpty();
			assertThat(this.client.violations).isEmpty();
			this.client.link().setReading(true);
			wire.sent();
			assertThat(this.client.messages).hasSize(1);
			assertThat(this.client.violations).hasSize(1);
		}
	}

}
