package io.wampspring.message;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A payload of values that nobody has encoded yet: what the cores make by themselves
 * ({@code "callee gone"}). Reading it as another type than it has is refused, since only
 * a codec has a mapper.
 *
 * @param args the arguments
 * @param kwargs the keyword arguments
 */
public record PlainPayload(List<@Nullable Object> args, Map<String, @Nullable Object> kwargs) implements Payload {

	/**
	 * Copies both, {@code null} elements included.
	 */
	public PlainPayload {
		args = Collections.unmodifiableList(new ArrayList<>(args));
		kwargs = Collections.unmodifiableMap(new LinkedHashMap<>(kwargs));
	}

	@Override
	public boolean isEmpty() {
		return this.args.isEmpty() && this.kwargs.isEmpty();
	}

	@Override
	public <T> @Nullable T arg(int index, Type type) {
		return cast((index < this.args.size()) ? this.args.get(index) : null, type);
	}

	@Override
	public <T> @Nullable T kwarg(String name, Type type) {
		return cast(this.kwargs.get(name), type);
	}

	@Override
	public <T> @Nullable T as(Type type) {
		return cast(this.kwargs, type);
	}

	/** Shows no values: they belong to the application. */
	@Override
	public String toString() {
		return "Payload[args=" + this.args.size() + ", kwargs=" + this.kwargs.keySet() + "]";
	}

	@SuppressWarnings("unchecked") // checked against the class just above
	private static <T> @Nullable T cast(@Nullable Object value, Type type) {
		if (value != null && type instanceof Class<?> target && !target.isPrimitive() && !target.isInstance(value)) {
			throw new PayloadException(value.getClass().getName() + " is not a " + type.getTypeName(), null);
		}
		return (T) value;
	}

}
