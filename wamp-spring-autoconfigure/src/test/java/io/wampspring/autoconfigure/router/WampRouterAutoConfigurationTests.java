package io.wampspring.autoconfigure.router;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

import io.wampspring.autoconfigure.MemoryRouter;
import io.wampspring.autoconfigure.Wamp;
import io.wampspring.autoconfigure.WampInProcessRouter;
import io.wampspring.client.ReconnectPolicy;
import io.wampspring.client.TicketAuthenticator;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampException;
import io.wampspring.client.WampOpenException;
import io.wampspring.client.WampSession;
import io.wampspring.router.WampRouter;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.InProcessConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class WampRouterAutoConfigurationTests {

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	@AfterEach
	void logAsBefore() {
		this.logging.setLogLevel(WampRouterAutoConfiguration.class.getName(), null);
	}

	@Test
	void itStartsByItselfAndSaysSo(CapturedOutput output) {
		this.logging.setLogLevel(WampRouterAutoConfiguration.class.getName(), LogLevel.INFO);
		Wamp.runner().run((context) -> {
			assertThat(context.getBean(WampRouter.class).isRunning()).isTrue();
			assertThat(context.getBean(WampConnection.class).session().transport().type()).isEqualTo("inprocess");
			assertThat(output).containsOnlyOnce("this application runs its own WAMP router")
				.contains("joins realm 'realm1'");
		});
	}

	@Test
	void aUrlKeepsItFromStarting() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			Wamp.runner()
				.withBean(MemoryRouter.class, () -> router, (definition) -> definition.setDestroyMethodName(""))
				.withPropertyValues(MemoryRouter.PROPERTIES)
				.run((context) -> assertThat(context).doesNotHaveBean(WampRouter.class));
		}
	}

	@Test
	void itMayBeSwitchedOnBesideAnotherRouter() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			Wamp.runner()
				.withBean(MemoryRouter.class, () -> router, (definition) -> definition.setDestroyMethodName(""))
				.withPropertyValues(MemoryRouter.PROPERTIES)
				.withPropertyValues("wamp.router.enabled=true")
				.run((context) -> {
					assertThat(context).hasSingleBean(WampRouter.class).doesNotHaveBean(WampInProcessRouter.class);
					assertThat(context.getBean(WampConnection.class).session().details().authrole())
						.isEqualTo("anonymous");
				});
		}
	}

	@Test
	void switchedOffWithoutAnotherRouterTheStartFails() {
		Wamp.runner()
			.withPropertyValues("wamp.router.enabled=false")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(FailureAnalyzedException.class)
				.hasMessageContaining("neither 'wamp.url' nor 'wamp.transports' is set"));
	}

	@Test
	void withoutItsJarTheStartFailsInTheSameWay() {
		Wamp.runner()
			.withClassLoader(new FilteredClassLoader("io.wampspring.router"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(FailureAnalyzedException.class)
				.hasMessageContaining("no router runs in this application"));
	}

	@Test
	void theRealmOfTheConnectionIsTheRealmOfTheRouter() {
		Wamp.runner()
			.withPropertyValues("wamp.realm=com.example.shop")
			.run((context) -> assertThat(context.getBean(WampRouter.class).config().realms())
				.containsExactly(RealmConfig.open("com.example.shop")));
	}

	@Test
	void withRealmsOfItsOwnTheFirstIsJoined() {
		Wamp.runner()
			.withPropertyValues("wamp.router.realms[0].name=one", "wamp.router.realms[1].name=two")
			.run((context) -> {
				assertThat(context.getBean(WampConnection.class).session().realm()).isEqualTo("one");
				assertThat(context.getBean(WampRouter.class).config().realms())
					.containsExactly(RealmConfig.closed("one"), RealmConfig.closed("two"));
			});
	}

	@Test
	void configuredRealmsAreClosedToStrangersAndOpenToUsersAndTheApplicationItself() {
		Wamp.runner()
			.withPropertyValues("wamp.router.realms[0].name=realm1", "wamp.router.realms[0].users[0].authid=ada",
					"wamp.router.realms[0].users[0].ticket=s3cret", "wamp.router.realms[0].users[0].role=clerk")
			.run((context) -> {
				WampRouter router = context.getBean(WampRouter.class);
				assertThat(context.getBean(WampConnection.class).session().details().authmethod())
					.isEqualTo("internal");
				assertThatExceptionOfType(WampOpenException.class).isThrownBy(() -> join(stranger(router)))
					.satisfies((refused) -> assertThat(refused.uri()).startsWith("wamp.error."));
				assertThat(join(stranger(router).authid("ada").authenticator(new TicketAuthenticator(() -> "s3cret")))
					.details()
					.authrole()).isEqualTo("clerk");
			});
	}

	@Test
	void theLimitOfSessionsHolds() {
		Wamp.runner().withPropertyValues("wamp.router.limits.sessions=1").run((context) -> {
			WampRouter router = context.getBean(WampRouter.class);
			join(stranger(router));
			assertThatExceptionOfType(WampOpenException.class).isThrownBy(() -> join(stranger(router)))
				.satisfies((refused) -> assertThat(refused.uri()).isEqualTo("wamp.error.unavailable"));
		});
	}

	@Test
	void itsRulesForUrisHold() {
		Wamp.runner()
			.withPropertyValues("wamp.router.uri.validation=strict")
			.run((context) -> assertThatExceptionOfType(WampException.class)
				.isThrownBy(() -> context.getBean(WampConnection.class)
					.client()
					.call("com.example.Add2")
					.retrieve(Integer.class))
				.satisfies((refused) -> assertThat(refused.uri()).isEqualTo("wamp.error.invalid_uri")));
	}

	@Test
	void anOwnRouterBeanIsUsed() {
		WampRouter own = WampRouter.of(RouterConfig.of(RealmConfig.closed("mine")));
		Wamp.runner().withBean(WampRouter.class, () -> own).withPropertyValues("wamp.realm=mine").run((context) -> {
			assertThat(own.isRunning()).isTrue();
			assertThat(context.getBean(WampConnection.class).session().realm()).isEqualTo("mine");
		});
		assertThat(own.isRunning()).isFalse();
	}

	@Test
	void aWrongConfigurationIsExplained() {
		Wamp.runner()
			.withPropertyValues("wamp.router.limits.sessions=0")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(IllegalArgumentException.class)
				.rootCause()
				.hasMessageContaining("sessions"));
	}

	@Test
	void aPathWithoutAWebApplicationStopsTheStart() {
		Wamp.runner()
			.withPropertyValues("wamp.router.websocket.path=/ws")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("wamp.router.websocket.path")
				.hasMessageContaining("servlet"));
	}

	@Test
	void aPathInAReactiveApplicationStopsTheStart() {
		new ReactiveWebApplicationContextRunner().withConfiguration(Wamp.configurations())
			.withPropertyValues("wamp.router.websocket.path=/ws")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("wamp.router.websocket.path")
				.hasMessageContaining("servlet"));
	}

	private static WampConnection.Builder stranger(WampRouter router) {
		return WampConnection.builder()
			.name("stranger")
			.realm("realm1")
			.retry(ReconnectPolicy.none())
			.connectors(List.of(new InProcessConnector(router.accept(), Executors.newCachedThreadPool((task) -> {
				Thread thread = new Thread(task, "stranger");
				thread.setDaemon(true);
				return thread;
			}), InProcessConnector.Settings.defaults())));
	}

	private static WampSession join(WampConnection.Builder builder) {
		try {
			return builder.build().open().join();
		}
		catch (CompletionException ex) {
			throw (RuntimeException) ex.getCause();
		}
	}

}
