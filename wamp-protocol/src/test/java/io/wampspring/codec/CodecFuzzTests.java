package io.wampspring.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import io.wampspring.message.Event;
import io.wampspring.message.MessageWriter;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.WampMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Damaged messages. Whatever the damage, there is a message or a protocol violation; what
 * a router accepts, any client accepts from it. {@code -Dwamp.fuzz.count} mutates more,
 * {@code -Dwamp.fuzz.seed} repeats a run.
 */
class CodecFuzzTests {

	private static final int COUNT = Integer.getInteger("wamp.fuzz.count", 10_000);

	private static final long SEED = Long.getLong("wamp.fuzz.seed", System.nanoTime());

	private static final List<Class<?>> TYPES = List.of(String.class, long.class, BigInteger.class, BigDecimal.class,
			byte[].class, JsonNode.class, Optional.class);

	private static final Parameters PARAMETERS = Parameters.of(Codecs.MAPPING, List.of(Object.class, Mixed.class),
			Map.of("a", double.class, "", List.class));

	private int accepted;

	private int refused;

	record Mixed(@Nullable String a, @Nullable Object b, byte @Nullable [] bytes, @Nullable Map<String, Object> map) {

	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-30")
	@Tag("R-10")
	void everyTruncationIsAMessageOrAViolation(Serializer serializer) {
		for (byte[] message : Corpus.of(serializer)) {
			for (int length = 0; length < message.length; length++) {
				receive(serializer, Arrays.copyOf(message, length));
			}
		}
		assertThat(this.refused).isPositive();
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-30")
	@Tag("R-10")
	void everyMutationIsAMessageOrAViolation(Serializer serializer) {
		System.out.println("wamp.fuzz.seed=" + SEED + " wamp.fuzz.count=" + COUNT + " " + serializer);
		Mutations mutations = new Mutations(SEED);
		List<byte[]> corpus = Corpus.of(serializer);
		for (int i = 0; i < COUNT; i++) {
			byte[] message = corpus.get(i % corpus.size());
			byte[] other = corpus.get((i * 7 + 3) % corpus.size());
			receive(serializer, mutations.mutate(message, other));
		}
		assertThat(this.accepted).isGreaterThan(COUNT / 100);
		assertThat(this.refused).isGreaterThan(COUNT / 100);
	}

	private void receive(Serializer serializer, byte[] bytes) {
		try {
			WampMessage onRouter = decode(Codecs.router(serializer), bytes);
			if (onRouter != null) {
				forward(serializer, onRouter);
			}
			decode(Codecs.strictClient(serializer), bytes);
			WampMessage onClient = decode(Codecs.client(serializer), bytes);
			if (onClient != null) {
				read(PayloadOf.of(onClient));
			}
		}
		catch (RuntimeException | Error ex) {
			fail("%s of %s bytes %s (seed %s)", ex, serializer, HexFormat.of().formatHex(bytes), SEED, ex);
		}
	}

	private @Nullable WampMessage decode(MessageCodec<?, ?> codec, byte[] bytes) {
		try {
			WampMessage message = codec.decode(bytes, 0, bytes.length);
			this.accepted++;
			return message;
		}
		catch (ProtocolViolationException ex) {
			this.refused++;
			assertThat(ex.getMessage()).isNotBlank();
			return null;
		}
	}

	/**
	 * Whatever is asked of a damaged payload, the answer is a value or the one exception.
	 */
	private static void read(Payload payload) {
		if (payload.binary() != null) {
			return;
		}
		tryTo(payload::args);
		tryTo(payload::kwargs);
		tryTo(payload::isEmpty);
		tryTo(() -> PARAMETERS.read(payload));
		if (payload != Payload.EMPTY) {
			tryTo(() -> payload.as(Mixed.class));
			tryTo(() -> payload.value(Mixed.class));
			TYPES.forEach((type) -> tryTo(() -> payload.arg(0, type)));
		}
	}

	private static void tryTo(Runnable reading) {
		try {
			reading.run();
		}
		catch (PayloadException ex) {
			assertThat(ex.getMessage()).isNotBlank();
		}
	}

	/** Another serializer may not be able to say it; what is said must be understood. */
	private static void forward(Serializer from, WampMessage message) {
		Payload payload = PayloadOf.of(message);
		read(payload);
		for (Serializer to : Serializer.values()) {
			try {
				byte[] bytes = Codecs.router(to).encode(new Event(1, 2, Map.of("enc_algo", "x"), payload));
				read(PayloadOf.of(Codecs.decode(Codecs.strictClient(to), bytes)));
			}
			catch (PayloadException ex) {
				assertThat(from).isNotEqualTo(to);
			}
		}
	}

	/** Picks the payload out of a message. */
	private static final class PayloadOf implements MessageWriter {

		private Payload payload = Payload.EMPTY;

		static Payload of(WampMessage message) {
			PayloadOf picker = new PayloadOf();
			message.writeTo(picker);
			return picker.payload;
		}

		@Override
		public void id(long id) {
		}

		@Override
		public void string(String string) {
		}

		@Override
		public void dict(Map<String, Object> dict) {
		}

		@Override
		public void payload(Payload last) {
			this.payload = last;
		}

	}

}
