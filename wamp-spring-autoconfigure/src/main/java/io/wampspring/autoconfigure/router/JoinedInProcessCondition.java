package io.wampspring.autoconfigure.router;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The application joins its own router when it is not told to join another one.
 */
class JoinedInProcessCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Joined in process");
		String other = EmbeddedRouterCondition.otherRouter(context);
		return (other != null) ? ConditionOutcome.noMatch(message.because(other + " names another router"))
				: ConditionOutcome.match(message.because("no other router is configured"));
	}

}
