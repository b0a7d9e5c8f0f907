package io.wampspring.codec;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TreeNode;
import tools.jackson.core.type.ResolvedType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.DeserializationContextExt;
import tools.jackson.databind.json.JsonMapper;

import io.wampspring.message.Payload;

/**
 * How Java types become payloads and back: the application's mapper over any
 * {@link Serializer}. It says how types map, never how tokens look, so that modules,
 * mix-ins and records behave alike in all formats. The application's mapper is rebuilt,
 * never changed. Make one and share it: deserializers are found once per type. May be
 * used by many threads.
 * <p>
 * Numbers are exact in all formats when they are read into a type. Without a type
 * ({@code Object}) an integer is an {@code Integer}, {@code Long} or {@code BigInteger}
 * by its size, and a fraction is a {@code Double} ({@code Float} if it came with 32 bits,
 * in CBOR {@code BigDecimal} if no double can hold it). MessagePack has neither integers
 * beyond 64 bits nor decimals: they travel as their decimal text there. The scale of a
 * {@code BigDecimal} is no part of its value.
 */
public final class Mapping {

	private final JsonMapper mapper;

	private final Map<Type, Target> targets = new ConcurrentHashMap<>();

	private final Map<FormatKey, Format> formats = new ConcurrentHashMap<>();

	private Mapping(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Makes a mapping of a mapper of the application.
	 * @param mapper the mapper; its settings for types count, those for the text of JSON
	 * do not
	 * @return the mapping
	 */
	public static Mapping of(JsonMapper mapper) {
		return new Mapping(mapper.rebuild().build());
	}

	/**
	 * Makes a mapping with the defaults of Jackson.
	 * @return the mapping
	 */
	public static Mapping standard() {
		return new Mapping(JsonMapper.builder().build());
	}

	/** The tokens of a serializer; factories are costly and shared by all links. */
	Format format(Serializer serializer, CodecLimits limits) {
		return this.formats.computeIfAbsent(new FormatKey(serializer, limits),
				(key) -> Format.of(key.serializer(), key.limits()));
	}

	/**
	 * Finds the deserializer of a type once: finding it per value costs more than the
	 * reading.
	 */
	Target target(Type type) {
		Target target = this.targets.get(type);
		if (target == null) {
			JavaType javaType = this.mapper.constructType(type);
			target = new Target(javaType, this.mapper._deserializationContext().findRootValueDeserializer(javaType));
			this.targets.put(type, target);
		}
		return target;
	}

	/** Opens values; the parser stands at the first token. */
	ValueReader open(Format format, Slice slice) {
		DeserializationContextExt databind = this.mapper._deserializationContext();
		JsonParser parser = format.parser(new ReadContext(databind), slice);
		databind.assignParser(parser);
		return new ValueReader(format, slice, parser, databind);
	}

	/** A payload that has bytes; what has none yet is encoded. */
	EncodedPayload encoded(Payload payload, Format format) {
		return (payload instanceof EncodedPayload encoded) ? encoded
				: new PayloadWriter(this, format).write(payload.args(), payload.kwargs());
	}

	/** The same for a reader to whom the format does not matter. */
	EncodedPayload encoded(Payload payload) {
		return (payload instanceof EncodedPayload encoded) ? encoded
				: encoded(payload, format(Serializer.CBOR, CodecLimits.defaults()));
	}

	JsonGenerator generator(Format format, ByteSink out) {
		return format.generator(new WriteContext(this.mapper._serializationContext()), out);
	}

	private record FormatKey(Serializer serializer, CodecLimits limits) {

	}

	/**
	 * A context of the mapper may not be handed to a foreign factory as it is: it would
	 * impose the format features of the mapper (bit masks of JSON) on CBOR.
	 */
	private static final class ReadContext extends ObjectReadContext.Base {

		private final DeserializationContext databind;

		ReadContext(DeserializationContext databind) {
			this.databind = databind;
		}

		@Override
		@SuppressWarnings("unchecked") // the caller says which trees its mapper makes
		public <T extends TreeNode> T readTree(JsonParser p) {
			return (T) this.databind.readTree(p);
		}

		@Override
		public <T> T readValue(JsonParser p, Class<T> type) {
			return this.databind.readValue(p, type);
		}

		@Override
		public <T> T readValue(JsonParser p, TypeReference<T> type) {
			return this.databind.readValue(p, type);
		}

		@Override
		public <T> T readValue(JsonParser p, ResolvedType type) {
			return this.databind.readValue(p, type);
		}

	}

	/** The same for writing; keeps indentation off the wire too. */
	private static final class WriteContext extends ObjectWriteContext.Base {

		private final SerializationContext databind;

		WriteContext(SerializationContext databind) {
			this.databind = databind;
		}

		@Override
		public void writeValue(JsonGenerator g, Object value) {
			this.databind.writeValue(g, value);
		}

		@Override
		public void writeTree(JsonGenerator g, TreeNode tree) {
			this.databind.writeTree(g, tree);
		}

	}

}
