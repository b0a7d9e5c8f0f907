package io.wampspring.autoconfigure.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.annotation.WampSubscribe;
import io.wampspring.autoconfigure.MemoryRouter;
import io.wampspring.autoconfigure.Wamp;
import io.wampspring.client.ConnectionState;
import io.wampspring.client.WampConnection;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.LinkException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

class WampHealthIndicatorTests {

	private static ApplicationContextRunner joining(MemoryRouter router) {
		return Wamp.runner()
			.withBean(MemoryRouter.class, () -> router, (definition) -> definition.setDestroyMethodName(""))
			.withPropertyValues(MemoryRouter.PROPERTIES);
	}

	private static Health health(ApplicationContext context) {
		return context.getBean("wampHealthContributor", HealthIndicator.class).health();
	}

	@Test
	void anOpenSessionIsUpWithAllThatIsKnown() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			joining(router).withBean(Service.class).withPropertyValues("wamp.serializers=msgpack").run((context) -> {
				WampConnection connection = context.getBean(WampConnection.class);
				await().until(() -> connection.state() == ConnectionState.OPEN);
				Health health = health(context);

				assertThat(health.getStatus()).isEqualTo(Status.UP);
				assertThat(health.getDetails()).contains(entry("state", "OPEN"), entry("realm", "realm1"),
						entry("session", connection.session().id()), entry("serializer", "MSGPACK"),
						entry("transport", Map.of("type", "inprocess", "url", "inprocess:")),
						entry("endpoints", Map.of("registered", 2, "failed", 0)));
				assertThat(health.getDetails()).doesNotContainKeys("nextRetry", "failedEndpoints");
			});
		}
	}

	@Test
	void withoutASessionItIsDownAndSaysWhenTheNextAttemptIsMade() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			router.absent(LinkException.Kind.REFUSED, "connection refused");
			joining(router).withBean(Service.class).withPropertyValues("wamp.retry.delay=1h").run((context) -> {
				Health health = health(context);

				assertThat(health.getStatus()).isEqualTo(Status.DOWN);
				assertThat(health.getDetails()).contains(entry("state", "WAITING"), entry("realm", "realm1"),
						entry("retries", 1), entry("endpoints", Map.of("registered", 0, "failed", 0)));
				assertThat(health.getDetails().get("nextRetry")).isInstanceOfSatisfying(Instant.class,
						(at) -> assertThat(at).isAfter(Instant.now()));
				assertThat(health.getDetails()).doesNotContainKey("session");
			});
		}
	}

	@Test
	void refusedEndpointsAreCountedAndNamed() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			joining(router).withBean(Service.class)
				.run((first) -> joining(router).withBean(Service.class)
					.run((second) -> assertThat(health(second).getDetails()).contains(
							entry("endpoints", Map.of("registered", 1, "failed", 1)),
							entry("failedEndpoints", List.of("com.example.work")))));
		}
	}

	@Test
	void askingSendsNothing() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			joining(router).run((context) -> {
				WampConnection connection = context.getBean(WampConnection.class);
				await().until(() -> connection.state() == ConnectionState.OPEN);
				Object before = connection.statistics();
				health(context);
				assertThat(connection.statistics()).isEqualTo(before);
			});
		}
	}

	@Test
	void itMayBeSwitchedOff() {
		Wamp.runner()
			.withPropertyValues("management.health.wamp.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("wampHealthContributor"));
	}

	static class Service {

		@WampProcedure("com.example.work")
		void work() {
		}

		@WampSubscribe("com.example.hello")
		void hello() {
		}

	}

}
