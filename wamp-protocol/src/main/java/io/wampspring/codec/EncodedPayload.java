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
 * Arguments and keyword arguments as bytes. Reading is the same whether their ends are
 * known ({@link SplitPayload}) or nobody has looked into them yet ({@link TailPayload}).
 */
abstract sealed class EncodedPayload implements Payload permits SplitPayload, TailPayload {

	private final Mapping mapping;

	private final Format format;

	EncodedPayload(Mapping mapping, Format format) {
		this.mapping = mapping;
		this.format = format;
	}

	final Format format() {
		return this.format;
	}

	/** Bytes that begin with args, {@code null} if there are none. */
	abstract @Nullable Slice openArgs();

	/** Bytes that begin with kwargs, {@code null} if there are none. */
	abstract @Nullable Slice openKwargs();

	/** The same, by a reader that is inside of args and is moved to their end. */
	abstract @Nullable Slice openKwargs(ValueReader args);

	/** Both elements with their exact ends, for sending on. */
	abstract Parts parts();

	final ValueReader open(Slice slice) {
		return open(this.mapping, slice);
	}

	/** Opens with another mapping than the link's. */
	final ValueReader open(Mapping reading, Slice slice) {
		return reading.open(this.format, slice);
	}

	@Override
	public final boolean isEmpty() {
		try {
			return isEmpty(openArgs()) && isEmpty(openKwargs());
		}
		catch (PayloadException | JacksonException ex) {
			return false; // what is broken is at least there
		}
	}

	private boolean isEmpty(@Nullable Slice slice) {
		if (slice == null) {
			return true;
		}
		try (JsonParser parser = this.format.parser(ObjectReadContext.empty(), slice)) {
			if (parser.nextToken() == JsonToken.VALUE_NULL) {
				return true;
			}
			JsonToken inside = parser.nextToken();
			return inside != null && inside.isStructEnd();
		}
	}

	@Override
	public final List<@Nullable Object> args() {
		Slice slice = openArgs();
		if (slice == null) {
			return List.of();
		}
		List<@Nullable Object> values = new ArrayList<>();
		Target target = this.mapping.target(Object.class);
		try (ValueReader reader = open(slice)) {
			reader.enter(JsonToken.START_ARRAY);
			while (reader.next()) {
				values.add(reader.read(target, values.size()));
			}
		}
		return Collections.unmodifiableList(values);
	}

	@Override
	public final Map<String, @Nullable Object> kwargs() {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		Target target = this.mapping.target(Object.class);
		readKwargs((reader, name) -> values.put(name, reader.read(target, name)));
		return Collections.unmodifiableMap(values);
	}

	@Override
	@SuppressWarnings("unchecked") // the deserializer of the type made it
	public final <T> @Nullable T arg(int index, Type type) {
		Target target = target(type);
		Slice slice = openArgs();
		if (slice == null) {
			return null;
		}
		try (ValueReader reader = open(slice)) {
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
	public final <T> @Nullable T kwarg(String name, Type type) {
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
	public final <T> @Nullable T as(Type type) {
		return (T) new WholePayload(target(type)).read(this, this.mapping);
	}

	@Override
	@SuppressWarnings("unchecked") // the deserializer of the type made it
	public final <T> @Nullable T value(Type type) {
		Target target = target(type);
		Slice slice = openArgs();
		if (slice == null) {
			return hasKwargs(openKwargs()) ? as(type) : null;
		}
		try (ValueReader reader = open(slice)) {
			reader.enter(JsonToken.START_ARRAY);
			// Nearly always there is one argument and nothing else, so it is read at
			// once.
			T first = reader.next() ? (T) reader.read(target, 0) : null;
			if (!reader.next() && !hasKwargs(openKwargs(reader))) {
				return first;
			}
		}
		catch (PayloadException ex) {
			if (isSingle(slice)) {
				throw ex;
			}
		}
		return as(type);
	}

	private boolean isSingle(Slice slice) {
		try (ValueReader reader = open(slice)) {
			reader.enter(JsonToken.START_ARRAY);
			if (reader.next()) {
				reader.skip();
			}
			return !reader.next() && !hasKwargs(openKwargs(reader));
		}
	}

	private boolean hasKwargs(@Nullable Slice slice) {
		if (slice == null) {
			return false;
		}
		try (ValueReader reader = open(slice)) {
			return reader.enterKwargs() && reader.nextName() != null;
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

	private void readKwargs(KwargReader action) {
		Slice slice = openKwargs();
		if (slice == null) {
			return;
		}
		try (ValueReader reader = open(slice)) {
			if (!reader.enterKwargs()) {
				return;
			}
			String name;
			while ((name = reader.nextName()) != null) {
				action.read(reader, name);
			}
		}
	}

	/** Shows no data: messages are logged. */
	@Override
	public abstract String toString();

	/** The two elements of a payload, {@code null} for what is absent. */
	record Parts(@Nullable Slice args, @Nullable Slice kwargs) {

	}

	/** Reads or skips one keyword argument. */
	private interface KwargReader {

		void read(ValueReader reader, String name);

	}

}
