package io.wampspring.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** JSON. */
final class JsonFormat extends Format {

	private static final int LONG_DIGITS = 19;

	private final JsonFactory factory;

	JsonFormat(CodecLimits limits) {
		super(Serializer.JSON, limits);
		this.factory = JsonFactory.builder()
			.streamReadConstraints(readConstraints(limits))
			.streamWriteConstraints(writeConstraints(limits))
			// UTF-16 would have no byte offsets; a byte order mark is refused
			.disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
			.disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
			// the shortest text, also where the JDK writes a longer one
			.enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
			.enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
			.rootValueSeparator(",")
			.build();
	}

	@Override
	JsonParser parser(ObjectReadContext context, Slice slice) {
		return new BinaryInJson.Parser(plainParser(context, slice));
	}

	@Override
	JsonParser messageParser(Slice slice) {
		return plainParser(ObjectReadContext.empty(), slice);
	}

	private JsonParser plainParser(ObjectReadContext context, Slice slice) {
		return this.factory.createParser(context, slice.bytes(), slice.from(), slice.length());
	}

	@Override
	JsonGenerator generator(ObjectWriteContext context, ByteSink out) {
		return new BinaryInJson.Generator(this.factory.createGenerator(context, out));
	}

	@Override
	int tokenStart(JsonParser parser, Slice slice) {
		// Jackson counts from the offset here, not from the start of the array
		return slice.from() + (int) parser.currentTokenLocation().getByteOffset();
	}

	/** Jackson measures strings only when it makes them. */
	@Override
	void skip(JsonParser parser) {
		if (limits().stringLength() >= limits().messageSize()) {
			parser.skipChildren();
			return;
		}
		for (int depth = 1; depth > 0;) {
			JsonToken token = parser.nextToken();
			if (token == null) {
				throw new MalformedException("cut off", (int) parser.currentLocation().getByteOffset());
			}
			if (token == JsonToken.VALUE_STRING) {
				parser.streamReadConstraints().validateStringLength(parser.getStringLength());
			}
			depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
		}
	}

	@Override
	int position(JsonParser parser, Slice slice) {
		return slice.from() + (int) parser.currentLocation().getByteOffset();
	}

	@Override
	int declaredElements(JsonParser parser, Slice message) {
		return -1;
	}

	@Override
	int nextElement(Slice rest, int declared) {
		int at = skipSpace(rest);
		if (at < rest.to() && rest.bytes()[at] == ']') {
			return -1;
		}
		if (at < rest.to() && rest.bytes()[at] == ',') {
			return skipSpace(rest.from(at + 1));
		}
		throw new MalformedException("neither ',' nor ']' after a value", at);
	}

	static int skipSpace(Slice slice) {
		int at = slice.from();
		while (at < slice.to() && isSpace(slice.bytes()[at])) {
			at++;
		}
		return at;
	}

	private static boolean isSpace(byte value) {
		return value == ' ' || value == '\n' || value == '\r' || value == '\t';
	}

	@Override
	boolean isTextName(JsonParser parser, Slice message) {
		return true;
	}

	@Override
	byte @Nullable [] binary(JsonParser parser) {
		return parser.hasToken(JsonToken.VALUE_STRING) ? BinaryInJson.decode(parser.getString()) : null;
	}

	@Override
	void scan(Slice values, boolean strict) {
		new JsonText(values, strict).scan();
	}

	@Override
	void writeId(ByteSink out, long id) {
		out.ensure(LONG_DIGITS);
		out.size = NumberOutput.outputLong(id, out.bytes, out.size);
	}

	@Override
	boolean writePlainText(ByteSink out, String text) {
		int start = out.size;
		out.write('"');
		if (!out.writePlain(text)) {
			out.size = start;
			return false;
		}
		out.write('"');
		return true;
	}

	@Override
	void writeEmptyDict(ByteSink out) {
		out.write('{');
		out.write('}');
	}

	@Override
	void startMessage(ByteSink out) {
		out.write('[');
	}

	@Override
	void endMessage(ByteSink out, int start, int elements) {
		out.write(']');
	}

	@Override
	void separate(ByteSink out) {
		out.write(',');
	}

	@Override
	int separatorLength() {
		return 1;
	}

}
