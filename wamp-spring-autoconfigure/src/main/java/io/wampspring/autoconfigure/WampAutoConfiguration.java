package io.wampspring.autoconfigure;

import java.util.concurrent.Executor;

import io.wampspring.annotation.EnableWamp;
import io.wampspring.client.ReconnectPolicy;
import io.wampspring.client.WampAuthenticator;
import io.wampspring.client.WampClient;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampErrorHandler;
import io.wampspring.client.WampOperations;
import io.wampspring.codec.Mapping;
import io.wampspring.endpoint.WampEndpointRegistry;
import io.wampspring.transport.ConnectorFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of the connection, its client and the annotated endpoints.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(WampConnection.class)
@ConditionalOnBooleanProperty(name = "wamp.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WampProperties.class)
@Import({ WampTaskExecutorConfiguration.class, WampMappingConfiguration.class })
public final class WampAutoConfiguration {

	WampAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(WampConnectionDetails.class)
	PropertiesWampConnectionDetails wampConnectionDetails(WampProperties properties) {
		return new PropertiesWampConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	WampErrorHandler wampErrorHandler() {
		return WampErrorHandler.logging();
	}

	@Bean
	@ConditionalOnMissingBean
	ReconnectPolicy wampReconnectPolicy(WampProperties properties) {
		return properties.getRetry().toBackOff();
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	WampConnection wampConnection(WampProperties properties, WampConnectionDetails details, Mapping mapping,
			@Qualifier(WampTaskExecutorConfiguration.BEAN_NAME) Executor executor, ReconnectPolicy reconnectPolicy,
			ObjectProvider<WampErrorHandler> errorHandlers, ObjectProvider<WampAuthenticator> authenticator,
			ObjectProvider<WampInProcessRouter> inProcess, ObjectProvider<ConnectorFactory> connectorFactories,
			ObjectProvider<WampConnectionCustomizer> customizers) {
		ConnectionAssembly assembly = new ConnectionAssembly(properties, mapping);
		WampConnection.Builder builder = assembly
			.addresses(details, inProcess.getIfUnique(), connectorFactories.orderedStream().toList())
			.executor(executor)
			.retry(reconnectPolicy)
			.errorHandler(errorHandlers.getIfUnique(WampErrorHandler::logging));
		assembly.authentication(builder, authenticator.getIfUnique());
		return assembly.build(builder, customizers.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean(WampOperations.class)
	@ConditionalOnSingleCandidate(WampConnection.class)
	WampClient wampClient(WampConnection connection) {
		return connection.client();
	}

	/** A context opens and closes its own connection, not the one of its parent. */
	@Bean
	@ConditionalOnSingleCandidate(value = WampConnection.class, search = SearchStrategy.CURRENT)
	WampConnectionLifecycle wampConnectionLifecycle(WampConnection connection, WampProperties properties) {
		return new WampConnectionLifecycle(connection, properties.getStartup(), properties.getLeaveTimeout());
	}

	@Bean
	@ConditionalOnProperty(name = "wamp.startup.failure-policy", havingValue = "fail")
	EndpointsCheck wampEndpointsCheck(WampEndpointRegistry registry, WampProperties properties) {
		return new EndpointsCheck(registry, properties.getStartup().timeout());
	}

	/** Each context serves its own beans, if need be on the connection of its parent. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(value = WampEndpointRegistry.class, search = SearchStrategy.CURRENT)
	@EnableWamp
	static class EnableWampConfiguration {

	}

}
