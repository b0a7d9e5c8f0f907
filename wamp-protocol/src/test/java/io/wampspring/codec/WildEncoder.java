package io.wampspring.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Encodes plain values as no polite peer would: with every liberty that the format gives.
 * Shares no code with what it tests. It knows where each element of the message is.
 */
abstract class WildEncoder {

	final RandomValues random;

	final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** Start and end of each element. */
	final List<int[]> marks = new ArrayList<>();

	WildEncoder(RandomValues random) {
		this.random = random;
	}

	static WildEncoder of(Serializer serializer, RandomValues random) {
		return switch (serializer) {
			case JSON -> new WildJson(random);
			case CBOR -> new WildCbor(random);
			case MSGPACK -> new WildMsgPack(random);
		};
	}

	/** Encodes with a source of chance of its own. */
	static byte[] encode(Serializer serializer, long seed, List<? extends @Nullable Object> elements) {
		return of(serializer, new RandomValues(seed)).message(elements);
	}

	abstract byte[] message(List<? extends @Nullable Object> elements);

	abstract void write(@Nullable Object value);

	final void marked(@Nullable Object element) {
		int start = this.out.size();
		write(element);
		this.marks.add(new int[] { start, this.out.size() });
	}

	final int below(int bound) {
		return this.random.below(bound);
	}

	final void big(long value, int size) {
		for (int i = size - 1; i >= 0; i--) {
			this.out.write((int) (value >>> (8 * i)));
		}
	}

}
