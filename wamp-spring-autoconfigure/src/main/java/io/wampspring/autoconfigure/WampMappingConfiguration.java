package io.wampspring.autoconfigure;

import io.wampspring.codec.Mapping;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How application types map: a mapper named {@code wampJsonMapper}, else the
 * application's, else Jackson's defaults.
 */
@Configuration(proxyBeanMethods = false)
class WampMappingConfiguration {

	private static final String OWN_MAPPER = "wampJsonMapper";

	@Bean
	@ConditionalOnMissingBean
	Mapping wampMapping(BeanFactory beanFactory, ObjectProvider<JsonMapper> mappers) {
		if (beanFactory.containsBean(OWN_MAPPER)) {
			return Mapping.of(beanFactory.getBean(OWN_MAPPER, JsonMapper.class));
		}
		JsonMapper mapper = mappers.getIfUnique();
		return (mapper != null) ? Mapping.of(mapper) : Mapping.standard();
	}

}
