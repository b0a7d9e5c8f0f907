package io.wampspring.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wampspring.codec.Parameters;
import io.wampspring.message.Call;
import io.wampspring.message.Event;
import io.wampspring.message.Invocation;
import io.wampspring.message.Payload;

/**
 * The messages that are measured. Each is written by the end that sends it and read by
 * the end that receives it: a router checks the payload, a client leaves it unread until
 * it is wanted.
 */
public enum Sample {

	/** From caller to router. */
	CALL {

		@Override
		List<Object> head() {
			return List.of(48, REQUEST, Map.of(), URI);
		}

		@Override
		byte[] encode(Codecs codecs, Payload payload) {
			return codecs.client().encode(new Call(REQUEST, Map.of(), URI, payload));
		}

		@Override
		Payload decode(Codecs codecs, byte[] bytes) {
			return ((Call) codecs.atRouter(bytes)).payload();
		}

	},

	/** From router to callee. */
	INVOCATION {

		@Override
		List<Object> head() {
			return List.of(68, REQUEST, RECEIVER, Map.of());
		}

		@Override
		byte[] encode(Codecs codecs, Payload payload) {
			return codecs.router().encode(new Invocation(REQUEST, RECEIVER, Map.of(), payload));
		}

		@Override
		Payload decode(Codecs codecs, byte[] bytes) {
			return ((Invocation) codecs.atClient(bytes)).payload();
		}

	},

	/** From router to subscriber. */
	EVENT {

		@Override
		List<Object> head() {
			return List.of(36, RECEIVER, PUBLICATION, Map.of());
		}

		@Override
		byte[] encode(Codecs codecs, Payload payload) {
			return codecs.router().encode(new Event(RECEIVER, PUBLICATION, Map.of(), payload));
		}

		@Override
		Payload decode(Codecs codecs, byte[] bytes) {
			return ((Event) codecs.atClient(bytes)).payload();
		}

	},

	/** The same with keyword arguments behind the arguments. */
	EVENT_KWARGS {

		@Override
		List<Object> head() {
			return EVENT.head();
		}

		@Override
		Map<String, Object> kwargs() {
			Map<String, Object> kwargs = new LinkedHashMap<>();
			kwargs.put("warehouse", "Hamburg");
			kwargs.put("priority", 2);
			return kwargs;
		}

		@Override
		byte[] encode(Codecs codecs, Payload payload) {
			return EVENT.encode(codecs, payload);
		}

		@Override
		Payload decode(Codecs codecs, byte[] bytes) {
			return EVENT.decode(codecs, bytes);
		}

	};

	private static final long REQUEST = 7814135;

	private static final long RECEIVER = 5512315355L;

	private static final long PUBLICATION = 4429313566L;

	private static final String URI = "com.example.orders.place";

	/** What stands in front of the payload, as plain values. */
	abstract List<Object> head();

	/** Encodes the message around a payload. */
	abstract byte[] encode(Codecs codecs, Payload payload);

	/** Decodes the message as the receiver does, up to the payload. */
	abstract Payload decode(Codecs codecs, byte[] bytes);

	/** Encodes the payload, then the message, as the sender does. */
	byte[] encode(Codecs codecs) {
		return encode(codecs, codecs.client().encode(args(), kwargs()));
	}

	List<Object> args() {
		return List.of("north", 42, Order.SAMPLE);
	}

	Map<String, Object> kwargs() {
		return Map.of();
	}

	/** What a handler declares for the values of this message. */
	Parameters parameters(Codecs codecs) {
		Map<String, Class<?>> keywords = new LinkedHashMap<>();
		kwargs().forEach((name, value) -> keywords.put(name, value.getClass()));
		return Parameters.of(codecs.mapping(), List.of(String.class, int.class, Order.class), keywords);
	}

	/** All values, in the order in which a handler gets them. */
	List<Object> expected() {
		List<Object> values = new ArrayList<>(args());
		values.addAll(kwargs().values());
		return values;
	}

	/** The message as a tree of plain values and objects of the application. */
	List<Object> tree() {
		List<Object> message = new ArrayList<>(head());
		message.add(args());
		Map<String, Object> kwargs = kwargs();
		if (!kwargs.isEmpty()) {
			message.add(kwargs);
		}
		return message;
	}

}
