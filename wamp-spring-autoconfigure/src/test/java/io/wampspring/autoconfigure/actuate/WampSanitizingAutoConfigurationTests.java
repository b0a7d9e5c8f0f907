package io.wampspring.autoconfigure.actuate;

import io.wampspring.autoconfigure.MemoryRouter;
import io.wampspring.autoconfigure.Wamp;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class WampSanitizingAutoConfigurationTests {

	@Test
	void secretsAreHiddenWhereValuesAreShown() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			new WebApplicationContextRunner().withConfiguration(Wamp.configurations())
				.withConfiguration(AutoConfigurations.of(WampSanitizingAutoConfiguration.class,
						ConfigurationPropertiesReportEndpointAutoConfiguration.class,
						EnvironmentEndpointAutoConfiguration.class))
				.withBean(MemoryRouter.class, () -> router, (definition) -> definition.setDestroyMethodName(""))
				.withPropertyValues("management.endpoints.web.exposure.include=*",
						"management.endpoint.configprops.show-values=always",
						"management.endpoint.env.show-values=always", "wamp.realm=realm1", "wamp.authid=canary",
						"wamp.authmethods=anonymous", "wamp.credentials.ticket=s3cret-1",
						"wamp.transports[0].url=memory://router/ws", "wamp.transports[0].headers[X-Key]=s3cret-2",
						"wamp.router.enabled=true", "wamp.router.realms[0].name=realm1",
						"wamp.router.realms[0].users[0].authid=canary",
						"wamp.router.realms[0].users[0].ticket=s3cret-3")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					String properties = JsonMapper.shared()
						.writeValueAsString(context.getBean(ConfigurationPropertiesReportEndpoint.class)
							.configurationPropertiesWithPrefix("wamp"));
					String environment = JsonMapper.shared()
						.writeValueAsString(context.getBean(EnvironmentEndpoint.class).environment("wamp.*"));
					assertThat(properties).contains("canary").doesNotContain("s3cret");
					assertThat(environment).contains("canary").doesNotContain("s3cret");
				});
		}
	}

}
