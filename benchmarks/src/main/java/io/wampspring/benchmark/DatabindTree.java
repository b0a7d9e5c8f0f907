package io.wampspring.benchmark;

import java.util.List;

import tools.jackson.databind.ObjectMapper;

/** JSON and CBOR by Jackson's own mappers. */
final class DatabindTree extends Tree {

	private final ObjectMapper mapper;

	DatabindTree(ObjectMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	List<?> read(byte[] message) {
		return this.mapper.readValue(message, List.class);
	}

	@Override
	byte[] write(List<?> message) {
		return this.mapper.writeValueAsBytes(message);
	}

}
