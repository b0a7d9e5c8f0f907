package io.wampspring.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.BufferRecycler;

/** MessagePack. */
final class MsgPackFormat extends Format {

	private static final int EMPTY_MAP = 0x80;

	private static final int FIXARRAY = 0x90;

	private static final int ARRAY16 = 0xDC;

	/** Carries the limits; no buffer is ever taken from it, hence it is shared. */
	private final IOContext context;

	MsgPackFormat(CodecLimits limits) {
		super(Serializer.MSGPACK, limits);
		this.context = new IOContext(readConstraints(limits), writeConstraints(limits),
				ErrorReportConfiguration.defaults(), new BufferRecycler(), ContentReference.unknown(), false,
				JsonEncoding.UTF8);
	}

	@Override
	JsonParser parser(ObjectReadContext readContext, Slice slice) {
		return new MsgPackParser(readContext, this.context, slice);
	}

	@Override
	JsonGenerator generator(ObjectWriteContext writeContext, ByteSink out) {
		return new MsgPackGenerator(writeContext, this.context, out);
	}

	@Override
	int tokenStart(JsonParser parser, Slice slice) {
		return ((MsgPackParser) parser).tokenStart();
	}

	@Override
	int position(JsonParser parser, Slice slice) {
		return ((MsgPackParser) parser).position();
	}

	@Override
	int declaredElements(JsonParser parser, Slice message) {
		byte[] bytes = message.bytes();
		int at = message.from();
		int header = bytes[at] & 0xFF;
		if (header < ARRAY16) {
			return header - FIXARRAY;
		}
		// the parser has seen that there are at least as many bytes
		return (header == ARRAY16) ? BigEndian.shortAt(bytes, at + 1) & 0xFFFF : BigEndian.intAt(bytes, at + 1);
	}

	@Override
	int nextElement(Slice rest, int declared) {
		if (declared == 0 && rest.length() > 0) {
			throw new MalformedException("more bytes behind the last element", rest.from());
		}
		if (declared > 0 && rest.length() == 0) {
			throw new MalformedException("an element is missing", rest.from());
		}
		return (declared > 0) ? rest.from() : -1;
	}

	@Override
	boolean isTextName(JsonParser parser, Slice message) {
		return ((MsgPackParser) parser).isTextName();
	}

	@Override
	byte @Nullable [] binary(JsonParser parser) {
		return parser.hasToken(JsonToken.VALUE_EMBEDDED_OBJECT) ? parser.getBinaryValue() : null;
	}

	/** The parser checks what it skips. */
	@Override
	void scan(Slice values, boolean strict) {
	}

	@Override
	void writeId(ByteSink out, long id) {
		MsgPackGenerator.writeUnsigned(out, id);
	}

	@Override
	boolean writePlainText(ByteSink out, String text) {
		int start = out.size;
		MsgPackGenerator.writeStringHeader(out, text.length());
		if (!out.writePlain(text)) {
			out.size = start;
			return false;
		}
		return true;
	}

	@Override
	void writeEmptyDict(ByteSink out) {
		out.write(EMPTY_MAP);
	}

	@Override
	void startMessage(ByteSink out) {
		out.write(FIXARRAY);
	}

	@Override
	void endMessage(ByteSink out, int start, int elements) {
		out.bytes[start] = (byte) (FIXARRAY | elements);
	}

}
