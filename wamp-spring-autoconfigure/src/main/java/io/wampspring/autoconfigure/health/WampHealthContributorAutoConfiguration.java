package io.wampspring.autoconfigure.health;

import io.wampspring.autoconfigure.WampAutoConfiguration;
import io.wampspring.client.WampConnection;
import io.wampspring.endpoint.WampEndpointRegistry;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health contributor: one indicator, or a composite for several
 * connections.
 */
@AutoConfiguration(after = WampAutoConfiguration.class)
@ConditionalOnClass({ WampConnection.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean({ WampConnection.class, WampEndpointRegistry.class })
@ConditionalOnEnabledHealthIndicator("wamp")
public final class WampHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<WampHealthIndicator, WampConnection> {

	WampHealthContributorAutoConfiguration(WampEndpointRegistry endpoints) {
		super((connection) -> new WampHealthIndicator(connection, endpoints));
	}

	@Bean
	@ConditionalOnMissingBean(name = { "wampHealthIndicator", "wampHealthContributor" })
	HealthContributor wampHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, WampConnection.class);
	}

}
