package io.wampspring.event;

import org.springframework.beans.factory.ListableBeanFactory;
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
	WampEventPublisher wampEventPublisher(ApplicationEventPublisher publisher, ListableBeanFactory beanFactory) {
		return new WampEventPublisher(publisher, beanFactory);
	}

}
