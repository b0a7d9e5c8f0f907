package io.wampspring.codec;

import java.math.BigDecimal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.exc.StreamWriteException;

import io.wampspring.message.PayloadException;

/**
 * A payload for a receiver with another serializer: tokens of one format to tokens of the
 * other, no objects in between. Jackson's own copying would cut JSON's decimals to
 * doubles, and its exact twin would make every fraction of JSON a decimal, which most
 * peers read as something strange.
 */
final class Transcoder {

	private final Format source;

	private final Format target;

	Transcoder(Format source, Format target) {
		this.source = source;
		this.target = target;
	}

	/** Appends the same value in the other format. */
	void transcode(Slice slice, ByteSink out) {
		try (JsonParser in = this.source.parser(ObjectReadContext.empty(), slice);
				JsonGenerator generator = this.target.generator(ObjectWriteContext.empty(), out)) {
			in.nextToken();
			copyValue(in, generator);
		}
		catch (StreamWriteException ex) {
			throw new PayloadException("what was received as " + this.source.serializer() + " cannot be written as "
					+ this.target.serializer() + ": " + ex.getOriginalMessage(), ex);
		}
		// a decimal beyond what Java can hold is no exception of Jackson's
		catch (JacksonException | ArithmeticException | NumberFormatException ex) {
			throw Tokens.broken(this.source, ex);
		}
	}

	/** Copies the current value; its last token is current afterwards. */
	static void copyValue(JsonParser in, JsonGenerator out) {
		int depth = 0;
		JsonToken token = in.currentToken();
		while (token != null) {
			depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
			copy(token, in, out);
			if (depth == 0) {
				return;
			}
			token = in.nextToken();
		}
	}

	private static void copy(JsonToken token, JsonParser in, JsonGenerator out) {
		if (token == JsonToken.VALUE_NUMBER_FLOAT) {
			copyFraction(in, out);
		}
		else if (token == JsonToken.VALUE_EMBEDDED_OBJECT) {
			out.writeBinary(in.getBinaryValue());
		}
		else {
			out.copyCurrentEvent(in);
		}
	}

	private static void copyFraction(JsonParser in, JsonGenerator out) {
		switch (in.getNumberTypeFP()) {
			case UNKNOWN -> copyDecimal(in, out);
			case FLOAT16, FLOAT32 -> copyShort(in.getFloatValue(), out);
			default -> out.copyCurrentEvent(in);
		}
	}

	/** A double if it says the same. */
	private static void copyDecimal(JsonParser in, JsonGenerator out) {
		BigDecimal decimal = in.getDecimalValue();
		if (decimal.signum() == 0) {
			// a decimal knows no negative zero
			out.writeNumber(in.getString().startsWith("-") ? -0.0 : 0.0);
		}
		else if (Decimals.isDouble(decimal)) {
			out.writeNumber(decimal.doubleValue());
		}
		else {
			out.writeNumber(decimal);
		}
	}

	/**
	 * The shortest text of a short float is another number for those who read doubles.
	 */
	private static void copyShort(float number, JsonGenerator out) {
		if (out.has(StreamWriteCapability.CAN_WRITE_BINARY_NATIVELY)) {
			out.writeNumber(number);
		}
		else {
			out.writeNumber((double) number);
		}
	}

}
