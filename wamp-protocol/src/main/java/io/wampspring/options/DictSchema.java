package io.wampspring.options;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.wampspring.message.ProtocolViolationException;
import org.jspecify.annotations.Nullable;

/**
 * The known keys of a dictionary and what their values must be. {@code null} counts as
 * absent.
 */
final class DictSchema {

	/** The greatest id. */
	private static final long MAX_ID = 1L << 53;

	private final String where;

	private final Map<String, Kind> kinds;

	private DictSchema(String where, Map<String, Kind> kinds) {
		this.where = where;
		this.kinds = kinds;
	}

	static Builder of(String where) {
		return new Builder(where);
	}

	Map<String, Object> check(Map<String, Object> dict) {
		if (dict.isEmpty()) {
			return Map.of();
		}
		dict.forEach((key, value) -> {
			Kind kind = this.kinds.get(key);
			if (kind != null && value != null && !kind.test.test(value)) {
				throw new ProtocolViolationException(this.where + "." + key + " must be " + kind.text);
			}
		});
		return Collections.unmodifiableMap(new LinkedHashMap<>(dict));
	}

	static Map<String, Object> with(Map<String, Object> dict, String key, Object value) {
		Map<String, Object> copy = new LinkedHashMap<>(dict);
		copy.put(key, value);
		return copy;
	}

	static @Nullable Long integer(@Nullable Object value) {
		return (value instanceof Number number) ? (Long) number.longValue() : null;
	}

	static @Nullable List<Long> ids(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().map((id) -> ((Number) id).longValue()).toList() : null;
	}

	@SuppressWarnings("unchecked") // checked by the schema
	static @Nullable List<String> strings(@Nullable Object value) {
		return (List<String>) value;
	}

	@SuppressWarnings("unchecked") // checked by the schema
	static @Nullable Map<String, Object> dict(@Nullable Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked") // checked by the schema
	static @Nullable List<Map<String, Object>> dicts(@Nullable Object value) {
		return (List<Map<String, Object>>) value;
	}

	private static boolean isInteger(Object value) {
		return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
	}

	private static boolean isId(Object value) {
		if (value instanceof BigInteger || !isInteger(value)) {
			return false;
		}
		long id = ((Number) value).longValue();
		return id >= 0 && id <= MAX_ID;
	}

	private static boolean isListOf(Object value, Predicate<Object> element) {
		return value instanceof List<?> list && list.stream().allMatch((each) -> each != null && element.test(each));
	}

	private static boolean isForwardFor(Object value) {
		return isListOf(value,
				(each) -> each instanceof Map<?, ?> hop && hop.get("session") != null && isId(hop.get("session"))
						&& (hop.get("authid") == null || hop.get("authid") instanceof String)
						&& hop.get("authrole") instanceof String);
	}

	/**
	 * What a value must be.
	 */
	enum Kind {

		BOOL("a boolean", Boolean.class::isInstance),

		INTEGER("an integer", DictSchema::isInteger),

		ID("an id", DictSchema::isId),

		STRING("a string", String.class::isInstance),

		IDS("a list of ids", (value) -> isListOf(value, DictSchema::isId)),

		STRINGS("a list of strings", (value) -> isListOf(value, String.class::isInstance)),

		DICT("a dictionary", Map.class::isInstance),

		MATCH("one of exact, prefix, wildcard", (value) -> value instanceof String name && MatchPolicy.isKnown(name)),

		ENC_ALGO("one of cryptobox, mqtt, xbr or x_...", (value) -> value instanceof String name
				&& (name.equals("cryptobox") || name.equals("mqtt") || name.equals("xbr") || name.startsWith("x_"))),

		FORWARD_FOR("a list of {session, authid, authrole}", DictSchema::isForwardFor);

		private final String text;

		private final Predicate<Object> test;

		Kind(String text, Predicate<Object> test) {
			this.text = text;
			this.test = test;
		}

	}

	/**
	 * Collects the keys.
	 */
	static final class Builder {

		private final String where;

		private final Map<String, Kind> kinds = new HashMap<>();

		private Builder(String where) {
			this.where = where;
		}

		Builder key(String key, Kind kind) {
			this.kinds.put(key, kind);
			return this;
		}

		DictSchema build() {
			return new DictSchema(this.where, Map.copyOf(this.kinds));
		}

	}

}
