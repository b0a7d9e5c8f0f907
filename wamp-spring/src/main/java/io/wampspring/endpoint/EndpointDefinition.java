package io.wampspring.endpoint;

import java.lang.reflect.Method;

import io.wampspring.options.InvocationPolicy;
import io.wampspring.options.MatchPolicy;
import io.wampspring.uri.UriTemplate;

/**
 * What an annotation says, with everything resolved that the container can resolve.
 *
 * @param id the name in the registry
 * @param kind what it serves
 * @param template the URI with the prefix of its controller
 * @param match how the URI matches
 * @param invoke how a dealer picks a callee; of a procedure
 * @param concurrency how many invocations at once, 0 for the connection's bound; of a
 * procedure
 * @param concurrent whether events may overtake each other; of a subscription
 * @param autoStartup whether it serves without being asked to
 * @param references the beans it names
 * @param beanName the bean whose method it is
 * @param method the annotated method
 */
record EndpointDefinition(String id, EndpointKind kind, UriTemplate template, MatchPolicy match,
		InvocationPolicy invoke, int concurrency, boolean concurrent, boolean autoStartup, References references,
		String beanName, Method method) {

	String uri() {
		return this.template.pattern();
	}

	String describe() {
		return InvalidEndpointException.describe(this.method);
	}

	/**
	 * Names of beans or expressions; empty for the default.
	 *
	 * @param connection a {@code WampConnection}
	 * @param executor an {@code Executor}
	 * @param errorHandler a {@code WampErrorHandler}
	 */
	record References(String connection, String executor, String errorHandler) {

	}

}
