package io.wampspring.endpoint;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/** An interface of which only what a test needs is written down. */
final class Partial {

	private Partial() {
	}

	/** Passes calls to the methods of the same name and parameters. */
	static <T> T of(Class<T> type, Object written) {
		InvocationHandler handler = (proxy, method, args) -> {
			if (method.getDeclaringClass() == Object.class) {
				return method.invoke(written, args);
			}
			try {
				Object result = find(written, method).invoke(written, args);
				return method.getReturnType().isInstance(result) ? result : proxyOrNothing(proxy, result);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	/** A written method that returns itself goes on with the interface. */
	private static @Nullable Object proxyOrNothing(Object proxy, @Nullable Object result) {
		return (result != null && !ClassUtils.isPrimitiveOrWrapper(result.getClass())) ? proxy : result;
	}

	private static Method find(Object written, Method method) {
		try {
			Method found = written.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
			found.setAccessible(true);
			return found;
		}
		catch (NoSuchMethodException ex) {
			throw new UnsupportedOperationException(method.toString(), ex);
		}
	}

}
