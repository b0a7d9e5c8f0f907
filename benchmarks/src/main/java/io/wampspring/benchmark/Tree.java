package io.wampspring.benchmark;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

import io.wampspring.codec.Serializer;

/**
 * What we compare with: a message read into a tree of plain values, its arguments
 * converted from there, and written from such a tree. Not for several threads.
 */
abstract class Tree {

	private final JsonMapper mapper = JsonMapper.builder().build();

	static Tree of(Serializer serializer) {
		return switch (serializer) {
			case JSON -> new DatabindTree(JsonMapper.builder().build());
			case CBOR -> new DatabindTree(CBORMapper.builder().build());
			case MSGPACK -> new MessagePackTree();
		};
	}

	/** Reads a whole message into plain values. */
	abstract List<?> read(byte[] message);

	/** Writes a message whose arguments may be objects of the application. */
	abstract byte[] write(List<?> message);

	JavaType type(Class<?> type) {
		return this.mapper.constructType(type);
	}

	@Nullable Object convert(@Nullable Object value, JavaType type) {
		return this.mapper.convertValue(value, type);
	}

}
