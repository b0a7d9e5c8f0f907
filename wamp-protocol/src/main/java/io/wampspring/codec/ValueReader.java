package io.wampspring.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationContext;

import io.wampspring.message.PayloadException;

/**
 * Reads the values of one list or dictionary one after the other, with one context for
 * all of them. Throws {@link PayloadException} only; its text holds no data of the
 * application, its cause may.
 */
final class ValueReader implements AutoCloseable {

	private final Format format;

	private final Slice slice;

	private final JsonParser parser;

	private final DeserializationContext context;

	private boolean ended;

	ValueReader(Format format, Slice slice, JsonParser parser, DeserializationContext context) {
		this.format = format;
		this.slice = slice;
		this.parser = parser;
		this.context = context;
	}

	/** Enters the list or dictionary. */
	void enter(JsonToken start) {
		if (nextToken() != start) {
			throw broken(null);
		}
	}

	/** Enters a dictionary; {@code false} if there is {@code null} instead. */
	boolean enterKwargs() {
		JsonToken token = nextToken();
		if (token != JsonToken.START_OBJECT && token != JsonToken.VALUE_NULL) {
			throw broken(null);
		}
		return token == JsonToken.START_OBJECT;
	}

	/** Moves to the next value of a list; {@code false} at its end, as often as asked. */
	boolean next() {
		if (this.ended) {
			return false;
		}
		JsonToken token = nextToken();
		if (token == null) {
			throw broken(null);
		}
		this.ended = token == JsonToken.END_ARRAY;
		return !this.ended;
	}

	/** Moves to the next value of a dictionary; {@code null} at its end. */
	@Nullable String nextName() {
		JsonToken token = nextToken();
		if (token == JsonToken.END_OBJECT) {
			return null;
		}
		if (token != JsonToken.PROPERTY_NAME) {
			throw broken(null);
		}
		String name = this.parser.currentName();
		if (nextToken() == null) {
			throw broken(null);
		}
		return name;
	}

	private @Nullable JsonToken nextToken() {
		try {
			return this.parser.nextToken();
		}
		catch (JacksonException ex) {
			throw broken(ex);
		}
	}

	/** Reads the current value; its last token is current afterwards. */
	@Nullable Object read(Target target, @Nullable Object position) {
		JsonToken token = this.parser.currentToken();
		try {
			if (token == JsonToken.VALUE_NULL) {
				return target.deserializer().getNullValue(this.context);
			}
			Object value = target.deserializer().deserialize(this.parser, this.context);
			this.context.checkUnresolvedObjectId();
			return value;
		}
		// constructors and setters of the application run in here
		catch (RuntimeException ex) {
			throw failed(ex, token, target, position);
		}
	}

	private PayloadException failed(RuntimeException cause, @Nullable JsonToken token, Target target,
			@Nullable Object position) {
		if (cause instanceof StreamReadException && !(cause instanceof InputCoercionException)) {
			String reason = ": not valid " + this.format.serializer() + Tokens.reason(cause);
			return new PayloadException(describe(position) + reason, Tokens.text(position), cause);
		}
		String part = (position == null) ? partOf(cause) : null;
		if (part != null) {
			return new PayloadException("argument " + part + " cannot become a part of " + target.name(), part, cause);
		}
		String reason = ": " + Tokens.describe(token) + " cannot become " + target.name();
		return new PayloadException(describe(position) + reason, Tokens.text(position), cause);
	}

	/** The component of a record that could not be read. */
	private static @Nullable String partOf(RuntimeException cause) {
		if (cause instanceof JacksonException jackson && !jackson.getPath().isEmpty()) {
			return Tokens.text(jackson.getPath().get(0).getPropertyName());
		}
		return null;
	}

	/** Names an argument by its index or name; {@code null} is all of them. */
	static String describe(@Nullable Object position) {
		return (position == null) ? "the payload"
				: ((position instanceof Integer) ? "argument " : "keyword argument ") + Tokens.text(position);
	}

	/** Skips the current value. */
	void skip() {
		try {
			this.parser.skipChildren();
		}
		catch (JacksonException ex) {
			throw broken(ex);
		}
	}

	/** Leaves the list, whatever of it is unread. */
	void leave() {
		while (!this.ended && next()) {
			skip();
		}
	}

	/** What is behind the value just read. */
	Slice rest() {
		return this.slice.from(this.format.position(this.parser, this.slice));
	}

	JsonParser parser() {
		return this.parser;
	}

	private PayloadException broken(@Nullable JacksonException cause) {
		return Tokens.broken(this.format, cause);
	}

	@Override
	public void close() {
		this.parser.close();
	}

}
