package io.wampspring.codec;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;

import io.wampspring.message.PayloadException;

/**
 * A whole payload as one object. A list takes the arguments, a map the keyword arguments,
 * a record both: keywords by name, else positions in the order of its components.
 */
final class WholePayload {

	private final Target target;

	private final boolean list;

	/** The names that positions stand for; empty for what has no order. */
	private final List<String> names;

	WholePayload(Target target) {
		this.target = target;
		this.list = target.type().isCollectionLikeType() || target.type().isArrayType();
		this.names = names(target);
	}

	private static List<String> names(Target target) {
		ValueDeserializer<?> deserializer = target.deserializer();
		if (deserializer instanceof BeanDeserializerBase bean) {
			List<SettableBeanProperty> properties = new ArrayList<>();
			bean.creatorProperties().forEachRemaining(properties::add);
			properties.sort(Comparator.comparingInt(SettableBeanProperty::getCreatorIndex));
			return properties.stream().map(SettableBeanProperty::getName).toList();
		}
		RecordComponent[] components = target.type().getRawClass().getRecordComponents();
		return (components != null) ? Arrays.stream(components).map(RecordComponent::getName).toList() : List.of();
	}

	@Nullable Object read(EncodedPayload payload, Mapping mapping) {
		Slice args = payload.openArgs();
		if (this.list) {
			return readValue(payload, mapping, (args != null) ? args : emptyList(payload.format()));
		}
		Slice kwargs = payload.openKwargs();
		if (args == null || this.names.isEmpty()) {
			Slice dict = (kwargs != null && isDict(payload, kwargs)) ? kwargs : emptyDict(payload.format());
			return readValue(payload, mapping, dict);
		}
		return readValue(payload, mapping, merge(payload));
	}

	private @Nullable Object readValue(EncodedPayload payload, Mapping mapping, Slice slice) {
		try (ValueReader reader = payload.open(mapping, slice)) {
			reader.enter(this.list ? JsonToken.START_ARRAY : JsonToken.START_OBJECT);
			return reader.read(this.target, null);
		}
	}

	/** Null in place of kwargs is read as absent. */
	private static boolean isDict(EncodedPayload payload, Slice kwargs) {
		try (ValueReader reader = payload.open(kwargs)) {
			return reader.enterKwargs();
		}
	}

	private static Slice emptyList(Format format) {
		return write(format, (generator) -> generator.writeStartArray().writeEndArray());
	}

	private static Slice emptyDict(Format format) {
		return write(format, (generator) -> generator.writeStartObject().writeEndObject());
	}

	private static Slice write(Format format, Consumer<JsonGenerator> action) {
		ByteSink out = new ByteSink(256, format.limits().messageSize());
		try (JsonGenerator generator = format.generator(ObjectWriteContext.empty(), out)) {
			action.accept(generator);
		}
		return out.since(0);
	}

	/** One dictionary of both; a keyword wins over the position of the same name. */
	private Slice merge(EncodedPayload payload) {
		EncodedPayload.Parts parts = payload.parts();
		try {
			return write(payload.format(), (generator) -> {
				generator.writeStartObject();
				Set<String> taken = copyKwargs(payload, parts.kwargs(), generator);
				copyArgs(payload, parts.args(), taken, generator);
				generator.writeEndObject();
			});
		}
		// a decimal beyond what Java can hold is no exception of Jackson's
		catch (JacksonException | ArithmeticException | NumberFormatException ex) {
			throw Tokens.broken(payload.format(), ex);
		}
		catch (ByteSink.TooLargeException ex) {
			throw new PayloadException("the arguments are too large for one object", ex);
		}
	}

	private Set<String> copyKwargs(EncodedPayload payload, @Nullable Slice kwargs, JsonGenerator out) {
		Set<String> names = new HashSet<>();
		if (kwargs == null) {
			return names;
		}
		try (ValueReader reader = payload.open(kwargs)) {
			if (!reader.enterKwargs()) {
				return names;
			}
			String name;
			while ((name = reader.nextName()) != null) {
				out.writeName(name);
				Transcoder.copyValue(reader.parser(), out);
				names.add(name);
			}
		}
		return names;
	}

	private void copyArgs(EncodedPayload payload, @Nullable Slice args, Set<String> taken, JsonGenerator out) {
		if (args == null) {
			return;
		}
		try (ValueReader reader = payload.open(args)) {
			reader.enter(JsonToken.START_ARRAY);
			for (int i = 0; reader.next() && i < this.names.size(); i++) {
				if (taken.contains(this.names.get(i))) {
					reader.skip();
				}
				else {
					out.writeName(this.names.get(i));
					Transcoder.copyValue(reader.parser(), out);
				}
			}
		}
	}

}
