package io.wampspring.codec;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** MessagePack with headers longer than needed. */
final class WildMsgPack extends WildEncoder {

	private static final int NONE = -1;

	WildMsgPack(RandomValues random) {
		super(random);
	}

	@Override
	byte[] message(List<? extends @Nullable Object> elements) {
		header(elements.size(), 0x90, 15, NONE, 0xDC);
		elements.forEach(this::marked);
		return this.out.toByteArray();
	}

	private void header(int size, int shortTag, int shortMax, int tag8, int tag16) {
		int least = (size <= shortMax) ? 0 : (size < 0x100 && tag8 != NONE) ? 1 : (size < 0x10000) ? 2 : 3;
		int form = (below(4) == 0) ? least + below(4 - least) : least;
		switch ((form == 1 && tag8 == NONE) ? 2 : form) {
			case 0 -> this.out.write(shortTag | size);
			case 1 -> {
				this.out.write(tag8);
				big(size, 1);
			}
			case 2 -> {
				this.out.write(tag16);
				big(size, 2);
			}
			default -> {
				this.out.write(tag16 + 1);
				big(size, 4);
			}
		}
	}

	@Override
	void write(@Nullable Object value) {
		if (value == null) {
			this.out.write(0xC0);
		}
		else if (value instanceof Boolean bool) {
			this.out.write(bool ? 0xC3 : 0xC2);
		}
		else if (value instanceof Number number) {
			number(number);
		}
		else if (value instanceof String text) {
			byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
			header(utf8.length, 0xA0, 31, 0xD9, 0xDA);
			this.out.writeBytes(utf8);
		}
		else if (value instanceof byte[] bytes) {
			header(bytes.length, 0, NONE, 0xC4, 0xC5);
			this.out.writeBytes(bytes);
		}
		else if (value instanceof List<?> list) {
			header(list.size(), 0x90, 15, NONE, 0xDC);
			list.forEach(this::write);
		}
		else if (value instanceof Map<?, ?> map) {
			header(map.size(), 0x80, 15, NONE, 0xDE);
			map.forEach((name, item) -> {
				write(name);
				write(item);
			});
		}
	}

	private void number(Number value) {
		if (value instanceof Double number) {
			this.out.write(0xCB);
			big(Double.doubleToLongBits(number), 8);
		}
		else if (value instanceof BigInteger number) {
			this.out.write(0xCF);
			big(number.longValue(), 8);
		}
		else {
			integer(value.longValue());
		}
	}

	private void integer(long number) {
		if (number >= -32 && number < 128 && below(2) == 0) {
			this.out.write((int) number);
			return;
		}
		boolean unsigned = number >= 0 && below(2) == 0;
		for (int form = below(4); form < 4; form++) {
			int bits = 8 << form;
			if (BigInteger.valueOf(number).bitLength() <= (unsigned ? bits : bits - 1)) {
				this.out.write((unsigned ? 0xCC : 0xD0) + form);
				big(number, 1 << form);
				return;
			}
		}
	}

}
