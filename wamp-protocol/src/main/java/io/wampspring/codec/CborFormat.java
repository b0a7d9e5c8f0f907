package io.wampspring.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORReadFeature;

/** CBOR. */
final class CborFormat extends Format {

	private static final int ARRAY = 0x80;

	private static final int EMPTY_MAP = 0xA0;

	private static final int TEXT = 3;

	private static final byte BREAK = (byte) 0xFF;

	private final CBORFactory factory;

	CborFormat(CodecLimits limits) {
		super(Serializer.CBOR, limits);
		this.factory = new CborTokenFactory(CBORFactory.builder()
			.streamReadConstraints(readConstraints(limits))
			.streamWriteConstraints(writeConstraints(limits))
			.disable(CBORReadFeature.READ_UNDEFINED_AS_EMBEDDED_OBJECT)
			.disable(CBORReadFeature.READ_SIMPLE_VALUE_AS_EMBEDDED_OBJECT)
			.disable(StreamWriteFeature.AUTO_CLOSE_CONTENT));
	}

	@Override
	JsonParser parser(ObjectReadContext context, Slice slice) {
		return this.factory.createParser(context, slice.bytes(), slice.from(), slice.length());
	}

	@Override
	JsonGenerator generator(ObjectWriteContext context, ByteSink out) {
		return this.factory.createGenerator(context, out);
	}

	@Override
	int tokenStart(JsonParser parser, Slice slice) {
		return ((CborParser) parser).tokenStart();
	}

	@Override
	int position(JsonParser parser, Slice slice) {
		return ((CborParser) parser).position();
	}

	/**
	 * A tag in front of a message could give its elements a meaning that they lose alone.
	 */
	@Override
	int declaredElements(JsonParser parser, Slice message) {
		if (!((CborParser) parser).getCurrentTags().isEmpty()) {
			throw new MalformedException("a tagged list is not a message", message.from());
		}
		byte[] bytes = message.bytes();
		int at = message.from();
		int size = (bytes[at] & 0xFF) - ARRAY;
		if (size < 24) {
			return size;
		}
		return switch (size) {
			case 24 -> bytes[at + 1] & 0xFF;
			case 25 -> BigEndian.shortAt(bytes, at + 1) & 0xFFFF;
			case 26 -> clamp(BigEndian.intAt(bytes, at + 1) & 0xFFFFFFFFL);
			case 27 -> clamp(BigEndian.longAt(bytes, at + 1));
			default -> -1;
		};
	}

	/** Nothing that large is ever there. */
	private static int clamp(long size) {
		return (int) Math.min(size, Integer.MAX_VALUE);
	}

	@Override
	int nextElement(Slice rest, int declared) {
		if (declared == 0 && rest.length() > 0) {
			throw new MalformedException("more bytes behind the last element", rest.from());
		}
		boolean end = declared == 0 || (declared < 0 && rest.length() > 0 && rest.bytes()[rest.from()] == BREAK);
		if (!end && rest.length() == 0) {
			throw new MalformedException("an element is missing", rest.from());
		}
		return end ? -1 : rest.from();
	}

	@Override
	boolean isTextName(JsonParser parser, Slice message) {
		int header = message.bytes()[tokenStart(parser, message)] & 0xFF;
		return header >> 5 == TEXT;
	}

	@Override
	byte @Nullable [] binary(JsonParser parser) {
		return parser.hasToken(JsonToken.VALUE_EMBEDDED_OBJECT) ? parser.getBinaryValue() : null;
	}

	@Override
	void scan(Slice values, boolean strict) {
		new CborScanner(values, limits().stringLength()).scan();
	}

	@Override
	void writeId(ByteSink out, long id) {
		writeHeader(out, 0, id);
	}

	@Override
	boolean writePlainText(ByteSink out, String text) {
		int start = out.size;
		writeHeader(out, TEXT << 5, text.length());
		if (!out.writePlain(text)) {
			out.size = start;
			return false;
		}
		return true;
	}

	private static void writeHeader(ByteSink out, int major, long value) {
		if (value < 24) {
			out.write(major | (int) value);
		}
		else if (value <= 0xFF) {
			out.writeTagged(major | 24, 1, value);
		}
		else if (value <= 0xFFFF) {
			out.writeTagged(major | 25, 2, value);
		}
		else if (value <= 0xFFFF_FFFFL) {
			out.writeTagged(major | 26, 4, value);
		}
		else {
			out.writeTagged(major | 27, 8, value);
		}
	}

	@Override
	void writeEmptyDict(ByteSink out) {
		out.write(EMPTY_MAP);
	}

	@Override
	void startMessage(ByteSink out) {
		out.write(ARRAY);
	}

	@Override
	void endMessage(ByteSink out, int start, int elements) {
		out.bytes[start] = (byte) (ARRAY | elements);
	}

}
