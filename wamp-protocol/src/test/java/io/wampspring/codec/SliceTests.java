package io.wampspring.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.wampspring.message.Call;
import io.wampspring.message.Invocation;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;

/** Payloads as ranges of bytes: exact whatever liberties the peer takes. */
class SliceTests {

	private static final int MESSAGES = 1000;

	private static final int HEAD = 4;

	@ParameterizedTest
	@EnumSource
	@Tag("R-40")
	void slicesAreExactAndSurviveEveryRoad(Serializer serializer) {
		for (int seed = 0; seed < MESSAGES; seed++) {
			RandomValues random = new RandomValues(seed, true);
			List<@Nullable Object> elements = elements(random);
			WildEncoder encoder = WildEncoder.of(serializer, random);
			byte[] exact = encoder.message(elements);
			int offset = random.below(50);
			byte[] bytes = new byte[offset + exact.length + random.below(50)];
			random.random().nextBytes(bytes);
			System.arraycopy(exact, 0, bytes, offset, exact.length);

			Call call = (Call) Codecs.router(serializer).decode(bytes, offset, exact.length);
			assertThat(call.request()).isEqualTo(7814135L);
			assertThat(Elements.plain(call.options())).isEqualTo(Elements.plain(elements.get(2)));
			assertThat(call.procedure()).isEqualTo(elements.get(3));
			assertExact(call.payload(), encoder.marks, offset);
			assertValues(call.payload(), elements);
			for (Serializer other : Serializer.values()) {
				assertForwarded(call.payload(), other, elements);
			}
		}
	}

	private static List<@Nullable Object> elements(RandomValues random) {
		List<@Nullable Object> elements = new ArrayList<>();
		elements.add(48L);
		elements.add(7814135L);
		elements.add(random.map(2));
		elements.add(random.string());
		if (random.below(5) > 0) {
			elements.add(random.list(4));
			if (random.below(3) > 0) {
				elements.add(random.map(4));
			}
		}
		return elements;
	}

	private static void assertExact(Payload payload, List<int[]> marks, int offset) {
		if (marks.size() == HEAD) {
			assertThat(payload).isSameAs(Payload.EMPTY);
			return;
		}
		EncodedPayload.Parts parts = ((EncodedPayload) payload).parts();
		assertRange(parts.args(), marks.get(HEAD), offset);
		assertRange(parts.kwargs(), (marks.size() > HEAD + 1) ? marks.get(HEAD + 1) : null, offset);
	}

	private static void assertRange(@Nullable Slice slice, int @Nullable [] mark, int offset) {
		if (mark == null) {
			assertThat(slice).isNull();
			return;
		}
		assertThat(slice).isNotNull();
		assertThat(slice.from()).isEqualTo(offset + mark[0]);
		assertThat(slice.to()).isEqualTo(offset + mark[1]);
	}

	private static void assertValues(Payload payload, List<@Nullable Object> elements) {
		Object args = (elements.size() > HEAD) ? elements.get(HEAD) : List.of();
		Object kwargs = (elements.size() > HEAD + 1) ? elements.get(HEAD + 1) : Map.of();
		assertThat(Elements.plain(payload.args())).isEqualTo(Elements.plain(args));
		assertThat(Elements.plain(payload.kwargs())).isEqualTo(Elements.plain(kwargs));
	}

	/** Sent on by the router, received by a client of each mode, sent on once more. */
	private static void assertForwarded(Payload payload, Serializer serializer, List<@Nullable Object> elements) {
		byte[] bytes = Codecs.router(serializer).encode(new Invocation(1, 2, Map.of(), payload));
		Invocation strict = (Invocation) Codecs.decode(Codecs.strictClient(serializer), bytes);
		assertValues(strict.payload(), elements);
		Invocation lenient = (Invocation) Codecs.decode(Codecs.client(serializer), bytes);
		assertValues(lenient.payload(), elements);
		byte[] again = Codecs.router(serializer).encode(new Result(1, Map.of(), lenient.payload()));
		assertValues(((Result) Codecs.decode(Codecs.strictClient(serializer), again)).payload(), elements);
	}

}
