package io.wampspring.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

import io.wampspring.client.WampConnection;
import io.wampspring.client.WampErrorHandler;
import io.wampspring.codec.Mapping;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.support.DefaultFormattingConversionService;

/**
 * Makes endpoints of the annotated methods of beans and hands them to the registry.
 */
final class EndpointFactory {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ExpressionResolver expressions;

	private final EndpointDefinitions definitions;

	private final ParameterBinders binders;

	EndpointFactory(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.expressions = new ExpressionResolver(beanFactory);
		this.definitions = new EndpointDefinitions(this.expressions);
		ConversionService conversion = beanFactory.getConversionService();
		this.binders = new ParameterBinders(
				beanFactory.getBeanProvider(Mapping.class).getIfAvailable(Mapping::standard),
				(conversion != null) ? conversion : new DefaultFormattingConversionService(), this.expressions);
	}

	/**
	 * Serves the annotated methods of a bean.
	 * @param beanName its name
	 * @param type the class behind its proxies
	 * @return whether it has any
	 * @throws InvalidEndpointException if one cannot be served
	 */
	boolean serve(String beanName, Class<?> type) {
		List<EndpointDefinition> found = this.definitions.of(beanName, type);
		found.forEach((definition) -> serve(definition, type));
		return !found.isEmpty();
	}

	private void serve(EndpointDefinition definition, Class<?> type) {
		EndpointMethod method = new EndpointMethod(this.beanFactory, definition);
		method.check();
		WampErrorHandler errorHandler = bean(definition, definition.references().errorHandler(),
				WampErrorHandler.class);
		EndpointStarters starters = new EndpointStarters(definition,
				bean(definition, definition.references().executor(), Executor.class), errorHandler);
		Endpoint.Starter starter;
		if (definition.kind() == EndpointKind.PROCEDURE) {
			starter = starters.procedure(new MethodProcedureHandler(this.binders.procedure(definition, type), method,
					new MethodResults(definition.method(), type)));
		}
		else {
			starter = starters.subscription(new MethodEventHandler(this.binders.subscription(definition, type), method,
					(errorHandler != null) ? errorHandler : defaultErrorHandler()));
		}
		WampConnection connection = connection(definition);
		requireValid(definition, connection.settings().uriRules());
		this.beanFactory.getBean(WampEndpointRegistry.class)
			.add(new Endpoint(definition, connection.name(), starter), connection);
	}

	/** The router would say the same, but only once there is a session. */
	private static void requireValid(EndpointDefinition definition, UriRules rules) {
		String uri = definition.uri();
		boolean valid = switch (definition.match()) {
			case EXACT -> rules.isValid(uri);
			case PREFIX -> rules.isValidPrefix(uri);
			case WILDCARD -> rules.isValidWildcard(uri);
		};
		if (!valid) {
			throw new InvalidEndpointException(
					"Method " + definition.describe() + " of bean '" + definition.beanName() + "' has the URI '" + uri
							+ "', which is not valid under " + rules.name().toLowerCase(Locale.ROOT) + " rules",
					"Let the URI consist of words between dots: no white space, no '#', no empty word, and under strict"
							+ " rules only lower case letters, digits and '_'.",
					null);
		}
	}

	private WampErrorHandler defaultErrorHandler() {
		return this.beanFactory.getBeanProvider(WampErrorHandler.class).getIfUnique(WampErrorHandler::logging);
	}

	private WampConnection connection(EndpointDefinition definition) {
		WampConnection named = bean(definition, definition.references().connection(), WampConnection.class);
		if (named != null) {
			return named;
		}
		try {
			return this.beanFactory.getBean(WampConnection.class);
		}
		catch (BeansException ex) {
			throw new InvalidEndpointException(
					"Method " + definition.describe() + " of bean '" + definition.beanName() + "' has no connection: "
							+ ex.getMessage(),
					"Define one WampConnection bean, mark one as primary, or name one in the annotation.", ex);
		}
	}

	private <T> @Nullable T bean(EndpointDefinition definition, String reference, Class<T> type) {
		try {
			return this.expressions.resolveBean(reference, type);
		}
		catch (BeansException ex) {
			throw new InvalidEndpointException(
					"Method " + definition.describe() + " of bean '" + definition.beanName() + "' names a "
							+ type.getSimpleName() + " '" + reference + "' that does not exist: " + ex.getMessage(),
					"Define the bean, or correct the attribute of the annotation.", ex);
		}
	}

}
