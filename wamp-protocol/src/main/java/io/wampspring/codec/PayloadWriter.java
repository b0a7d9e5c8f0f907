package io.wampspring.codec;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import io.wampspring.message.PayloadException;

/** Application objects to an encoded payload, on the caller's thread. */
final class PayloadWriter {

	private static final int CAPACITY = 256;

	private final Mapping mapping;

	private final Format format;

	private final ByteSink out;

	/** What is being written, for the message of a failure. */
	private @Nullable Object position;

	PayloadWriter(Mapping mapping, Format format) {
		this.mapping = mapping;
		this.format = format;
		this.out = new ByteSink(CAPACITY, format.limits().messageSize());
	}

	EncodedPayload write(List<?> args, Map<String, ?> kwargs) {
		if (args.isEmpty() && kwargs.isEmpty()) {
			return new SplitPayload(this.mapping, this.format, null, null);
		}
		try (JsonGenerator generator = this.mapping.generator(this.format, this.out)) {
			writeArgs(generator, args);
			Slice encodedArgs = this.out.since(0);
			if (kwargs.isEmpty()) {
				return new SplitPayload(this.mapping, this.format, encodedArgs, null);
			}
			writeKwargs(generator, kwargs);
			// the array may have been replaced by a larger one
			Slice both = this.out.since(0);
			return new SplitPayload(this.mapping, this.format, both.upTo(encodedArgs.to()),
					both.from(encodedArgs.to() + this.format.separatorLength()));
		}
		catch (ByteSink.TooLargeException ex) {
			throw tooLarge(ex);
		}
		// getters of the application run in here
		catch (RuntimeException ex) {
			if (ex.getCause() instanceof ByteSink.TooLargeException tooLarge) {
				throw tooLarge(tooLarge);
			}
			throw failed(ex);
		}
	}

	private void writeArgs(JsonGenerator generator, List<?> args) {
		generator.writeStartArray(null, args.size());
		int index = 0;
		for (Object arg : args) {
			this.position = index++;
			generator.writePOJO(arg);
		}
		generator.writeEndArray();
		generator.flush();
	}

	private void writeKwargs(JsonGenerator generator, Map<String, ?> kwargs) {
		generator.writeStartObject(null, kwargs.size());
		kwargs.forEach((name, value) -> {
			this.position = name;
			generator.writeName(name);
			generator.writePOJO(value);
		});
		generator.writeEndObject();
		generator.flush();
	}

	private PayloadException failed(RuntimeException cause) {
		return new PayloadException(
				ValueReader.describe(this.position) + " cannot be written as " + this.format.serializer(),
				Tokens.text(this.position), cause);
	}

	private static PayloadException tooLarge(ByteSink.TooLargeException cause) {
		return new PayloadException(String.valueOf(cause.getMessage()), cause);
	}

}
