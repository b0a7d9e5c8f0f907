package io.wampspring.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import io.wampspring.message.PayloadException;

/** Writes the plain values of options and details. */
final class PlainWriter {

	private final JsonGenerator out;

	PlainWriter(JsonGenerator out) {
		this.out = out;
	}

	void map(Map<?, ?> map) {
		this.out.writeStartObject(null, map.size());
		map.forEach((name, value) -> {
			this.out.writeName(String.valueOf(name));
			value(value);
		});
		this.out.writeEndObject();
	}

	private void value(@Nullable Object value) {
		if (value == null) {
			this.out.writeNull();
		}
		else if (value instanceof String string) {
			this.out.writeString(string);
		}
		else if (value instanceof Boolean bool) {
			this.out.writeBoolean(bool);
		}
		else if (value instanceof Number number) {
			number(number);
		}
		else if (value instanceof Map<?, ?> map) {
			map(map);
		}
		else if (value instanceof Collection<?> list) {
			this.out.writeStartArray(null, list.size());
			list.forEach(this::value);
			this.out.writeEndArray();
		}
		else if (value instanceof byte[] bytes) {
			this.out.writeBinary(bytes);
		}
		else {
			throw new PayloadException("an option or detail is a " + value.getClass().getName()
					+ ", not a plain value such as a string, number, boolean, list or map", null);
		}
	}

	private void number(Number number) {
		if (number instanceof BigInteger big) {
			this.out.writeNumber(big);
		}
		else if (number instanceof BigDecimal big) {
			this.out.writeNumber(big);
		}
		else if (number instanceof Double || number instanceof Float) {
			this.out.writeNumber(number.doubleValue());
		}
		else {
			this.out.writeNumber(number.longValue());
		}
	}

}
