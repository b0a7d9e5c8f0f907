package io.wampspring.transport.netty;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.wampspring.codec.Serializer;
import io.wampspring.message.Call;
import io.wampspring.message.Event;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames of both ends, byte by byte. */
class LinkTests {

	/** [36, 5512315355, 4429313566, {}, ["ä€😀"]], padded in JSON. */
	private static final Map<Serializer, byte[]> EVENTS = Map.of(Serializer.JSON,
			"[36,5512315355,4429313566,{},[\"ä€😀\"]]".getBytes(java.nio.charset.StandardCharsets.UTF_8),
			Serializer.CBOR,
			HexFormat.of().parseHex("8518241b00000001488f41db1b000000010801f61ea08169c3a4e282acf09f9880"),
			Serializer.MSGPACK,
			HexFormat.of().parseHex("9524cf00000001488f41dbcf000000010801f61e8091a9c3a4e282acf09f9880"));

	/** [48, 7, {}, "a", ["ä"]]. */
	private static final Map<Serializer, byte[]> CALLS = Map.of(Serializer.JSON,
			"[48,7,{},\"a\",[\"ä\"]]".getBytes(java.nio.charset.StandardCharsets.UTF_8), Serializer.CBOR,
			HexFormat.of().parseHex("85183007a061618162c3a4"), Serializer.MSGPACK,
			HexFormat.of().parseHex("95300780a16191a2c3a4"));

	private final Recorder<MessageToRouter, MessageToClient> client = new Recorder<>();

	private final Recorder<MessageToClient, MessageToRouter> router = new Recorder<>();

	@ParameterizedTest
	@EnumSource
	@Tag("E-37")
	void aClientReassemblesMessagesCutAnywhereInFramesAndReads(Serializer serializer) throws Exception {
		byte[] message = EVENTS.get(serializer);
		try (Wire wire = Wire.client(this.client, serializer)) {
			int expected = cutEverywhere(wire, message, serializer);
			for (int i = 0; i < expected; i++) {
				Event event = (Event) this.client.messages.remove();
				assertThat(event.subscription()).isEqualTo(5512315355L);
				assertThat(event.payload().args()).isEqualTo(List.of("ä€😀"));
			}
			assertThat(this.client.messages).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-37")
	void aServerReassemblesMessagesCutAnywhereInFramesAndReads(Serializer serializer) throws Exception {
		byte[] message = CALLS.get(serializer);
		try (Wire wire = Wire.server(this.router, serializer)) {
			int expected = cutEverywhere(wire, message, serializer);
			for (int i = 0; i < expected; i++) {
				Call call = (Call) this.router.messages.remove();
				assertThat(call.request()).isEqualTo(7);
				assertThat(call.payload().args()).isEqualTo(List.of("ä"));
			}
			assertThat(this.router.messages).isEmpty();
		}
	}

	/** Sends a message once for each way to cut it, pings in between. */
	private static int cutEverywhere(Wire wire, byte[] message, Serializer serializer) {
		Frame whole = serializer.isBinary() ? Frame.binary(message) : new Frame(0x80 | Frame.TEXT, message);
		byte[] bytes = wire.bytes(whole);
		for (int cut = 1; cut < bytes.length; cut++) {
			wire.receive(part(bytes, 0, cut));
			wire.receive(part(bytes, cut, bytes.length));
		}
		for (int cut = 0; cut <= message.length; cut++) {
			wire.receive(new Frame(whole.opcode(), part(message, 0, cut)), Frame.ping("p" + cut),
					new Frame(0x80, part(message, cut, message.length)));
			assertThat(wire.sent()).singleElement()
				.satisfies((pong) -> assertThat(pong.opcode()).isEqualTo(Frame.PONG))
				.extracting(Frame::text)
				.isEqualTo("p" + cut);
		}
		for (byte each : bytes) {
			wire.receive(new byte[] { each });
		}
		for (int i = 0; i < message.length; i++) {
			int head = (i == 0) ? whole.opcode() : Frame.CONTINUATION;
			wire.receive(new Frame((i == message.length - 1) ? 0x80 | head : head, part(message, i, i + 1)));
		}
		return bytes.length - 1 + message.length + 1 + 2;
	}

	private static byte[] part(byte[] bytes, int from, int to) {
		return java.util.Arrays.copyOfRange(bytes, from, to);
	}

	@ParameterizedTest
	@EnumSource
	void messagesLeaveInFramesOfTheSerializersKind(Serializer serializer) {
		int opcode = serializer.isBinary() ? Frame.BINARY : Frame.TEXT;
		try (Wire wire = Wire.server(this.router, serializer)) {
			this.router.link().send(new Result(7, Map.of(), Payload.of("ä")));
			assertThat(wire.sent()).singleElement().extracting(Frame::opcode).isEqualTo(opcode);
		}
		try (Wire wire = Wire.client(this.client, serializer)) {
			this.client.link().send(new Call(7, Map.of(), "a", Payload.of("ä")));
			assertThat(wire.sent()).singleElement()
				.satisfies((frame) -> assertThat(frame.payload()).isEqualTo(CALLS.get(serializer)))
				.extracting(Frame::opcode)
				.isEqualTo(opcode);
		}
	}

	@Test
	void clientsMaskAndServersDoNot() {
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			this.router.link().send(new Result(7, Map.of(), Payload.EMPTY));
			assertThat(wire.sentText()).endsWith("[50,7,{}]");
		}
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			this.client.link().send(new Call(7, Map.of(), "a", Payload.EMPTY));
			assertThat(wire.sentText()).doesNotContain("[48");
		}
	}

	@Test
	void whatARouterSendsInAnswerToOneReadLeavesWithOneFlush() {
		this.router.onMessage((link, message) -> link.send(new Result(1, Map.of(), Payload.EMPTY)));
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.flushes();
			wire.receive(calls(100));
			assertThat(wire.flushes()).isEqualTo(1);
			assertThat(wire.sent()).hasSize(100);
		}
	}

	@Test
	void whatTasksOfTheLaneSendLeavesWithOneFlushForAllThatWait() {
		try (Wire wire = Wire.client(this.client, Serializer.JSON)) {
			wire.flushes();
			for (int i = 1; i <= 50; i++) {
				int request = i;
				this.client.link()
					.lane()
					.execute(() -> this.client.link().send(new Call(request, Map.of(), "a", Payload.EMPTY)));
			}
			assertThat(wire.flushes()).isEqualTo(1);
			assertThat(wire.sent()).extracting(Frame::text)
				.containsExactlyElementsOf(
						IntStream.rangeClosed(1, 50).mapToObj((i) -> "[48," + i + ",{},\"a\"]").toList());
		}
	}

	@Test
	void aLongBatchOfReadsDoesNotHoldItsAnswersBackUntilItsEnd() {
		this.router.onMessage((link, message) -> {
			link.send(new Result(1, Map.of(), Payload.EMPTY));
			assertThat(link.isWritable()).isTrue();
		});
		try (Wire wire = Wire.server(this.router, Serializer.JSON)) {
			wire.receive(calls(5000));
			assertThat(wire.sent()).hasSize(5000);
			assertThat(this.router.closed).isNotDone();
		}
	}

	private static Frame[] calls(int count) {
		return Stream.generate(() -> Frame.text("[48,1,{},\"a\"]")).limit(count).toArray(Frame[]::new);
	}

}
