package io.wampspring.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.wampspring.message.MessageType;

/** Valid messages of every type: the official vectors and others with richer payloads. */
final class Corpus {

	private static final int RICH = 2;

	private Corpus() {
	}

	static List<byte[]> of(Serializer serializer) {
		List<byte[]> corpus = new ArrayList<>();
		Vectors.samples().forEach((sample) -> corpus.addAll(sample.variants().get(serializer)));
		for (MessageType type : MessageType.values()) {
			for (int seed = 0; seed < RICH; seed++) {
				RandomValues random = new RandomValues(31L * type.code() + seed, true);
				corpus.add(WildEncoder.of(serializer, random).message(elements(type, random)));
			}
		}
		return corpus;
	}

	/** One message of each type without what may be left out. */
	static List<byte[]> shortest(Serializer serializer) {
		List<byte[]> messages = new ArrayList<>();
		for (MessageType type : MessageType.values()) {
			List<@Nullable Object> elements = new ArrayList<>();
			elements.add((long) type.code());
			elements.addAll(head(type, new RandomValues(type.code())).subList(0, type.minLength() - 1));
			messages.add(WildEncoder.encode(serializer, type.code(), elements));
		}
		return messages;
	}

	private static List<@Nullable Object> elements(MessageType type, RandomValues random) {
		List<@Nullable Object> elements = new ArrayList<>();
		elements.add((long) type.code());
		elements.addAll(head(type, random));
		if (hasPayload(type) && random.below(4) > 0) {
			elements.add(random.list(3));
			if (random.below(2) == 0) {
				elements.add(random.map(3));
			}
		}
		return elements;
	}

	private static List<@Nullable Object> head(MessageType type, RandomValues random) {
		Map<String, @Nullable Object> dict = random.map(2);
		long id = 1 + (random.random().nextLong() >>> 11);
		return switch (type) {
			case HELLO -> List.of("realm1", dict);
			case WELCOME, CANCEL, INTERRUPT, RESULT, YIELD -> List.of(id, dict);
			case ABORT, GOODBYE -> List.of(dict, "wamp.close.normal");
			case CHALLENGE, AUTHENTICATE -> List.of("ticket", dict);
			case ERROR -> List.of(48L, id, dict, "com.example.error");
			case PUBLISH, SUBSCRIBE, CALL, REGISTER -> List.of(id, dict, "com.example.uri");
			case PUBLISHED, SUBSCRIBED, REGISTERED, UNSUBSCRIBE, UNREGISTER -> List.of(id, 7L);
			case UNSUBSCRIBED, UNREGISTERED -> List.of(0L, dict);
			case EVENT, INVOCATION -> List.of(id, 7L, dict);
		};
	}

	private static boolean hasPayload(MessageType type) {
		return type.maxLength() - type.minLength() == 2;
	}

}
