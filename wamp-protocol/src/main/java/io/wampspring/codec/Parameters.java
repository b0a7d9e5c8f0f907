package io.wampspring.codec;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;

/**
 * The declared parameters of a handler. Types are resolved once, a payload is read in one
 * pass, each value straight into its type. Absent is not null: a parameter that nothing
 * was sent for is {@link #ABSENT}. Make it once per handler; may be used by many threads.
 */
public final class Parameters {

	/** A parameter that nothing was sent for. */
	public static final Object ABSENT = new Object() {

		@Override
		public String toString() {
			return "absent";
		}

	};

	private final Mapping mapping;

	private final Target[] positional;

	private final Map<String, Target> keywords = new HashMap<>();

	private final Map<String, Integer> indexes = new HashMap<>();

	private final @Nullable WholePayload whole;

	private Parameters(Mapping mapping, List<? extends Type> positional, Map<String, ? extends Type> keywords,
			@Nullable WholePayload whole) {
		this.mapping = mapping;
		this.positional = new Target[positional.size()];
		for (int i = 0; i < this.positional.length; i++) {
			this.positional[i] = target(mapping, i, positional.get(i));
		}
		int index = this.positional.length;
		for (Map.Entry<String, ? extends Type> keyword : keywords.entrySet()) {
			this.keywords.put(keyword.getKey(), target(mapping, keyword.getKey(), keyword.getValue()));
			this.indexes.put(keyword.getKey(), index++);
		}
		this.whole = whole;
	}

	/**
	 * Declares positional and keyword parameters.
	 * @param mapping the mapping
	 * @param positional the types of the arguments
	 * @param keywords the types of the keyword arguments, in the order in which their
	 * values are wanted
	 * @return the parameters
	 * @throws IllegalArgumentException if nothing can be read into one of the types
	 */
	public static Parameters of(Mapping mapping, List<? extends Type> positional,
			Map<String, ? extends Type> keywords) {
		return new Parameters(mapping, positional, keywords, null);
	}

	/**
	 * Declares one parameter that takes the whole payload: a record (keywords by name,
	 * else positions by the order of its components), a map (keywords) or a list
	 * (arguments).
	 * @param mapping the mapping
	 * @param type the type
	 * @return the parameters; there is one value to read
	 * @throws IllegalArgumentException if nothing can be read into the type
	 */
	public static Parameters whole(Mapping mapping, Type type) {
		return new Parameters(mapping, List.of(), Map.of(), new WholePayload(target(mapping, null, type)));
	}

	private static Target target(Mapping mapping, @Nullable Object position, Type type) {
		try {
			return mapping.target(type);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					ValueReader.describe(position) + ": no payload can become " + type.getTypeName(), ex);
		}
	}

	/**
	 * Reads a payload. Surplus arguments and unknown keywords are skipped; of a keyword
	 * that occurs twice the last one counts.
	 * @param payload the payload
	 * @return the values, positional ones first, {@link #ABSENT} for what was not sent
	 * @throws PayloadException if a value cannot become its type (the position says
	 * which), or if the bytes are no values
	 */
	public @Nullable Object[] read(Payload payload) {
		EncodedPayload encoded = this.mapping.encoded(payload);
		if (this.whole != null) {
			return new @Nullable Object[] { this.whole.read(encoded, this.mapping) };
		}
		@Nullable Object[] values = new @Nullable Object[this.positional.length + this.keywords.size()];
		Arrays.fill(values, ABSENT);
		Slice kwargs = readArgs(encoded, values);
		if (kwargs != null && !this.keywords.isEmpty()) {
			readKwargs(encoded, kwargs, values);
		}
		return values;
	}

	/** Returns where kwargs are, if somebody wants them. */
	private @Nullable Slice readArgs(EncodedPayload payload, @Nullable Object[] values) {
		Slice args = payload.openArgs();
		if (args == null || (this.positional.length == 0 && this.keywords.isEmpty())) {
			return payload.openKwargs();
		}
		try (ValueReader reader = payload.open(this.mapping, args)) {
			reader.enter(JsonToken.START_ARRAY);
			int index = 0;
			while (index < this.positional.length && reader.next()) {
				values[index] = reader.read(this.positional[index], index);
				index++;
			}
			return this.keywords.isEmpty() ? null : payload.openKwargs(reader);
		}
	}

	private void readKwargs(EncodedPayload payload, Slice kwargs, @Nullable Object[] values) {
		try (ValueReader reader = payload.open(this.mapping, kwargs)) {
			if (!reader.enterKwargs()) {
				return;
			}
			String name;
			while ((name = reader.nextName()) != null) {
				Target target = this.keywords.get(name);
				Integer index = this.indexes.get(name);
				if (target == null || index == null) {
					reader.skip();
				}
				else {
					values[index] = reader.read(target, name);
				}
			}
		}
	}

}
