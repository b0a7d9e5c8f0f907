package io.wampspring.autoconfigure.router;

import io.wampspring.autoconfigure.WampAutoConfiguration;
import io.wampspring.autoconfigure.WampInProcessRouter;
import io.wampspring.autoconfigure.WampProperties;
import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.Serializer;
import io.wampspring.router.WampRouter;
import io.wampspring.transport.InProcessConnector;
import io.wampspring.transport.OutboundLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the embedded router. It starts when no other router is configured
 * and is then joined in process; {@code wamp.router.enabled} overrides both ways.
 */
@AutoConfiguration(before = WampAutoConfiguration.class)
@ConditionalOnClass(WampRouter.class)
@ConditionalOnBooleanProperty(name = "wamp.enabled", matchIfMissing = true)
@Conditional(EmbeddedRouterCondition.class)
@EnableConfigurationProperties({ WampProperties.class, WampRouterProperties.class })
public final class WampRouterAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(WampRouterAutoConfiguration.class);

	WampRouterAutoConfiguration() {
	}

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	WampRouter wampRouter(WampRouterProperties router, WampProperties connection) {
		return WampRouter.of(new RouterConfigs(router, connection.getRealm()).config());
	}

	/** A context starts and closes its own router, not the one of its parent. */
	@Bean
	@ConditionalOnBean(value = WampRouter.class, search = SearchStrategy.CURRENT)
	WampRouterLifecycle wampRouterLifecycle(WampRouter router) {
		return new WampRouterLifecycle(router);
	}

	/** The application's own session. */
	@Configuration(proxyBeanMethods = false)
	@Conditional(JoinedInProcessCondition.class)
	@ConditionalOnMissingBean(WampInProcessRouter.class)
	static class InProcessConfiguration {

		@Bean
		InProcessLinks wampInProcessLinks() {
			return new InProcessLinks();
		}

		@Bean
		WampInProcessRouter wampInProcessRouter(WampRouter router, WampRouterProperties properties,
				WampProperties connection, InProcessLinks links, Mapping mapping) {
			String realm = new RouterConfigs(properties, connection.getRealm()).ownRealm();
			logger.info("No other router is configured: this application runs its own WAMP router and joins realm '{}'"
					+ " in process", realm);
			CodecLimits limits = CodecLimits.defaults().withMessageSize((int) connection.getMaxMessageSize().toBytes());
			return new WampInProcessRouter(links.connector(router, new InProcessConnector.Settings(Serializer.CBOR,
					mapping, limits, connection.getProtocol().mode(), OutboundLimits.DEFAULT)), realm);
		}

	}

}
