package io.wampspring.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

import io.wampspring.message.PayloadException;

/**
 * The rest of a received message, from the start of its payload to the end of its bytes.
 * What is in it turns out when it is read.
 */
final class TailPayload extends EncodedPayload {

	private final Slice tail;

	private final boolean hasArgs;

	/** How many elements the message declares here, negative if it does not say. */
	private final int declared;

	private final @Nullable MalformedException defect;

	/** Makes one of args and perhaps kwargs, or of kwargs alone. */
	TailPayload(Mapping mapping, Format format, Slice tail, boolean hasArgs, int declared,
			@Nullable MalformedException defect) {
		super(mapping, format);
		this.tail = tail;
		this.hasArgs = hasArgs;
		this.declared = declared;
		this.defect = defect;
	}

	private Slice sound() {
		if (this.defect != null) {
			throw broken(this.defect);
		}
		return this.tail;
	}

	@Override
	@Nullable Slice openArgs() {
		return this.hasArgs ? sound() : null;
	}

	@Override
	@Nullable Slice openKwargs() {
		if (!this.hasArgs) {
			return sound();
		}
		try (ValueReader reader = open(sound())) {
			reader.enter(JsonToken.START_ARRAY);
			return openKwargs(reader);
		}
	}

	@Override
	@Nullable Slice openKwargs(ValueReader args) {
		args.leave();
		Slice rest = args.rest();
		try {
			int next = format().nextElement(rest, this.declared - 1);
			return (next < 0) ? null : rest.from(next);
		}
		catch (JacksonException ex) {
			throw broken(ex);
		}
	}

	@Override
	Parts parts() {
		return new Parts(exact(openArgs()), exact(openKwargs()));
	}

	private @Nullable Slice exact(@Nullable Slice open) {
		if (open == null) {
			return null;
		}
		try (JsonParser parser = format().parser(ObjectReadContext.empty(), open)) {
			JsonToken token = parser.nextToken();
			parser.skipChildren();
			return (token == JsonToken.VALUE_NULL) ? null : open.upTo(format().position(parser, open));
		}
		catch (JacksonException ex) {
			throw broken(ex);
		}
	}

	private PayloadException broken(JacksonException cause) {
		return Tokens.broken(format(), cause);
	}

	@Override
	public String toString() {
		return "Payload[" + format().serializer() + ", " + this.tail.length() + " bytes]";
	}

}
