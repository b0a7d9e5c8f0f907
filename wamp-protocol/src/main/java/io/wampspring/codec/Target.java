package io.wampspring.codec;

import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * What a value becomes.
 *
 * @param type the type
 * @param deserializer reads it
 */
record Target(JavaType type, ValueDeserializer<Object> deserializer) {

	String name() {
		return this.type.getRawClass().getSimpleName();
	}

}
