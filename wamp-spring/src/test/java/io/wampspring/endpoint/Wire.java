package io.wampspring.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.wampspring.client.CallResult;
import io.wampspring.client.Event;
import io.wampspring.client.Interruption;
import io.wampspring.client.Invocation;
import io.wampspring.client.ProgressSink;
import io.wampspring.client.WampSession;
import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.MessageCodec;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.options.EventDetails;
import io.wampspring.options.InvocationDetails;
import org.jspecify.annotations.Nullable;

/** Invocations and events as they come from the wire: literal JSON. */
final class Wire {

	private static final MessageCodec<MessageToRouter, MessageToClient> CODEC = MessageCodec.forClient(Serializer.JSON,
			Mapping.standard(), CodecLimits.defaults(), ProtocolMode.STRICT);

	private Wire() {
	}

	/** The payload is the rest of a frame: a list, a comma, a dictionary, or less. */
	static TestInvocation invocation(WampSession session, String procedure, String payload) {
		return new TestInvocation(session, procedure, payload("[68, 1, 2, {}", payload));
	}

	static Event event(WampSession session, String topic, String payload) {
		return Partial.of(Event.class, new TestEvent(session, topic, payload("[36, 1, 2, {}", payload)));
	}

	private static Payload payload(String head, String payload) {
		byte[] frame = (head + (payload.isEmpty() ? "" : ", " + payload) + "]").getBytes(StandardCharsets.UTF_8);
		MessageToClient message = CODEC.decode(frame, 0, frame.length);
		if (message instanceof io.wampspring.message.Invocation invocation) {
			return invocation.payload();
		}
		if (message instanceof io.wampspring.message.Event event) {
			return event.payload();
		}
		throw new IllegalArgumentException(String.valueOf(message));
	}

	record TestEvent(WampSession session, String topic, Payload payload) {

		EventDetails details() {
			return EventDetails.NONE;
		}

		long publication() {
			return 2;
		}

	}

	static final class TestInvocation implements ProgressSink {

		private final WampSession session;

		private final String procedure;

		private final Payload payload;

		final List<CallResult> progress = new ArrayList<>();

		private @Nullable Consumer<Interruption> onCancel;

		TestInvocation(WampSession session, String procedure, Payload payload) {
			this.session = session;
			this.procedure = procedure;
			this.payload = payload;
		}

		Invocation invocation() {
			return Partial.of(Invocation.class, this);
		}

		void cancel() {
			Consumer<Interruption> action = this.onCancel;
			if (action != null) {
				action.accept(new Interruption(null, null));
			}
		}

		WampSession session() {
			return this.session;
		}

		String procedure() {
			return this.procedure;
		}

		Payload payload() {
			return this.payload;
		}

		InvocationDetails details() {
			return InvocationDetails.NONE.withCaller(7);
		}

		ProgressSink progress() {
			return this;
		}

		void onCancel(Consumer<Interruption> action) {
			this.onCancel = action;
		}

		@Override
		public boolean isRequested() {
			return true;
		}

		@Override
		public void send(CallResult result) {
			this.progress.add(result);
		}

	}

}
