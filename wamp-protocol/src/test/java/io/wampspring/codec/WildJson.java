package io.wampspring.codec;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** JSON with white space and escapes wherever they may be. */
final class WildJson extends WildEncoder {

	WildJson(RandomValues random) {
		super(random);
	}

	private void space() {
		for (int i = below(6) - 3; i > 0; i--) {
			this.out.write(" \t\r\n".charAt(below(4)));
		}
	}

	private void raw(String text) {
		this.out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	byte[] message(List<? extends @Nullable Object> elements) {
		space();
		raw("[");
		for (int i = 0; i < elements.size(); i++) {
			raw((i > 0) ? "," : "");
			space();
			marked(elements.get(i));
			space();
		}
		raw("]");
		space();
		return this.out.toByteArray();
	}

	@Override
	void write(@Nullable Object value) {
		if (value instanceof String text) {
			text(text);
		}
		else if (value instanceof byte[] bytes) {
			text('\0' + Base64.getEncoder().encodeToString(bytes));
		}
		else if (value instanceof List<?> list) {
			list(list);
		}
		else if (value instanceof Map<?, ?> map) {
			map(map);
		}
		else {
			raw(String.valueOf(value));
		}
	}

	private void list(List<?> list) {
		raw("[");
		space();
		for (int i = 0; i < list.size(); i++) {
			raw((i > 0) ? "," : "");
			space();
			write(list.get(i));
			space();
		}
		raw("]");
	}

	private void map(Map<?, ?> map) {
		raw("{");
		space();
		int[] i = { 0 };
		map.forEach((name, item) -> {
			raw((i[0]++ > 0) ? "," : "");
			space();
			write(name);
			space();
			raw(":");
			space();
			write(item);
			space();
		});
		raw("}");
	}

	private void text(String text) {
		StringBuilder json = new StringBuilder("\"");
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean pair = Character.isHighSurrogate(c);
			if (c < ' ' || below(10) == 0) {
				json.append(escape(c)).append(pair ? escape(text.charAt(++i)) : "");
			}
			else if (c == '"' || c == '\\' || (c == '/' && below(2) == 0)) {
				json.append('\\').append(c);
			}
			else {
				json.append(c).append(pair ? text.charAt(++i) : "");
			}
		}
		raw(json.append('"').toString());
	}

	private String escape(char c) {
		return String.format((below(2) == 0) ? "\\u%04x" : "\\u%04X", (int) c);
	}

}
