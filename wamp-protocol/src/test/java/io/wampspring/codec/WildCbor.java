package io.wampspring.codec;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** CBOR with long headers, chunks and open containers. */
final class WildCbor extends WildEncoder {

	WildCbor(RandomValues random) {
		super(random);
	}

	@Override
	byte[] message(List<? extends @Nullable Object> elements) {
		boolean open = below(2) == 0;
		header(4, elements.size(), open);
		elements.forEach(this::marked);
		end(open);
		return this.out.toByteArray();
	}

	private void header(int major, long value, boolean open) {
		int least = (value < 24) ? 0 : (value < 0x100) ? 1 : (value < 0x10000) ? 2 : (value < 0x100000000L) ? 3 : 4;
		int size = (below(4) == 0) ? least + below(5 - least) : least;
		if (open) {
			this.out.write(major << 5 | 31);
		}
		else if (size == 0) {
			this.out.write(major << 5 | (int) value);
		}
		else {
			this.out.write(major << 5 | (23 + size));
			big(value, 1 << (size - 1));
		}
	}

	private void end(boolean open) {
		if (open) {
			this.out.write(0xFF);
		}
	}

	@Override
	void write(@Nullable Object value) {
		boolean open = below(3) == 0;
		if (value == null) {
			this.out.write((below(4) == 0) ? 0xF7 : 0xF6);
		}
		else if (value instanceof Boolean bool) {
			this.out.write(bool ? 0xF5 : 0xF4);
		}
		else if (value instanceof Number number) {
			number(number);
		}
		else if (value instanceof String text) {
			text(text, open);
		}
		else if (value instanceof byte[] bytes) {
			bytes(bytes, open);
		}
		else if (value instanceof List<?> list) {
			header(4, list.size(), open);
			list.forEach(this::write);
			end(open);
		}
		else if (value instanceof Map<?, ?> map) {
			header(5, map.size(), open);
			map.forEach((name, item) -> {
				text((String) name, below(3) == 0);
				write(item);
			});
			end(open);
		}
	}

	private void number(Number value) {
		if (value instanceof Double number) {
			this.out.write(0xFB);
			big(Double.doubleToLongBits(number), 8);
		}
		else if (value instanceof BigInteger number) {
			this.out.write(0x1B);
			big(number.longValue(), 8);
		}
		else {
			long number = value.longValue();
			header((number < 0) ? 1 : 0, (number < 0) ? -1 - number : number, false);
		}
	}

	private void text(String text, boolean chunks) {
		if (!chunks) {
			byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
			header(3, utf8.length, false);
			this.out.writeBytes(utf8);
			return;
		}
		header(3, 0, true);
		text.codePoints().forEach((point) -> text(Character.toString(point), false));
		end(true);
	}

	private void bytes(byte[] bytes, boolean chunks) {
		if (!chunks || bytes.length == 0) {
			header(2, bytes.length, false);
			this.out.writeBytes(bytes);
			return;
		}
		int split = below(bytes.length);
		header(2, 0, true);
		bytes(Arrays.copyOf(bytes, split), false);
		bytes(Arrays.copyOfRange(bytes, split, bytes.length), false);
		end(true);
	}

}
