package io.wampspring.endpoint;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.annotation.WampSubscribe;
import io.wampspring.endpoint.EndpointDefinition.References;
import io.wampspring.options.InvocationPolicy;
import io.wampspring.options.MatchPolicy;
import io.wampspring.uri.UriTemplate;

import org.springframework.beans.factory.BeanExpressionException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.StringUtils;

/**
 * Makes definitions of the annotations of beans: resolves their attributes, gives them
 * ids, and refuses what can never be served.
 */
final class EndpointDefinitions {

	private final ExpressionResolver expressions;

	private final Set<String> ids = new HashSet<>();

	EndpointDefinitions(ExpressionResolver expressions) {
		this.expressions = expressions;
	}

	/**
	 * Makes the definitions of one bean.
	 * @param beanName its name
	 * @param type the class behind its proxies
	 * @return the definitions, in an order that is the same at every start
	 * @throws InvalidEndpointException if one cannot be served
	 */
	List<EndpointDefinition> of(String beanName, Class<?> type) {
		List<EndpointDefinition> definitions = new ArrayList<>();
		EndpointAnnotations.of(type)
			.entrySet()
			.stream()
			.sorted(Comparator.comparing((entry) -> InvalidEndpointException.describe(entry.getKey())))
			.forEach((entry) -> add(beanName, entry, definitions));
		return definitions;
	}

	private void add(String beanName, Map.Entry<Method, List<EndpointAnnotations.Found>> methods,
			List<EndpointDefinition> definitions) {
		Method method = methods.getKey();
		if (Modifier.isPrivate(method.getModifiers())) {
			throw new InvalidEndpointException(
					"Method " + InvalidEndpointException.describe(method) + " of bean '" + beanName
							+ "' is annotated as an endpoint but private, so that no proxy of the bean would be called",
					"Make the method public, protected or package-private.", null);
		}
		for (EndpointAnnotations.Found found : methods.getValue()) {
			definitions.add(define(beanName, method, found));
		}
	}

	private EndpointDefinition define(String beanName, Method method, EndpointAnnotations.Found found) {
		Annotation annotation = found.annotation();
		try {
			return (annotation instanceof WampProcedure procedure)
					? procedure(beanName, method, procedure, found.prefix())
					: subscription(beanName, method, (WampSubscribe) annotation, found.prefix());
		}
		catch (IllegalArgumentException | BeanExpressionException ex) {
			throw new InvalidEndpointException(
					"@" + annotation.annotationType().getSimpleName() + " on "
							+ InvalidEndpointException.describe(method) + " of bean '" + beanName + "': "
							+ NestedExceptionUtils.getMostSpecificCause(ex).getMessage(),
					"Correct the attribute of the annotation or the property that it refers to.", ex);
		}
	}

	private EndpointDefinition procedure(String beanName, Method method, WampProcedure annotation, String prefix) {
		UriTemplate template = template(prefix, annotation.uri());
		int concurrency = this.expressions.resolveInt(annotation.concurrency());
		if (concurrency < 0) {
			throw new IllegalArgumentException("concurrency must not be negative: " + concurrency);
		}
		return new EndpointDefinition(id(annotation.id(), beanName, method), EndpointKind.PROCEDURE, template,
				match(template, annotation.match()), annotation.invoke(), concurrency, false,
				this.expressions.resolveBoolean(annotation.autoStartup(), true),
				new References(annotation.connection(), annotation.executor(), annotation.errorHandler()), beanName,
				method);
	}

	private EndpointDefinition subscription(String beanName, Method method, WampSubscribe annotation, String prefix) {
		UriTemplate template = template(prefix, annotation.uri());
		return new EndpointDefinition(id(annotation.id(), beanName, method), EndpointKind.SUBSCRIPTION, template,
				match(template, annotation.match()), InvocationPolicy.SINGLE, 0, annotation.concurrent(),
				this.expressions.resolveBoolean(annotation.autoStartup(), true),
				new References(annotation.connection(), annotation.executor(), annotation.errorHandler()), beanName,
				method);
	}

	private UriTemplate template(String prefix, String uri) {
		String resolved = this.expressions.resolve(uri);
		if (!StringUtils.hasText(resolved)) {
			throw new IllegalArgumentException("there is no URI");
		}
		return UriTemplate.of(this.expressions.resolve(prefix) + resolved);
	}

	private static MatchPolicy match(UriTemplate template, MatchPolicy match) {
		if (!template.hasVariables()) {
			return match;
		}
		if (match == MatchPolicy.PREFIX) {
			throw new IllegalArgumentException("a URI with variables cannot be a prefix: " + template);
		}
		return MatchPolicy.WILDCARD;
	}

	private String id(String id, String beanName, Method method) {
		String explicit = this.expressions.resolve(id);
		if (!explicit.isEmpty()) {
			if (!this.ids.add(explicit)) {
				throw new IllegalArgumentException("another endpoint has the id '" + explicit + "'");
			}
			return explicit;
		}
		String base = beanName + "." + method.getName();
		String unique = base;
		for (int i = 2; !this.ids.add(unique); i++) {
			unique = base + "#" + i;
		}
		return unique;
	}

}
