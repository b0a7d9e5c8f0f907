package io.wampspring.event;

import io.wampspring.client.WampConnection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The bean that publishes, part of
 * {@link io.wampspring.annotation.EnableWamp @EnableWamp}.
 */
@Configuration(proxyBeanMethods = false)
class WampEventConfiguration {

	@Bean
	WampEventPublisher wampEventPublisher(ApplicationEventPublisher publisher,
			ObjectProvider<WampConnection> connections) {
		return new WampEventPublisher(publisher, connections);
	}

}
