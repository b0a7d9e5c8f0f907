package io.wampspring.autoconfigure;

import io.wampspring.autoconfigure.health.WampHealthContributorAutoConfiguration;
import io.wampspring.autoconfigure.router.WampRouterAutoConfiguration;
import io.wampspring.autoconfigure.router.WampRouterWebSocketAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Contexts with all that this module configures. */
public final class Wamp {

	private Wamp() {
	}

	/** With the embedded router, joined in process. */
	public static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(configurations());
	}

	public static AutoConfigurations configurations() {
		return AutoConfigurations.of(WampAutoConfiguration.class, WampRouterAutoConfiguration.class,
				WampRouterWebSocketAutoConfiguration.class, WampHealthContributorAutoConfiguration.class,
				JacksonAutoConfiguration.class, TaskExecutionAutoConfiguration.class);
	}

}
