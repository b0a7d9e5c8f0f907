package io.wampspring.codec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;

/**
 * Arguments and keyword arguments as bytes. Either both ends are known, or it is the tail
 * of a message that nobody has looked into.
 */
final class EncodedPayload implements Payload {

	/** The message does not say how many elements it has. */
	static final int UNDECLARED = -1;

	private static final int SPLIT = -2;

	private final Mapping mapping;

	private final Format format;

	private final @Nullable Slice args;

	private final @Nullable Slice kwargs;

	/**
	 * How many elements the message declares from args on, {@link #SPLIT} if both ends
	 * are known.
	 */
	private final int declared;

	/** Set by any thread that reads: at worst the text is checked twice. */
	private boolean checked;

	/** Both elements with their exact ends, {@code null} for what is absent. */
	EncodedPayload(Mapping mapping, Format format, @Nullable Slice args, @Nullable Slice kwargs) {
		this(mapping, format, args, kwargs, SPLIT);
	}

	private EncodedPayload(Mapping mapping, Format format, @Nullable Slice args, @Nullable Slice kwargs, int declared) {
		this.mapping = mapping;
		this.format = format;
		this.args = args;
		this.kwargs = kwargs;
		this.declared = declared;
		this.checked = declared == SPLIT;
	}

	/** The rest of a message, from the start of its args on. */
	static EncodedPayload tail(Mapping mapping, Format format, Slice start, int declared) {
		return new EncodedPayload(mapping, format, start, null, declared);
	}

	/** The rest of a message that has no args, from the start of its kwargs on. */
	static EncodedPayload kwargsTail(Mapping mapping, Format format, Slice start, int declared) {
		return new EncodedPayload(mapping, format, null, start, declared);
	}

	Format format() {
		return this.format;
	}

	/**
	 * Opens args or kwargs. The text of a tail is checked once, before anybody sees it.
	 */
	ValueReader open(Mapping reading, Slice slice) {
		if (!this.checked) {
			try {
				this.format.checkText(slice);
			}
			catch (MalformedException ex) {
				throw Tokens.broken(this.format, ex);
			}
			this.checked = true;
		}
		return reading.open(this.format, slice);
	}

	@Nullable Slice argsOrTail() {
		return this.args;
	}

	/** Kwargs, when the list in front of them was read. */
	@Nullable Slice kwargsAfter(ValueReader args) {
		if (this.declared == SPLIT) {
			return this.kwargs;
		}
		args.leave();
		return behind(args.rest());
	}

	/** Finds kwargs; the whole of args is skipped for it when this is a tail. */
	@Nullable Slice findKwargs() {
		if (this.declared == SPLIT || this.args == null) {
			return this.kwargs;
		}
		try (ValueReader reader = open(this.mapping, this.args)) {
			reader.enter(JsonToken.START_ARRAY);
			return kwargsAfter(reader);
		}
	}

	private @Nullable Slice behind(Slice rest) {
		try {
			int next = this.format.nextElement(rest, this.declared - 1);
			return (next < 0) ? null : rest.from(next);
		}
		catch (JacksonException ex) {
			throw Tokens.broken(this.format, ex);
		}
	}

	/** Both elements with their exact ends, for sending on. */
	Parts parts() {
		if (this.declared == SPLIT) {
			return new Parts(this.args, this.kwargs);
		}
		Slice keywords = findKwargs();
		return new Parts(exact(this.args), exact(keywords));
	}

	private @Nullable Slice exact(@Nullable Slice open) {
		if (open == null) {
			return null;
		}
		try (JsonParser parser = this.format.parser(ObjectReadContext.empty(), open)) {
			JsonToken token = parser.nextToken();
			parser.skipChildren();
			return (token == JsonToken.VALUE_NULL) ? null : open.upTo(this.format.position(parser, open));
		}
		catch (JacksonException ex) {
			throw Tokens.broken(this.format, ex);
		}
	}

	@Override
	public boolean isEmpty() {
		try {
			Parts parts = parts();
			return isEmpty(parts.args()) && isEmpty(parts.kwargs());
		}
		catch (PayloadException ex) {
			return false; // what is broken is at least there
		}
	}

	private boolean isEmpty(@Nullable Slice slice) {
		if (slice == null) {
			return true;
		}
		try (JsonParser parser = this.format.parser(ObjectReadContext.empty(), slice)) {
			parser.nextToken();
			return parser.nextToken().isStructEnd();
		}
	}

	@Override
	public List<@Nullable Object> args() {
		Slice slice = this.args;
		if (slice == null) {
			return List.of();
		}
		List<@Nullable Object> values = new ArrayList<>();
		Target target = this.mapping.target(Object.class);
		try (ValueReader reader = open(this.mapping, slice)) {
			reader.enter(JsonToken.START_ARRAY);
			while (reader.next()) {
				values.add(reader.read(target, values.size()));
			}
		}
		return Collections.unmodifiableList(values);
	}

	@Override
	public Map<String, @Nullable Object> kwargs() {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		Target target = this.mapping.target(Object.class);
		readKwargs((reader, name) -> values.put(name, reader.read(target, name)));
		return Collections.unmodifiableMap(values);
	}

	@Override
	@SuppressWarnings("unchecked") // the deserializer of the type made it
	public <T> @Nullable T arg(int index, Type type) {
		Slice slice = this.args;
		if (slice == null) {
			return null;
		}
		Target target = target(type);
		try (ValueReader reader = open(this.mapping, slice)) {
			reader.enter(JsonToken.START_ARRAY);
			for (int i = 0; reader.next(); i++) {
				if (i == index) {
					return (T) reader.read(target, index);
				}
				reader.skip();
			}
			return null;
		}
	}

	@Override
	@SuppressWarnings("unchecked") // the deserializer of the type made it
	public <T> @Nullable T kwarg(String name, Type type) {
		Target target = target(type);
		@Nullable Object[] found = new @Nullable Object[1];
		readKwargs((reader, current) -> {
			if (current.equals(name)) {
				found[0] = reader.read(target, name);
			}
			else {
				reader.skip();
			}
		});
		return (T) found[0];
	}

	@Override
	@SuppressWarnings("unchecked") // the deserializer of the type made it
	public <T> @Nullable T as(Type type) {
		return (T) new WholePayload(this.mapping, target(type)).read(this);
	}

	private void readKwargs(KwargReader action) {
		Slice slice = findKwargs();
		if (slice == null) {
			return;
		}
		try (ValueReader reader = open(this.mapping, slice)) {
			if (!reader.enterKwargs()) {
				return;
			}
			String name;
			while ((name = reader.nextName()) != null) {
				action.read(reader, name);
			}
		}
	}

	private Target target(Type type) {
		try {
			return this.mapping.target(type);
		}
		catch (JacksonException ex) {
			throw new PayloadException("no payload can become " + type.getTypeName(), ex);
		}
	}

	/** Shows no data: messages are logged. */
	@Override
	public String toString() {
		int bytes = ((this.args != null) ? this.args.length() : 0) + ((this.kwargs != null) ? this.kwargs.length() : 0);
		return "Payload[" + this.format.serializer() + ", " + bytes + " bytes]";
	}

	/** The two elements of a payload. */
	record Parts(@Nullable Slice args, @Nullable Slice kwargs) {

	}

	/** Reads or skips one keyword argument. */
	private interface KwargReader {

		void read(ValueReader reader, String name);

	}

}
