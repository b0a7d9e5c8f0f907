package io.wampspring.autoconfigure.router;

import java.util.List;
import java.util.Set;

import io.wampspring.codec.Mapping;
import io.wampspring.codec.Serializer;
import io.wampspring.router.WampRouter;
import io.wampspring.router.config.RouterLimits;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.OriginRule;
import io.wampspring.transport.spring.EndpointSettings;
import io.wampspring.transport.spring.WampWebSocketEndpoint;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Auto-configuration of the router's endpoint on the application's own port, when
 * {@code wamp.router.websocket.path} is set.
 */
@AutoConfiguration(after = WampRouterAutoConfiguration.class)
@ConditionalOnBean(WampRouter.class)
@ConditionalOnProperty("wamp.router.websocket.path")
public final class WampRouterWebSocketAutoConfiguration {

	WampRouterWebSocketAutoConfiguration() {
	}

	/** In a servlet application. */
	@Configuration(proxyBeanMethods = false)
	@Order(1)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass({ WampWebSocketEndpoint.class, HandlerMapping.class })
	static class ServletConfiguration {

		@Bean
		WebEntrance wampWebEntrance(WampRouter router) {
			return new WebEntrance(router);
		}

		@Bean
		WebEndpoint wampWebEndpoint(WebEntrance entrance, WampRouterProperties properties, WampRouter router,
				Mapping mapping) {
			return new WebEndpoint(entrance, settings(properties.getWebsocket(), router.config().limits(), mapping));
		}

		@Bean
		HandlerMapping wampWebSocketHandlerMapping(WebEndpoint endpoint) {
			return endpoint.handlerMapping();
		}

		private static EndpointSettings settings(WampRouterProperties.Websocket websocket, RouterLimits limits,
				Mapping mapping) {
			String path = websocket.path();
			if (path == null || !path.startsWith("/")) {
				throw new FailureAnalyzedException("'wamp.router.websocket.path' is not a path: '" + path + "'.",
						"Let it begin with a slash: /ws for instance.");
			}
			return new EndpointSettings(path, new OriginRule(Set.copyOf(websocket.allowedOrigins())),
					List.of(Serializer.values()), mapping, limits.codec(), KeepAlive.DEFAULT, limits.outbound());
		}

	}

	/** Anywhere else the path cannot be served. */
	@Configuration(proxyBeanMethods = false)
	@Order(2)
	@ConditionalOnMissingBean(WebEntrance.class)
	static class UnservedConfiguration {

		UnservedConfiguration(WampRouterProperties properties) {
			throw new FailureAnalyzedException(
					"'wamp.router.websocket.path' is set to '" + properties.getWebsocket().path()
							+ "', but only a servlet web application can serve the router on its port.",
					"Put wamp-transport-spring and a servlet web server (spring-boot-starter-webmvc) on the class path,"
							+ " do not set 'spring.main.web-application-type' to another type, or remove the property.");
		}

	}

}
