package io.wampspring.endpoint;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolverComposite;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;

/**
 * The method of an endpoint on the bean as the application sees it: with all its proxies.
 * The bean is found late, so that lazy and scoped beans stay what they are.
 */
final class EndpointMethod {

	private static final HandlerMethodArgumentResolverComposite ARGUMENTS = new HandlerMethodArgumentResolverComposite()
		.addResolver(new BoundArgument());

	private final ConfigurableListableBeanFactory beanFactory;

	private final EndpointDefinition definition;

	private volatile @Nullable InvocableHandlerMethod resolved;

	EndpointMethod(ConfigurableListableBeanFactory beanFactory, EndpointDefinition definition) {
		this.beanFactory = beanFactory;
		this.definition = definition;
	}

	/**
	 * Calls the method.
	 * @param message the bound arguments
	 * @return what it returns
	 * @throws Exception what it throws
	 */
	@Nullable Object invoke(EndpointMessage message) throws Exception {
		return resolve().invoke(message);
	}

	/**
	 * Looks at the bean now if it exists already.
	 * @throws InvalidEndpointException if the method cannot be reached through its proxy
	 */
	void check() {
		if (this.beanFactory.containsSingleton(this.definition.beanName())) {
			resolve();
		}
	}

	private InvocableHandlerMethod resolve() {
		InvocableHandlerMethod method = this.resolved;
		if (method == null) {
			Object bean = this.beanFactory.getBean(this.definition.beanName());
			method = new InvocableHandlerMethod(bean, reachable(bean));
			method.setMessageMethodArgumentResolvers(ARGUMENTS);
			if (this.beanFactory.isSingleton(this.definition.beanName())) {
				this.resolved = method;
			}
		}
		return method;
	}

	private Method reachable(Object bean) {
		Method declared = this.definition.method();
		if (AopUtils.isCglibProxy(bean) && Modifier.isFinal(declared.getModifiers())) {
			throw unreachable("is final, so that the proxy of its class cannot pass calls on",
					"Remove 'final' from the method.", null);
		}
		try {
			return AopUtils.selectInvocableMethod(declared, bean.getClass());
		}
		catch (IllegalStateException ex) {
			throw unreachable("is on no interface of the JDK proxy that stands for the bean",
					"Add the method to an interface of the bean, or let Spring proxy the class"
							+ " (spring.aop.proxy-target-class=true, the default).",
					ex);
		}
	}

	private InvalidEndpointException unreachable(String why, String cure, @Nullable Throwable cause) {
		return new InvalidEndpointException("Method " + this.definition.describe() + " of bean '"
				+ this.definition.beanName() + "' cannot be reached: it " + why, cure, cause);
	}

	/** The values were made before: the whole payload is read in one pass. */
	private static final class BoundArgument implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return true;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, Message<?> message) {
			return ((EndpointMessage) message).arguments()[parameter.getParameterIndex()];
		}

	}

}
