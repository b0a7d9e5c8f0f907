package io.wampspring.endpoint;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanExpressionContext;
import org.springframework.beans.factory.config.BeanExpressionResolver;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.expression.StandardBeanExpressionResolver;
import org.springframework.util.StringUtils;

/**
 * Resolves <code>${…}</code> and <code>#{…}</code> in the attributes of annotations.
 */
final class ExpressionResolver {

	private final ConfigurableListableBeanFactory beanFactory;

	private final BeanExpressionResolver expressions;

	private final BeanExpressionContext context;

	ExpressionResolver(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		BeanExpressionResolver expressions = beanFactory.getBeanExpressionResolver();
		this.expressions = (expressions != null) ? expressions : new StandardBeanExpressionResolver();
		this.context = new BeanExpressionContext(beanFactory, null);
	}

	String resolve(String value) {
		Object resolved = evaluate(value);
		return (resolved != null) ? resolved.toString() : "";
	}

	boolean resolveBoolean(String value, boolean whenEmpty) {
		String resolved = resolve(value);
		if (!StringUtils.hasText(resolved)) {
			return whenEmpty;
		}
		return switch (resolved.trim()) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new IllegalArgumentException("'" + resolved + "' is neither true nor false");
		};
	}

	int resolveInt(String value) {
		String resolved = resolve(value);
		return StringUtils.hasText(resolved) ? Integer.parseInt(resolved.trim()) : 0;
	}

	/**
	 * Finds the bean that an attribute names, or takes the object that its expression
	 * yields.
	 */
	<T> @Nullable T resolveBean(String reference, Class<T> type) {
		Object resolved = evaluate(reference);
		if (resolved == null || "".equals(resolved)) {
			return null;
		}
		return type.isInstance(resolved) ? type.cast(resolved) : this.beanFactory.getBean(resolved.toString(), type);
	}

	private @Nullable Object evaluate(String value) {
		if (value.isEmpty()) {
			return value;
		}
		return this.expressions.evaluate(this.beanFactory.resolveEmbeddedValue(value), this.context);
	}

}
