package io.wampspring.endpoint;

import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/**
 * The beans behind {@link io.wampspring.annotation.EnableWamp @EnableWamp}.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class WampEndpointConfiguration {

	/** How long the start waits for the routers' answers; then it goes on. */
	private static final Duration START_TIMEOUT = Duration.ofSeconds(5);

	/** How long the stop waits for them: the end of the session ends all endpoints. */
	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static EndpointScanner wampEndpointScanner() {
		return new EndpointScanner();
	}

	/** A start may fail before it comes to life cycles. */
	@Bean(destroyMethod = "giveUpStart")
	WampEndpointRegistry wampEndpointRegistry(ObjectProvider<EndpointListener> listeners) {
		return new WampEndpointRegistry(new EndpointListeners(listeners), START_TIMEOUT, STOP_TIMEOUT);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	EndpointGate wampEndpointGate(ObjectProvider<WampEndpointRegistry> registry) {
		return new EndpointGate(registry);
	}

}
