package io.wampspring.client.session;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wampspring.client.session.Core.Calls;
import io.wampspring.client.session.Core.Events;
import io.wampspring.client.session.Core.Invocations;
import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.MessageCodec;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Published;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unregistered;
import io.wampspring.message.Unsubscribed;
import io.wampspring.options.PublishOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a router does wrong, and what only looks wrong.
 */
class ProtocolTests {

	private static final MessageCodec<MessageToRouter, MessageToClient> LENIENT = codec(ProtocolMode.LENIENT);

	private static final MessageCodec<MessageToRouter, MessageToClient> STRICT = codec(ProtocolMode.STRICT);

	private static MessageCodec<MessageToRouter, MessageToClient> codec(ProtocolMode mode) {
		return MessageCodec.forClient(Serializer.JSON, Mapping.standard(), CodecLimits.defaults(), mode);
	}

	/** Does with literal text what a link does. */
	private static void receive(Core core, MessageCodec<MessageToRouter, MessageToClient> codec, String text) {
		byte[] bytes = text.getBytes(UTF_8);
		try {
			MessageToClient message = codec.decode(bytes, 0, bytes.length);
			if (message != null) {
				core.receive(message);
			}
			else {
				core.session.onExtension();
			}
		}
		catch (ProtocolViolationException ex) {
			core.session.onViolation(ex);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[99,1]", "[0]", "[7,1,2]", "[-1,1]", "[255,1]", "[1024,1]" })
	@Tag("E-27")
	void unknownMessageTypesAreViolations(String text) {
		assertViolation(Core.lenient().join(), LENIENT, text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[256]", "[300,1,{}]", "[337,123]", "[1023,\"x\"]" })
	@Tag("E-28")
	void extensionMessagesAreCounted(String text) {
		Core core = Core.lenient().join();

		receive(core, LENIENT, text);

		assertThat(core.isOver()).isFalse();
		assertThat(core.sent).isEmpty();
		assertThat(core.count(Incident.EXTENSION_MESSAGE)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{}", "5", "\"text\"", "null", "[\"36\",1,2,{}]", "[36.5,1,2,{}]", "[null]",
			"[36,1,2]", "[33,1]", "[50,1]", "[68,1,2]" })
	@Tag("E-29")
	void whatIsNoMessageIsAViolation(String text) {
		assertViolation(Core.lenient().join(), LENIENT, text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[", "[36,1,2,{}", "[36,1,2,{},[]", "[36,,2,{}]", "not json", "[36,1,2,{}]]" })
	@Tag("E-30")
	void malformedTextIsAViolation(String text) {
		assertViolation(Core.lenient().join(), STRICT, text);
	}

	@Test
	@Tag("E-31")
	void moreElementsThanDefinedAreIgnoredOrAViolation() {
		Core lenient = Core.lenient().join();
		Events events = new Events();
		lenient.subscribed("com.t", 200, events);

		receive(lenient, LENIENT, "[36,200,1,{},[1],{},\"surplus\"]");

		assertThat(events.publications()).containsExactly(1L);
		Core strict = Core.strict().join();
		strict.subscribed("com.t", 200, new Events());
		assertViolation(strict, STRICT, "[36,200,1,{},[1],{},\"surplus\"]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[36,\"200\",1,{}]", "[36,200,1,[]]", "[36,200,1,{\"topic\":5}]",
			"[36,200,1,{\"retained\":1}]", "[50,1,{\"progress\":1}]", "[68,1,100,{\"receive_progress\":\"yes\"}]",
			"[68,1,100,{\"procedure\":7}]", "[69,1,{\"mode\":1}]", "[6,{\"message\":1},\"com.r\"]", "[33,1,1.5]",
			"[8,48,1,{},5]" })
	@Tag("E-32")
	void wrongTypesOfElementsAreViolations(String text) {
		Core core = Core.lenient().join();
		core.subscribed("com.t", 200, new Events());
		core.registered("com.p", 100, new Invocations());

		assertViolation(core, LENIENT, text);
	}

	@ParameterizedTest
	@CsvSource({ "1", "2", "68", "70", "36", "99" })
	@Tag("E-33")
	void anErrorForWhatIsNoRequestIsAViolation(int type) {
		assertViolation(Core.lenient().join(), LENIENT, "[8," + type + ",1,{},\"com.e\"]");
	}

	@Test
	@Tag("E-33")
	void anErrorForACancelIsTolerated() {
		Core core = Core.strict().join();
		core.call("com.p", false);

		receive(core, STRICT, "[8,49,1,{},\"wamp.error.invalid_argument\"]");

		assertThat(core.isOver()).isFalse();
		assertThat(core.count(Incident.LATE_REPLY)).isEqualTo(1);
	}

	@Test
	@Tag("E-35")
	void nothingBehindAViolationIsProcessed() {
		Core core = Core.lenient().join();
		Events events = new Events();
		core.subscribed("com.t", 200, events);
		Invocations invocations = new Invocations();
		core.registered("com.p", 100, invocations);
		Calls call = core.call("com.q", false);
		core.sent.clear();

		receive(core, LENIENT, "[99]");
		receive(core, LENIENT, "[36,200,1,{}]");
		receive(core, LENIENT, "[68,1,100,{}]");
		receive(core, LENIENT, "[50,3,{}]");
		receive(core, LENIENT, "[99]");

		JoinTests.assertViolation(core, "unknown message type 99");
		assertThat(core.sent).hasSize(1);
		assertThat(events.events).isEmpty();
		assertThat(invocations.calls).isEmpty();
		assertThat(call.failure().uri()).isEqualTo("wamp.error.protocol_violation");
	}

	@ParameterizedTest
	@MethodSource("replies")
	@Tag("E-38")
	void repliesToRequestsThatWereNeverMadeAreCountedOrViolations(MessageToClient reply) {
		Core lenient = Core.lenient().join();
		lenient.receive(reply);
		assertThat(lenient.isOver()).isFalse();
		assertThat(lenient.count(Incident.UNKNOWN_REPLY)).isEqualTo(1);

		Core strict = Core.strict().join();
		strict.receive(reply);
		JoinTests.assertViolation(strict, "reply to request 9, which was never made");
	}

	@ParameterizedTest
	@MethodSource("replies")
	@Tag("E-38")
	void lateRepliesAreCounted(MessageToClient reply) {
		Core core = Core.strict().join();
		for (int i = 0; i < 9; i++) {
			core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY);
		}

		core.receive(reply);

		assertThat(core.isOver()).isFalse();
		assertThat(core.count(Incident.LATE_REPLY)).isEqualTo(1);
	}

	static Stream<MessageToClient> replies() {
		return Stream.of(new Result(9, Map.of(), Payload.EMPTY), new Published(9, 1), new Subscribed(9, 1),
				new Unsubscribed(9), new Registered(9, 1), new Unregistered(9),
				new ErrorMessage(MessageType.CALL, 9, Map.of(), "com.e", Payload.EMPTY));
	}

	@Test
	@Tag("E-38")
	void aReplyOfTheWrongKindAnswersNothing() {
		Core core = Core.lenient().join();
		Calls call = core.call("com.p", false);

		core.receive(new Subscribed(1, 200), new Published(1, 1), new Registered(1, 1),
				new ErrorMessage(MessageType.SUBSCRIBE, 1, Map.of(), "com.e", Payload.EMPTY));

		assertThat(call.isOpen()).isTrue();
		core.receive(new Result(1, Map.of(), Payload.of("good")));
		assertThat(call.result().args()).isEqualTo(List.of("good"));
	}

	@Test
	@Tag("E-39")
	void aDuplicateResultIsDropped() {
		Core core = Core.strict().join();
		Calls call = core.call("com.p", false);

		core.receive(new Result(1, Map.of(), Payload.of(1)), new Result(1, Map.of(), Payload.of(2)),
				new ErrorMessage(MessageType.CALL, 1, Map.of(), "com.e", Payload.EMPTY));

		assertThat(call.result().args()).isEqualTo(List.of(1));
		assertThat(core.count(Incident.LATE_REPLY)).isEqualTo(2);
		assertThat(core.isOver()).isFalse();
	}

	@Test
	@Tag("E-40")
	void idsOfInvocationsNeedNoOrder() {
		Core core = Core.strict().join();
		Invocations invocations = new Invocations();
		core.registered("com.p", 100, invocations);

		for (long request : new long[] { 17, 3, 9_007_199_254_740_992L, 4 }) {
			core.receive(new Invocation(request, 100, Map.of(), Payload.EMPTY));
		}

		assertThat(invocations.calls).hasSize(4);
		assertThat(core.isOver()).isFalse();
	}

	@Test
	@Tag("E-41")
	void requestZeroRevokesAndIsNeverSent() {
		Core core = Core.strict().join();
		Events events = new Events();
		Invocations invocations = new Invocations();
		core.subscribed("com.t", 200, events);
		core.registered("com.p", 100, invocations);

		receive(core, STRICT, "[35,0,{\"subscription\":200,\"reason\":\"com.why\"}]");
		receive(core, STRICT, "[67,0,{\"registration\":100,\"reason\":\"com.why\"}]");
		receive(core, STRICT, "[36,200,1,{}]");

		assertThat(events.revocations).containsExactly("com.why");
		assertThat(invocations.revocations).containsExactly("com.why");
		assertThat(events.events).isEmpty();
		assertThat(core.sent).isEmpty();
		assertViolation(core, STRICT, "[33,0,1]");
	}

	@Test
	@Tag("E-4")
	void unknownKeysOfEventsInvocationsAndResultsAreKept() {
		Core core = Core.strict().join();
		Events events = new Events();
		Invocations invocations = new Invocations();
		core.subscribed("com.t", 200, events);
		core.registered("com.p", 100, invocations);
		Calls call = core.call("com.q", false);

		core.receive(new Event(200, 1, Map.of("x_new", 1L), Payload.EMPTY),
				new Invocation(1, 100, Map.of("x_new", 2L), Payload.EMPTY),
				new Result(3, Map.of("x_new", 3L), Payload.EMPTY));

		assertThat(events.details.get(0).toDict()).containsEntry("x_new", 1L);
		assertThat(invocations.last().details().toDict()).containsEntry("x_new", 2L);
		assertThat(call.isOpen()).isFalse();
		assertThat(core.isOver()).isFalse();
	}

	@Test
	void anInterruptWithUnknownKeysIsServed() {
		Core core = Core.strict().join();
		Invocations invocations = new Invocations();
		core.registered("com.p", 100, invocations);

		core.receive(new Invocation(1, 100, Map.of(), Payload.EMPTY), new Interrupt(1, Map.of("x_new", true)));

		assertThat(invocations.interrupts).hasSize(1);
	}

	private static void assertViolation(Core core, MessageCodec<MessageToRouter, MessageToClient> codec, String text) {
		receive(core, codec, text);

		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.VIOLATION);
		assertThat(core.end().uri()).isEqualTo("wamp.error.protocol_violation");
		assertThat(core.last().type()).isEqualTo(MessageType.ABORT);
	}

}
