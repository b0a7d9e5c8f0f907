package io.wampspring.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/** Random plain values; the same seed gives the same values. */
final class RandomValues {

	private static final int[] ALPHABET = "ab ]}[{\",:\\/\n\t\u0001\u007fé€😀ÿ中".codePoints().toArray();

	private final Random random;

	private final boolean binary;

	RandomValues(long seed) {
		this(seed, false);
	}

	RandomValues(long seed, boolean binary) {
		this.random = new Random(seed);
		this.binary = binary;
	}

	Random random() {
		return this.random;
	}

	int below(int bound) {
		return this.random.nextInt(bound);
	}

	@Nullable Object value(int depth) {
		return switch (below((depth > 0) ? 10 : 8)) {
			case 0 -> null;
			case 1 -> this.random.nextBoolean();
			case 2 -> (long) below(300) - 150;
			case 3 -> this.random.nextLong() >> below(64);
			case 4 -> this.random.nextDouble() * 1000;
			case 5, 6 -> string();
			case 7 -> this.binary ? bytes() : (Object) new BigInteger(64, this.random).setBit(63);
			case 8 -> list(depth - 1);
			default -> map(depth - 1);
		};
	}

	List<@Nullable Object> list(int depth) {
		List<@Nullable Object> list = new ArrayList<>();
		for (int i = below((below(10) == 0) ? 40 : 5); i > 0; i--) {
			list.add(value(depth));
		}
		return list;
	}

	Map<String, @Nullable Object> map(int depth) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		for (int i = below((below(10) == 0) ? 40 : 4); i > 0; i--) {
			map.put(string(), value(depth));
		}
		return map;
	}

	String string() {
		StringBuilder text = new StringBuilder();
		for (int i = below((below(20) == 0) ? 300 : 8); i > 0; i--) {
			text.appendCodePoint(ALPHABET[below(ALPHABET.length)]);
		}
		return text.toString();
	}

	byte[] bytes() {
		byte[] bytes = new byte[below((below(20) == 0) ? 300 : 8)];
		this.random.nextBytes(bytes);
		return bytes;
	}

}
