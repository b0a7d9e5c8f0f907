package io.wampspring.codec;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import io.wampspring.message.MessageWriter;
import io.wampspring.message.Payload;

/** Writes the head of one message and puts the encoded payload behind it. */
final class ElementWriter implements MessageWriter {

	private final Mapping mapping;

	private final Format format;

	private final ByteSink out;

	private int elements;

	ElementWriter(Mapping mapping, Format format, ByteSink out) {
		this.mapping = mapping;
		this.format = format;
		this.out = out;
		format.startMessage(out);
	}

	@Override
	public void id(long id) {
		next();
		if (id >= 0) {
			this.format.writeId(this.out, id);
		}
		else {
			generate((generator) -> generator.writeNumber(id));
		}
	}

	@Override
	public void string(String string) {
		next();
		if (!this.format.writePlainText(this.out, string)) {
			generate((generator) -> generator.writeString(string));
		}
	}

	@Override
	public void dict(Map<String, Object> dict) {
		next();
		if (dict.isEmpty()) {
			this.format.writeEmptyDict(this.out);
		}
		else {
			generate((generator) -> new PlainWriter(generator).map(dict));
		}
	}

	private void next() {
		if (this.elements++ > 0) {
			this.format.separate(this.out);
		}
	}

	/** Generators are costly: they write only what has more than one form. */
	private void generate(Consumer<JsonGenerator> element) {
		try (JsonGenerator generator = this.format.generator(ObjectWriteContext.empty(), this.out)) {
			element.accept(generator);
		}
	}

	@Override
	public void payload(Payload payload) {
		byte[] binary = payload.binary();
		if (binary != null) {
			next();
			generate((generator) -> generator.writeBinary(binary));
			return;
		}
		EncodedPayload encoded = this.mapping.encoded(payload, this.format);
		EncodedPayload.Parts parts = encoded.parts();
		if (parts.args() == null && parts.kwargs() != null) {
			next();
			generate((generator) -> generator.writeStartArray(null, 0).writeEndArray());
		}
		if (encoded.format().serializer() == this.format.serializer()) {
			copy(parts.args(), parts.kwargs());
		}
		else {
			transcode(encoded.format(), parts.args());
			transcode(encoded.format(), parts.kwargs());
		}
	}

	private void copy(@Nullable Slice args, @Nullable Slice kwargs) {
		// the end of a message is as long as a separator: one byte in JSON, none
		// elsewhere
		int framing = this.format.separatorLength() * ((args != null && kwargs != null) ? 3 : 2);
		this.out.reserve(length(args) + length(kwargs) + framing);
		copy(args);
		copy(kwargs);
	}

	private static int length(@Nullable Slice slice) {
		return (slice != null) ? slice.length() : 0;
	}

	private void copy(@Nullable Slice slice) {
		if (slice != null) {
			next();
			this.out.write(slice);
		}
	}

	private void transcode(Format source, @Nullable Slice slice) {
		if (slice != null) {
			next();
			new Transcoder(source, this.format).transcode(slice, this.out);
		}
	}

	byte[] finish() {
		this.format.endMessage(this.out, 0, this.elements);
		return this.out.toByteArray();
	}

}
