package io.wampspring.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.ArrayBufferInput;

/**
 * MessagePack by msgpack-core. Packer and unpacker are reused: new ones per message cost
 * a multiple, and nobody should win against that.
 */
final class MessagePackTree extends Tree {

	private final MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(new byte[0]);

	private final MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();

	@Override
	List<?> read(byte[] message) {
		try {
			this.unpacker.reset(new ArrayBufferInput(message));
			return (List<?>) unpack();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Object unpack() throws IOException {
		return switch (this.unpacker.getNextFormat().getValueType()) {
			case BOOLEAN -> this.unpacker.unpackBoolean();
			case INTEGER -> this.unpacker.unpackLong();
			case FLOAT -> this.unpacker.unpackDouble();
			case STRING -> this.unpacker.unpackString();
			case ARRAY -> unpackArray();
			case MAP -> unpackMap();
			default -> throw new IllegalStateException("Not in our samples");
		};
	}

	private List<Object> unpackArray() throws IOException {
		int size = this.unpacker.unpackArrayHeader();
		List<Object> list = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			list.add(unpack());
		}
		return list;
	}

	private Map<String, Object> unpackMap() throws IOException {
		int size = this.unpacker.unpackMapHeader();
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < size; i++) {
			map.put(this.unpacker.unpackString(), unpack());
		}
		return map;
	}

	@Override
	byte[] write(List<?> message) {
		try {
			this.packer.clear();
			pack(message);
			return this.packer.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void pack(@Nullable Object value) throws IOException {
		if (value == null) {
			this.packer.packNil();
		}
		else if (value instanceof String text) {
			this.packer.packString(text);
		}
		else if (value instanceof Boolean bool) {
			this.packer.packBoolean(bool);
		}
		else if (value instanceof Double number) {
			this.packer.packDouble(number);
		}
		else if (value instanceof Number number) {
			this.packer.packLong(number.longValue());
		}
		else if (value instanceof List<?> list) {
			packArray(list);
		}
		else if (value instanceof Map<?, ?> map) {
			packMap(map);
		}
		else {
			pack(convert(value, type(Map.class)));
		}
	}

	private void packArray(List<?> list) throws IOException {
		this.packer.packArrayHeader(list.size());
		for (Object item : list) {
			pack(item);
		}
	}

	private void packMap(Map<?, ?> map) throws IOException {
		this.packer.packMapHeader(map.size());
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			pack(entry.getKey());
			pack(entry.getValue());
		}
	}

}
