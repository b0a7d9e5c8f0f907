package io.wampspring.autoconfigure.router;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wampspring.router.WampRouter;
import io.wampspring.transport.spring.EndpointSettings;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ApplicationContext;

/** What of the embedded router properties can change. */
public final class RouterFingerprint {

	private RouterFingerprint() {
	}

	public static Map<String, Object> of(ApplicationContext context) {
		Map<String, Object> built = new LinkedHashMap<>();
		context.getBeanProvider(WampRouter.class).ifAvailable((router) -> built.put("router", router.config()));
		context.getBeanProvider(WebEndpoint.class)
			.ifAvailable((endpoint) -> built.put("endpoint", endpoint(endpoint.settings())));
		return built;
	}

	private static List<Object> endpoint(EndpointSettings settings) {
		return List.of(settings.path(), settings.origins(), settings.serializers(), settings.limits(),
				settings.keepAlive(), settings.outbound());
	}

	/** What a router is when these properties are set. */
	public static Object ofDefaults(Map<String, Object> properties) {
		WampRouterProperties bound = new Binder(new MapConfigurationPropertySource(properties))
			.bindOrCreate("wamp.router", WampRouterProperties.class);
		return new RouterConfigs(bound, null).config();
	}

}
