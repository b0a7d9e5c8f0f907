package io.wampspring.client;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wampspring.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Collects arguments and keyword arguments.
 */
final class Arguments {

	private List<@Nullable Object> args = List.of();

	private Map<String, @Nullable Object> kwargs = Map.of();

	void args(@Nullable Object[] values) {
		this.args = Arrays.asList(values.clone());
	}

	void kwarg(String name, @Nullable Object value) {
		if (this.kwargs.isEmpty()) {
			this.kwargs = new LinkedHashMap<>();
		}
		this.kwargs.put(name, value);
	}

	void kwargs(Map<String, ? extends @Nullable Object> values) {
		values.forEach(this::kwarg);
	}

	Payload toPayload() {
		return Payload.of(this.args, this.kwargs);
	}

}
