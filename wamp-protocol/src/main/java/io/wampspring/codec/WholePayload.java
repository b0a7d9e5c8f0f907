package io.wampspring.codec;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

	private final Mapping mapping;

	private final Target target;

	private final boolean list;

	/** The names that positions stand for; empty for what has no order. */
	private final List<String> names;

	WholePayload(Mapping mapping, Target target) {
		this.mapping = mapping;
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

	@Nullable Object read(EncodedPayload payload) {
		if (this.list) {
			return readOne(payload, payload.argsOrTail(), JsonToken.START_ARRAY);
		}
		if (payload.argsOrTail() == null || this.names.isEmpty()) {
			return readOne(payload, payload.findKwargs(), JsonToken.START_OBJECT);
		}
		return readOne(payload, merge(payload), JsonToken.START_OBJECT);
	}

	private @Nullable Object readOne(EncodedPayload payload, @Nullable Slice slice, JsonToken start) {
		Slice source = (slice != null) ? slice : empty(payload.format(), start);
		try (ValueReader reader = payload.open(this.mapping, source)) {
			reader.enter(start);
			return reader.read(this.target, null);
		}
	}

	private static Slice empty(Format format, JsonToken start) {
		ByteSink out = new ByteSink(8, format.limits().messageSize());
		try (JsonGenerator generator = format.generator(ObjectWriteContext.empty(), out)) {
			if (start == JsonToken.START_ARRAY) {
				generator.writeStartArray().writeEndArray();
			}
			else {
				generator.writeStartObject().writeEndObject();
			}
		}
		return out.since(0);
	}

	/** One dictionary of both; a keyword wins over the position of the same name. */
	private Slice merge(EncodedPayload payload) {
		Format format = payload.format();
		EncodedPayload.Parts parts = payload.parts();
		ByteSink out = new ByteSink(256, format.limits().messageSize());
		try (JsonGenerator generator = format.generator(ObjectWriteContext.empty(), out)) {
			generator.writeStartObject();
			Set<String> taken = copyKwargs(payload, parts.kwargs(), generator);
			copyArgs(payload, parts.args(), taken, generator);
			generator.writeEndObject();
		}
		catch (JacksonException ex) {
			throw Tokens.broken(format, ex);
		}
		catch (ByteSink.TooLargeException ex) {
			throw new PayloadException("the arguments are too large for one object", ex);
		}
		return out.since(0);
	}

	private Set<String> copyKwargs(EncodedPayload payload, @Nullable Slice kwargs, JsonGenerator out) {
		Set<String> names = new HashSet<>();
		if (kwargs == null) {
			return names;
		}
		try (ValueReader reader = payload.open(this.mapping, kwargs)) {
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
		try (ValueReader reader = payload.open(this.mapping, args)) {
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
