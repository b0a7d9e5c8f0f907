package io.wampspring.endpoint;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Finds the beans that have annotated methods. Once all singletons exist it looks at
 * every bean by name and type, without making any, so that lazy and scoped beans stay
 * what they are. Afterwards it looks at beans that appear late.
 */
final class EndpointScanner implements BeanPostProcessor, Ordered, BeanFactoryAware, SmartInitializingSingleton {

	private final Set<String> served = ConcurrentHashMap.newKeySet();

	private final Set<Class<?>> without = Collections.newSetFromMap(new ConcurrentHashMap<>());

	private @Nullable ConfigurableListableBeanFactory beanFactory;

	/** There once all singletons exist. */
	private volatile @Nullable EndpointFactory endpoints;

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void afterSingletonsInstantiated() {
		ConfigurableListableBeanFactory beanFactory = this.beanFactory;
		Assert.state(beanFactory != null, "no bean factory");
		EndpointFactory endpoints = new EndpointFactory(beanFactory);
		for (String beanName : beanFactory.getBeanNamesForType(Object.class)) {
			if (!ScopedProxyUtils.isScopedTarget(beanName)) {
				scan(endpoints, beanName, targetClass(beanFactory, beanName));
			}
		}
		this.endpoints = endpoints;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		EndpointFactory endpoints = this.endpoints;
		ConfigurableListableBeanFactory beanFactory = this.beanFactory;
		if (endpoints != null && beanFactory != null && beanFactory.containsLocalBean(beanName)
				&& !ScopedProxyUtils.isScopedTarget(beanName)) {
			scan(endpoints, beanName, AopProxyUtils.ultimateTargetClass(bean));
		}
		return bean;
	}

	private void scan(EndpointFactory endpoints, String beanName, @Nullable Class<?> type) {
		if (type == null || this.without.contains(type) || AopInfrastructureBean.class.isAssignableFrom(type)) {
			return;
		}
		if (!this.served.add(beanName)) {
			return;
		}
		boolean serves = false;
		try {
			serves = endpoints.serve(beanName, ClassUtils.getUserClass(type));
			if (!serves) {
				this.without.add(type);
			}
		}
		finally {
			if (!serves) {
				// A bean that was refused is refused again when it is asked for again.
				this.served.remove(beanName);
			}
		}
	}

	private static @Nullable Class<?> targetClass(ConfigurableListableBeanFactory beanFactory, String beanName) {
		Class<?> type = AutoProxyUtils.determineTargetClass(beanFactory, beanName);
		if (type != null && ScopedObject.class.isAssignableFrom(type)) {
			return AutoProxyUtils.determineTargetClass(beanFactory, ScopedProxyUtils.getTargetBeanName(beanName));
		}
		if (type != null && Proxy.isProxyClass(type) && beanFactory.containsSingleton(beanName)) {
			// A proxy that was made by hand says itself what is behind it.
			return AopProxyUtils.ultimateTargetClass(beanFactory.getBean(beanName));
		}
		return type;
	}

}
