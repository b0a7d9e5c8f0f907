package io.wampspring.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;

/**
 * One serialization as a stream of tokens, and the few bytes that differ when encoded
 * elements are put together. Its factories are our own: nothing that the application sets
 * on the factory of its mapper changes the wire. Used by many threads.
 */
abstract class Format {

	private final Serializer serializer;

	private final CodecLimits limits;

	Format(Serializer serializer, CodecLimits limits) {
		this.serializer = serializer;
		this.limits = limits;
	}

	static Format of(Serializer serializer, CodecLimits limits) {
		return switch (serializer) {
			case JSON -> new JsonFormat(limits);
			case CBOR -> new CborFormat(limits);
			case MSGPACK -> new MsgPackFormat(limits);
		};
	}

	final Serializer serializer() {
		return this.serializer;
	}

	final CodecLimits limits() {
		return this.limits;
	}

	static StreamReadConstraints readConstraints(CodecLimits limits) {
		return StreamReadConstraints.builder()
			.maxNestingDepth(limits.depth())
			.maxStringLength(limits.stringLength())
			.maxNameLength(limits.stringLength())
			.maxNumberLength(limits.numberLength())
			.maxTokenCount(limits.elements())
			.build();
	}

	/**
	 * What is written must be readable where the same limits hold: one level is the
	 * message's.
	 */
	static StreamWriteConstraints writeConstraints(CodecLimits limits) {
		return StreamWriteConstraints.builder().maxNestingDepth(limits.depth() - 1).build();
	}

	/** Tokens of values, binary included, with the context of a mapper. */
	abstract JsonParser parser(ObjectReadContext context, Slice slice);

	/** Tokens of a whole message, without a mapper. */
	JsonParser messageParser(Slice slice) {
		return parser(ObjectReadContext.empty(), slice);
	}

	/** Values one after the other, as the elements of a message. */
	abstract JsonGenerator generator(ObjectWriteContext context, ByteSink out);

	/**
	 * Where the current token, a container, starts in the array that {@code slice} is a
	 * part of.
	 */
	abstract int tokenStart(JsonParser parser, Slice slice);

	/**
	 * Skips the list or dictionary that starts here; all limits hold for what is in it.
	 */
	void skip(JsonParser parser) {
		parser.skipChildren();
	}

	/** Where the next token starts. */
	abstract int position(JsonParser parser, Slice slice);

	/** The number of elements that a message declares, -1 if it declares none. */
	abstract int declaredElements(JsonParser parser, Slice message);

	/**
	 * Where the element behind a value begins, -1 if the message ends there.
	 * @param rest from the end of the value to the end of the bytes
	 * @param declared how many elements the message declares behind the value, negative
	 * if it does not say
	 */
	abstract int nextElement(Slice rest, int declared);

	/** Whether the current name was a string on the wire. */
	abstract boolean isTextName(JsonParser parser, Slice message);

	/** The bytes of the current token if it is binary. */
	abstract byte @Nullable [] binary(JsonParser parser);

	/**
	 * Checks what the parser lets pass, text that is not UTF-8 for instance, before the
	 * parser is used. Says where the bytes begin to be wrong.
	 * @param strict also checks what a lenient receiver reads in another way
	 */
	abstract void scan(Slice values, boolean strict);

	/** Writes a number that is not negative. */
	abstract void writeId(ByteSink out, long id);

	/**
	 * Writes a text of printable ASCII that is escaped nowhere. Returns {@code false},
	 * with nothing written, if it is something else.
	 */
	abstract boolean writePlainText(ByteSink out, String text);

	/** Writes a dictionary with nothing in it. */
	abstract void writeEmptyDict(ByteSink out);

	/** Writes the one byte that begins a message. */
	abstract void startMessage(ByteSink out);

	/** Ends a message whose first byte is at {@code start}. */
	abstract void endMessage(ByteSink out, int start, int elements);

	/** Writes what stands between two elements. */
	void separate(ByteSink out) {
	}

	/** How many bytes {@link #separate} writes. */
	int separatorLength() {
		return 0;
	}

}
