package io.wampspring.autoconfigure.router;

import io.wampspring.autoconfigure.WampConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The embedded router starts when nothing says where another one is, unless
 * {@code wamp.router.enabled} decides.
 */
class EmbeddedRouterCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Embedded WAMP router");
		Boolean enabled = context.getEnvironment().getProperty("wamp.router.enabled", Boolean.class);
		if (enabled != null) {
			return new ConditionOutcome(enabled, message.because("wamp.router.enabled is " + enabled));
		}
		String other = otherRouter(context);
		return (other != null) ? ConditionOutcome.noMatch(message.because(other + " names another router"))
				: ConditionOutcome.match(message.because("no other router is configured"));
	}

	/** Says what names another router. */
	static @Nullable String otherRouter(ConditionContext context) {
		Environment environment = context.getEnvironment();
		if (environment.containsProperty("wamp.url")) {
			return "wamp.url";
		}
		if (environment.containsProperty("wamp.transports[0].url")) {
			return "wamp.transports";
		}
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		boolean details = beanFactory != null
				&& beanFactory.getBeanNamesForType(WampConnectionDetails.class, false, false).length > 0;
		return details ? "a WampConnectionDetails bean" : null;
	}

}
