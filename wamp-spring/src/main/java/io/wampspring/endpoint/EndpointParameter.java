package io.wampspring.endpoint;

import java.lang.reflect.Type;
import java.util.Optional;

import io.wampspring.client.WampException;
import io.wampspring.codec.Parameters;
import io.wampspring.message.Payload;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.util.ClassUtils;

/**
 * One parameter of a method that is filled from a payload or a URI: its type, what may be
 * left out, and the words that an error says about it.
 */
final class EndpointParameter {

	private final String label;

	private final Type type;

	private final boolean wrapped;

	private final boolean mayBeAbsent;

	private final boolean mayBeNull;

	private EndpointParameter(String label, MethodParameter parameter, boolean required) {
		this.label = label;
		this.wrapped = parameter.getParameterType() == Optional.class;
		MethodParameter nested = parameter.nestedIfOptional();
		Type type = GenericTypeResolver.resolveType(nested.getNestedGenericParameterType(),
				parameter.getContainingClass());
		this.type = (type instanceof Class<?> primitive) ? ClassUtils.resolvePrimitiveIfNecessary(primitive) : type;
		boolean primitive = parameter.getParameterType().isPrimitive();
		this.mayBeAbsent = parameter.isOptional() || (!required && !primitive);
		this.mayBeNull = this.mayBeAbsent
				|| (!primitive && Nullness.forMethodParameter(parameter) != Nullness.NON_NULL);
	}

	static EndpointParameter positional(int index, MethodParameter parameter) {
		String name = parameter.getParameterName();
		return new EndpointParameter("Argument " + index + ((name != null) ? " (" + name + ")" : ""), parameter, true);
	}

	static EndpointParameter keyword(String name, MethodParameter parameter, boolean required) {
		return new EndpointParameter("Keyword argument '" + name + "'", parameter, required);
	}

	static EndpointParameter payload(MethodParameter parameter, boolean required) {
		return new EndpointParameter("The payload", parameter, required);
	}

	static EndpointParameter variable(String name, MethodParameter parameter) {
		return new EndpointParameter("Variable '" + name + "' of the URI", parameter, true);
	}

	/** What to read: boxed, and without the {@code Optional} around it. */
	Type type() {
		return this.type;
	}

	boolean mayBeAbsent() {
		return this.mayBeAbsent;
	}

	/** Makes what was read the value of the parameter. */
	@Nullable Object accept(@Nullable Object value) {
		if (value == Parameters.ABSENT) {
			if (!this.mayBeAbsent) {
				throw invalid(this.label + " is missing", null);
			}
			return this.wrapped ? Optional.empty() : null;
		}
		if (value == null && !this.mayBeNull) {
			throw invalid(this.label + " must not be null", null);
		}
		return this.wrapped ? Optional.ofNullable(value) : value;
	}

	/** The answer when what was sent is not of the type. The mapper's words stay here. */
	WampException unreadable(Throwable cause) {
		return invalid(this.label + " cannot be read as " + simpleName(this.type), cause);
	}

	static WampException invalid(String message, @Nullable Throwable cause) {
		return new WampException(ErrorUris.INVALID_ARGUMENT, Payload.of(message), cause);
	}

	private static String simpleName(Type type) {
		return type.getTypeName().replaceAll("[\\w.]+[.$]", "");
	}

}
