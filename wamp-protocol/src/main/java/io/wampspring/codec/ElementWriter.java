package io.wampspring.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import io.wampspring.message.MessageWriter;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;

/** Writes the head of one message and puts the encoded payload behind it. */
final class ElementWriter implements MessageWriter {

	private final Mapping mapping;

	private final Format format;

	private final ByteSink out;

	private final JsonGenerator generator;

	private int elements;

	ElementWriter(Mapping mapping, Format format, ByteSink out) {
		this.mapping = mapping;
		this.format = format;
		this.out = out;
		format.startMessage(out);
		this.generator = format.generator(ObjectWriteContext.empty(), out);
	}

	@Override
	public void id(long id) {
		this.elements++;
		this.generator.writeNumber(id);
	}

	@Override
	public void string(String string) {
		this.elements++;
		this.generator.writeString(string);
	}

	@Override
	public void dict(Map<String, Object> dict) {
		this.elements++;
		map(dict);
	}

	private void map(Map<?, ?> map) {
		this.generator.writeStartObject(null, map.size());
		map.forEach((name, value) -> {
			this.generator.writeName(String.valueOf(name));
			value(value);
		});
		this.generator.writeEndObject();
	}

	private void value(@Nullable Object value) {
		if (value == null) {
			this.generator.writeNull();
		}
		else if (value instanceof String string) {
			this.generator.writeString(string);
		}
		else if (value instanceof Boolean bool) {
			this.generator.writeBoolean(bool);
		}
		else if (value instanceof Number number) {
			number(number);
		}
		else if (value instanceof Map<?, ?> map) {
			map(map);
		}
		else if (value instanceof Collection<?> list) {
			this.generator.writeStartArray(null, list.size());
			list.forEach(this::value);
			this.generator.writeEndArray();
		}
		else if (value instanceof byte[] bytes) {
			this.generator.writeBinary(bytes);
		}
		else {
			throw new PayloadException("an option or detail is a " + value.getClass().getName()
					+ ", not a plain value such as a string, number, boolean, list or map", null);
		}
	}

	private void number(Number number) {
		if (number instanceof BigInteger big) {
			this.generator.writeNumber(big);
		}
		else if (number instanceof BigDecimal big) {
			this.generator.writeNumber(big);
		}
		else if (number instanceof Double || number instanceof Float) {
			this.generator.writeNumber(number.doubleValue());
		}
		else {
			this.generator.writeNumber(number.longValue());
		}
	}

	@Override
	public void payload(Payload payload) {
		byte[] binary = payload.binary();
		if (binary != null) {
			this.elements++;
			this.generator.writeBinary(binary);
			return;
		}
		EncodedPayload encoded = this.mapping.encoded(payload, this.format);
		EncodedPayload.Parts parts = encoded.parts();
		if (parts.args() == null && parts.kwargs() != null) {
			this.elements++;
			this.generator.writeStartArray(null, 0);
			this.generator.writeEndArray();
		}
		this.generator.close();
		append(encoded.format(), parts.args());
		append(encoded.format(), parts.kwargs());
	}

	private void append(Format source, @Nullable Slice slice) {
		if (slice == null) {
			return;
		}
		this.elements++;
		this.format.separate(this.out);
		if (source.serializer() == this.format.serializer()) {
			this.out.write(slice);
		}
		else {
			new Transcoder(source, this.format).transcode(slice, this.out);
		}
	}

	byte[] finish() {
		this.generator.close();
		this.format.endMessage(this.out, 0, this.elements);
		return this.out.toByteArray();
	}

}
