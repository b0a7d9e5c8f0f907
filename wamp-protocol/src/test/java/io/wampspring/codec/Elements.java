package io.wampspring.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.wampspring.message.MessageWriter;
import io.wampspring.message.Payload;
import io.wampspring.message.WampMessage;

/** The elements of a message as plain values that can be compared. */
final class Elements implements MessageWriter {

	private final List<@Nullable Object> list = new ArrayList<>();

	private Elements() {
	}

	static List<@Nullable Object> of(WampMessage message) {
		Elements elements = new Elements();
		elements.id(message.type().code());
		message.writeTo(elements);
		return elements.list;
	}

	@Override
	public void id(long id) {
		this.list.add(id);
	}

	@Override
	public void string(String string) {
		this.list.add(string);
	}

	@Override
	public void dict(Map<String, Object> dict) {
		this.list.add(plain(dict));
	}

	@Override
	public void payload(Payload payload) {
		byte[] binary = payload.binary();
		if (binary != null) {
			this.list.add(plain(binary));
			return;
		}
		this.list.add(plain(payload.args()));
		this.list.add(plain(payload.kwargs()));
	}

	/** Integers as long, binary as a buffer. */
	static @Nullable Object plain(@Nullable Object value) {
		if (value instanceof Integer integer) {
			return integer.longValue();
		}
		if (value instanceof byte[] bytes) {
			return ByteBuffer.wrap(bytes);
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> plain = new ArrayList<>();
			list.forEach((item) -> plain.add(plain(item)));
			return plain;
		}
		if (value instanceof Map<?, ?> map) {
			Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
			map.forEach((name, item) -> plain.put(name, plain(item)));
			return plain;
		}
		return value;
	}

}
