package io.wampspring.endpoint;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import io.wampspring.client.Event;
import io.wampspring.client.Invocation;
import io.wampspring.codec.Mapping;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.core.convert.ConversionService;

/**
 * Makes the binders of methods.
 *
 * @param mapping how application types map
 * @param conversion makes values of the texts of defaults and URI variables
 * @param expressions resolves the texts of defaults
 */
record ParameterBinders(Mapping mapping, ConversionService conversion, ExpressionResolver expressions) {

	private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	/**
	 * Makes the binder of a procedure.
	 * @param definition says which method and which URI
	 * @param type the class behind the proxies of the bean
	 * @return the binder
	 * @throws InvalidEndpointException if a parameter can never be filled
	 */
	ParameterBinder<Invocation> procedure(EndpointDefinition definition, Class<?> type) {
		return new BindingPlan<>(this, SourceTypes.PROCEDURE, definition).binder(parameters(definition, type));
	}

	/**
	 * Makes the binder of a subscription.
	 * @param definition says which method and which URI
	 * @param type the class behind the proxies of the bean
	 * @return the binder
	 * @throws InvalidEndpointException if a parameter can never be filled
	 */
	ParameterBinder<Event> subscription(EndpointDefinition definition, Class<?> type) {
		return new BindingPlan<>(this, SourceTypes.SUBSCRIPTION, definition).binder(parameters(definition, type));
	}

	/** With the annotations that parameters inherit from interfaces. */
	private static List<MethodParameter> parameters(EndpointDefinition definition, Class<?> type) {
		List<MethodParameter> parameters = new ArrayList<>();
		for (MethodParameter parameter : new MethodOfBean(definition.method(), type).getMethodParameters()) {
			parameter.initParameterNameDiscovery(NAMES);
			parameters.add(parameter);
		}
		return parameters;
	}

	/** Type variables of a superclass are resolved in the class of the bean. */
	private static final class MethodOfBean extends AnnotatedMethod {

		private final Class<?> type;

		MethodOfBean(Method method, Class<?> type) {
			super(method);
			this.type = type;
		}

		@Override
		protected Class<?> getContainingClass() {
			return this.type;
		}

	}

}
