package io.wampspring.endpoint;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.wampspring.annotation.WampKwarg;
import io.wampspring.codec.Parameters;
import io.wampspring.endpoint.ParameterBinder.Binding;
import io.wampspring.message.PayloadException;
import io.wampspring.uri.UriTemplate;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.handler.annotation.ValueConstants;
import org.springframework.util.StringUtils;

/**
 * Decides, once for each parameter of a method, where its value comes from.
 *
 * @param <S> an invocation or an event
 */
final class BindingPlan<S> {

	private final ParameterBinders tools;

	private final SourceTypes<S> types;

	private final EndpointDefinition definition;

	private final List<EndpointParameter> positional = new ArrayList<>();

	private final Map<String, EndpointParameter> keywords = new LinkedHashMap<>();

	BindingPlan(ParameterBinders tools, SourceTypes<S> types, EndpointDefinition definition) {
		this.tools = tools;
		this.types = types;
		this.definition = definition;
	}

	ParameterBinder<S> binder(List<MethodParameter> parameters) {
		int firstKeyword = (int) parameters.stream().filter(this::isPositional).count();
		List<Binding<S>> bindings = parameters.stream().map((parameter) -> bind(parameter, firstKeyword)).toList();
		Map<String, Type> keywordTypes = new LinkedHashMap<>();
		this.keywords.forEach((name, parameter) -> keywordTypes.put(name, parameter.type()));
		Parameters readers = readable(() -> Parameters.of(this.tools.mapping(),
				this.positional.stream().map(EndpointParameter::type).toList(), keywordTypes));
		return new ParameterBinder<>(this.types, readers, positions(), bindings);
	}

	private Map<String, EndpointParameter> positions() {
		Map<String, EndpointParameter> positions = new HashMap<>(this.keywords);
		for (int i = 0; i < this.positional.size(); i++) {
			positions.put(Integer.toString(i), this.positional.get(i));
		}
		return positions;
	}

	private boolean isPositional(MethodParameter parameter) {
		return !parameter.hasParameterAnnotation(WampKwarg.class) && !parameter.hasParameterAnnotation(Payload.class)
				&& !parameter.hasParameterAnnotation(DestinationVariable.class)
				&& !this.types.byType().containsKey(parameter.getParameterType());
	}

	private Binding<S> bind(MethodParameter parameter, int firstKeyword) {
		WampKwarg keyword = parameter.getParameterAnnotation(WampKwarg.class);
		if (keyword != null) {
			return keyword(parameter, keyword, firstKeyword + this.keywords.size());
		}
		Payload payload = parameter.getParameterAnnotation(Payload.class);
		if (payload != null) {
			return payload(EndpointParameter.payload(parameter, payload.required()));
		}
		DestinationVariable variable = parameter.getParameterAnnotation(DestinationVariable.class);
		if (variable != null) {
			return variable(parameter, variable.value());
		}
		Function<S, Object> byType = this.types.byType().get(parameter.getParameterType());
		if (byType != null) {
			return (source, values) -> byType.apply(source);
		}
		return positional(parameter);
	}

	private Binding<S> positional(MethodParameter parameter) {
		if (this.types.lacks(parameter.getParameterType())) {
			throw invalid("has a parameter of type " + parameter.getParameterType().getSimpleName()
					+ ", which only the other kind of endpoint has", "Remove the parameter.", null);
		}
		int index = this.positional.size();
		EndpointParameter argument = EndpointParameter.positional(index, parameter);
		this.positional.add(argument);
		return (source, values) -> argument.accept(values[index]);
	}

	private Binding<S> keyword(MethodParameter parameter, WampKwarg annotation, int index) {
		String name = name(annotation.name(), parameter);
		EndpointParameter argument = EndpointParameter.keyword(name, parameter, annotation.required());
		if (this.keywords.put(name, argument) != null) {
			throw invalid("binds the keyword argument '" + name + "' twice", "Give each parameter its own name.", null);
		}
		if (ValueConstants.DEFAULT_NONE.equals(annotation.defaultValue())) {
			return (source, values) -> argument.accept(values[index]);
		}
		Object whenAbsent = defaultValue(name, this.tools.expressions().resolve(annotation.defaultValue()), parameter);
		return (source, values) -> argument.accept((values[index] == Parameters.ABSENT) ? whenAbsent : values[index]);
	}

	private Binding<S> payload(EndpointParameter argument) {
		Parameters whole = readable(() -> Parameters.whole(this.tools.mapping(), argument.type()));
		return (source, values) -> {
			io.wampspring.message.Payload payload = this.types.payload().apply(source);
			if (payload.isEmpty() && argument.mayBeAbsent()) {
				return argument.accept(Parameters.ABSENT);
			}
			try {
				return argument.accept(whole.read(payload)[0]);
			}
			catch (PayloadException ex) {
				throw argument.unreadable(ex);
			}
		};
	}

	private Binding<S> variable(MethodParameter parameter, String declaredName) {
		String name = name(declaredName, parameter);
		UriTemplate template = this.definition.template();
		if (!template.variables().contains(name)) {
			throw invalid("binds the variable '" + name + "', which its URI " + template + " does not have",
					"Write {" + name + "} as a component of the URI.", null);
		}
		EndpointParameter argument = EndpointParameter.variable(name, parameter);
		return (source, values) -> {
			Map<String, String> variables = template.match(this.types.uri().apply(source));
			String value = (variables != null) ? variables.get(name) : null;
			if (value == null) {
				return argument.accept(Parameters.ABSENT);
			}
			try {
				return argument.accept(convert(value, parameter));
			}
			catch (ConversionException ex) {
				throw argument.unreadable(ex);
			}
		};
	}

	private @Nullable Object defaultValue(String name, String text, MethodParameter parameter) {
		try {
			return convert(text, parameter);
		}
		catch (ConversionException ex) {
			throw invalid("has a default for the keyword argument '" + name + "' that is not of its type: " + text,
					"Correct the default.", ex);
		}
	}

	private @Nullable Object convert(String text, MethodParameter parameter) {
		return this.tools.conversion()
			.convert(text, TypeDescriptor.valueOf(String.class), new TypeDescriptor(parameter.nestedIfOptional()));
	}

	private String name(String declared, MethodParameter parameter) {
		String name = StringUtils.hasText(declared) ? declared : parameter.getParameterName();
		if (name == null) {
			throw invalid("has a parameter whose name is not known",
					"Name it in the annotation, or compile with -parameters.", null);
		}
		return name;
	}

	private Parameters readable(Supplier<Parameters> parameters) {
		try {
			return parameters.get();
		}
		catch (IllegalArgumentException ex) {
			throw invalid("has a parameter that no payload can become: " + ex.getMessage(),
					"Choose a type that the mapper can read.", ex);
		}
	}

	private InvalidEndpointException invalid(String what, String cure, @Nullable Throwable cause) {
		return new InvalidEndpointException("Method " + this.definition.describe() + " " + what, cure, cause);
	}

}
