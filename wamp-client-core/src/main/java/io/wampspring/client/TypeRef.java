package io.wampspring.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type with its type arguments: {@code new TypeRef<List<Vote>>() { }}.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {

	private final Type type;

	/**
	 * Takes the type of the subclass.
	 * @throws IllegalStateException if the subclass names no type
	 */
	protected TypeRef() {
		if (!(getClass().getGenericSuperclass() instanceof ParameterizedType generic)
				|| generic.getRawType() != TypeRef.class) {
			throw new IllegalStateException("write new TypeRef<SomeType>() { } with a type and braces");
		}
		this.type = generic.getActualTypeArguments()[0];
	}

	/**
	 * Returns the type.
	 * @return the type
	 */
	public final Type type() {
		return this.type;
	}

	@Override
	public final boolean equals(Object other) {
		return other instanceof TypeRef<?> ref && ref.type.equals(this.type);
	}

	@Override
	public final int hashCode() {
		return this.type.hashCode();
	}

	@Override
	public String toString() {
		return this.type.getTypeName();
	}

}
