package io.wampspring.endpoint;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.wampspring.client.CallResult;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Makes results of what a method returns: a value is one positional result, also a list;
 * {@code void} and an empty {@code Optional} are none, {@code null} is {@code null}.
 */
final class MethodResults {

	private final boolean nothing;

	MethodResults(Method method, Class<?> type) {
		ResolvableType returned = ResolvableType.forMethodReturnType(method, type);
		ResolvableType value = returned.as(CompletionStage.class).getGeneric();
		this.nothing = isVoid(returned) || isVoid(value);
	}

	private static boolean isVoid(ResolvableType type) {
		return type.resolve() == void.class || type.resolve() == Void.class;
	}

	/** Makes the result of a value that is there, not of a stage. */
	CallResult of(@Nullable Object value) {
		if (value instanceof CallResult result) {
			return result;
		}
		if (value instanceof Optional<?> optional) {
			return optional.isPresent() ? of(optional.get()) : CallResult.EMPTY;
		}
		return (value == null && this.nothing) ? CallResult.EMPTY : CallResult.of(new @Nullable Object[] { value });
	}

}
