package io.wampspring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.annotation.WampSubscribe;
import io.wampspring.client.Authentication;
import io.wampspring.client.BackOff;
import io.wampspring.client.ConnectionState;
import io.wampspring.client.ReconnectPolicy;
import io.wampspring.client.WampAuthenticator;
import io.wampspring.client.WampClient;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampErrorHandler;
import io.wampspring.client.WampException;
import io.wampspring.client.WampOperations;
import io.wampspring.client.WampSession;
import io.wampspring.endpoint.EndpointState;
import io.wampspring.endpoint.WampEndpointRegistry;
import io.wampspring.event.WampSessionOpenedEvent;
import io.wampspring.router.WampRouter;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.router.config.UserConfig;
import io.wampspring.transport.Connector;
import io.wampspring.transport.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class WampAutoConfigurationTests {

	private static ApplicationContextRunner joining(MemoryRouter router) {
		return Wamp.runner()
			.withBean(MemoryRouter.class, () -> router, (definition) -> definition.setDestroyMethodName(""))
			.withPropertyValues(MemoryRouter.PROPERTIES);
	}

	@Test
	void annotatedMethodsAreServedByTheEmbeddedRouterWithoutAnyProperty() {
		Wamp.runner().withBean(Calculator.class).run((context) -> {
			assertThat(context).hasNotFailed();
			WampClient client = context.getBean(WampClient.class);

			assertThat(client.call("com.example.add2").args(2, 3).retrieve(Integer.class)).isEqualTo(5);
			assertThat(client.connection().session().realm()).isEqualTo("realm1");
			assertThat(client.connection().session().details().authrole()).isEqualTo("trusted");
		});
	}

	@Test
	void aWrongArgumentIsAnsweredInvalidArgumentAndABugWithOneFixedText() {
		Wamp.runner().withBean(Calculator.class).run((context) -> {
			WampClient client = context.getBean(WampClient.class);

			assertThatExceptionOfType(WampException.class)
				.isThrownBy(() -> client.call("com.example.add2").args(2, "x").retrieve(Integer.class))
				.satisfies((error) -> assertThat(error.uri()).isEqualTo("wamp.error.invalid_argument"))
				.satisfies((error) -> assertThat(error.args())
					.containsExactly("Argument 1 (b) cannot be read as Integer"));
			assertThatExceptionOfType(WampException.class)
				.isThrownBy(() -> client.call("com.example.bug").retrieve(Integer.class))
				.satisfies((error) -> assertThat(error.uri()).isEqualTo("wamp.error.runtime_error"))
				.satisfies((error) -> assertThat(error.args().toString()).doesNotContain("secret"));
		});
	}

	@Test
	void eventsReachAnnotatedMethods() {
		Wamp.runner().withBean(Calculator.class).run((context) -> {
			context.getBean(WampClient.class)
				.publish("com.example.hello")
				.args("Ada")
				.excludeMe(false)
				.acknowledge()
				.send();

			await().untilAsserted(() -> assertThat(context.getBean(Calculator.class).heard).containsExactly("Ada"));
		});
	}

	@Test
	void nothingIsConfiguredWhenSwitchedOff() {
		Wamp.runner()
			.withPropertyValues("wamp.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(WampConnection.class)
				.doesNotHaveBean(WampRouter.class)
				.doesNotHaveBean("wampTaskExecutor")
				.doesNotHaveBean(WampEndpointRegistry.class));
	}

	@Test
	void theApplicationsOwnBeansWin() {
		WampErrorHandler errorHandler = WampErrorHandler.logging();
		ReconnectPolicy policy = ReconnectPolicy.none();
		Wamp.runner()
			.withBean("myErrorHandler", WampErrorHandler.class, () -> errorHandler)
			.withBean("myPolicy", ReconnectPolicy.class, () -> policy)
			.withBean("myClient", WampOperations.class, () -> mock(WampOperations.class))
			.withBean("wampTaskExecutor", Executor.class, SyncTaskExecutor::new)
			.run((context) -> {
				assertThat(context).doesNotHaveBean("wampErrorHandler")
					.doesNotHaveBean("wampReconnectPolicy")
					.doesNotHaveBean("wampClient")
					.getBean("wampTaskExecutor")
					.isInstanceOf(SyncTaskExecutor.class);
				assertThat(context.getBean(WampConnection.class).settings().retry()).isSameAs(policy);
			});
	}

	@Test
	void errorHandlersThatAnnotationsNameAreNoChoiceForTheConnection() {
		Wamp.runner()
			.withBean("one", WampErrorHandler.class, WampErrorHandler::logging)
			.withBean("two", WampErrorHandler.class, WampErrorHandler::logging)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void anOwnConnectionReplacesOurs() {
		Wamp.runner()
			.withBean("mine", WampConnection.class,
					() -> WampConnection.builder()
						.name("mine")
						.realm("realm1")
						.connectors(List.of(unreachable()))
						.retry(ReconnectPolicy.none())
						.build())
			.run((context) -> assertThat(context).hasSingleBean(WampConnection.class));
	}

	private static Connector unreachable() {
		Connector connector = mock(Connector.class);
		given(connector.describe()).willReturn("nowhere");
		given(connector.connect(any()))
			.willReturn(CompletableFuture.failedFuture(new LinkException(LinkException.Kind.REFUSED, "nobody", null)));
		return connector;
	}

	@Test
	void theExecutorDoesNotHideTheApplicationsOwn() {
		Wamp.runner()
			.run((context) -> assertThat(context).hasBean("applicationTaskExecutor").hasBean("wampTaskExecutor"));
	}

	@Test
	void taskDecoratorsApplyToHandlers() {
		AtomicReference<String> value = new AtomicReference<>("");
		TaskDecorator decorator = (task) -> () -> {
			value.set("decorated");
			task.run();
		};
		Wamp.runner().withBean(TaskDecorator.class, () -> decorator).withBean(Calculator.class).run((context) -> {
			context.getBean(WampClient.class).call("com.example.add2").args(1, 1).retrieve(Integer.class);
			assertThat(value).hasValue("decorated");
		});
	}

	@Test
	void handlersRunOnVirtualThreadsWhenTheyAreSwitchedOnAndThereAreAny() {
		String expected = (Runtime.version().feature() >= 21) ? "virtual" : "platform";
		Wamp.runner()
			.withBean(ThreadTeller.class)
			.withPropertyValues("spring.threads.virtual.enabled=true")
			.run((context) -> assertThat(
					context.getBean(WampClient.class).call("com.example.thread").retrieve(String.class))
				.startsWith("wamp-")
				.endsWith(expected));
	}

	@Test
	void theApplicationsMapperMaps() {
		Wamp.runner()
			.withPropertyValues("spring.jackson.property-naming-strategy=SNAKE_CASE")
			.withBean(People.class)
			.run((context) -> assertThat(
					context.getBean(WampClient.class).call("com.example.person").retrieve().args().get(0).toString())
				.isEqualTo("{first_name=Ada}"));
	}

	@Test
	void aMapperOfOurNameWins() {
		Wamp.runner()
			.withPropertyValues("spring.jackson.property-naming-strategy=SNAKE_CASE")
			.withBean(People.class)
			.withUserConfiguration(OwnMapper.class)
			.run((context) -> assertThat(
					context.getBean(WampClient.class).call("com.example.person").retrieve().args().get(0).toString())
				.isEqualTo("{first-name=Ada}"));
	}

	@Test
	void customizersSeeNameAndBuilderInOrder() {
		Wamp.runner()
			.withBean(WampConnectionCustomizer.class,
					() -> (name, builder) -> builder.name(name + "-customized").callTimeout(Duration.ofSeconds(7)))
			.run((context) -> {
				WampConnection connection = context.getBean(WampConnection.class);
				assertThat(connection.name()).isEqualTo("wamp-customized");
				assertThat(connection.settings().callTimeout()).hasSeconds(7);
			});
	}

	@Test
	void connectionDetailsTakeThePlaceOfUrlAndRouter() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("other")))) {
			Wamp.runner()
				.withBean(MemoryRouter.class, () -> router, (definition) -> definition.setDestroyMethodName(""))
				.withBean(WampConnectionDetails.class, OtherRouter::new)
				.run((context) -> {
					assertThat(context).doesNotHaveBean(WampRouter.class)
						.doesNotHaveBean(PropertiesWampConnectionDetails.class);
					assertThat(context.getBean(WampConnection.class).session().realm()).isEqualTo("other");
				});
		}
	}

	@Test
	void aTicketLetsTheApplicationIn() {
		RouterConfig config = RouterConfig
			.of(RealmConfig.closed("realm1").withUsers(new UserConfig("shop", "t1cket-s3cret", "backend")));
		try (MemoryRouter router = new MemoryRouter(config)) {
			joining(router).withPropertyValues("wamp.authid=shop", "wamp.credentials.ticket=t1cket-s3cret")
				.run((context) -> {
					assertThat(context.getBean(WampConnection.class).session().details().authrole())
						.isEqualTo("backend");
					assertThat(context.getBean(WampProperties.class).getCredentials().toString())
						.doesNotContain("s3cret");
					assertThat(context.getBean(WampConnection.class).settings().toString()).doesNotContain("s3cret");
				});
		}
	}

	@Test
	void anAuthenticatorBeanWinsOverTheTicket() {
		RouterConfig config = RouterConfig
			.of(RealmConfig.closed("realm1").withUsers(new UserConfig("shop", "fresh", "backend")));
		WampAuthenticator authenticator = (challenge) -> CompletableFuture.completedFuture(new Authentication("fresh"));
		try (MemoryRouter router = new MemoryRouter(config)) {
			joining(router).withBean(WampAuthenticator.class, () -> authenticator)
				.withPropertyValues("wamp.authid=shop", "wamp.credentials.ticket=stale", "wamp.authmethods=ticket")
				.run((context) -> assertThat(context.getBean(WampConnection.class).isOpen()).isTrue());
		}
	}

	@Test
	void anApplicationWhoseRouterIsAbsentStartsAndJoinsWhenItComes() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			router.absent(LinkException.Kind.REFUSED, "connection refused");
			joining(router).withBean(Calculator.class)
				.withPropertyValues("wamp.retry.delay=50ms", "wamp.retry.max-delay=50ms")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					WampConnection connection = context.getBean(WampConnection.class);
					WampEndpointRegistry registry = context.getBean(WampEndpointRegistry.class);
					assertThat(connection.isOpen()).isFalse();
					assertThat(registry.endpoints())
						.allSatisfy((endpoint) -> assertThat(endpoint.state()).isEqualTo(EndpointState.WAITING));

					router.present();

					await().until(connection::isOpen);
					await().untilAsserted(() -> assertThat(registry.endpoints())
						.allSatisfy((endpoint) -> assertThat(endpoint.state()).isEqualTo(EndpointState.REGISTERED)));
				});
		}
	}

	@Test
	void whatLastsIsSaidOnce(CapturedOutput output) {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			router.absent(LinkException.Kind.REFUSED, "nobody is there");
			joining(router).withPropertyValues("wamp.retry.delay=10ms", "wamp.retry.max-delay=10ms").run((context) -> {
				await().until(() -> router.attempts.get() > 5);
				assertThat(output).containsOnlyOnce("nobody is there");
			});
		}
	}

	@Test
	void lazyInitializationLosesNothing() {
		Opened opened = new Opened();
		Wamp.runner()
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withBean(Calculator.class)
			.withBean(Opened.class, () -> opened)
			.run((context) -> {
				assertThat(
						context.getBean(WampClient.class).call("com.example.add2").args(2, 3).retrieve(Integer.class))
					.isEqualTo(5);
				await().untilAsserted(() -> assertThat(opened.sessions).hasSize(1));
			});
	}

	@Test
	void eachPartStartsAndStopsInItsPhase() {
		Wamp.runner().withBean(Calculator.class).run((context) -> {
			Map<String, Integer> phases = new LinkedHashMap<>();
			context.getBeansOfType(SmartLifecycle.class)
				.forEach((name, bean) -> phases.put(name, Integer.MAX_VALUE - bean.getPhase()));
			assertThat(phases).contains(entry("wampRouterLifecycle", 8192), entry("wampEndpointGate", 4097),
					entry("wampEventPublisher", 4097), entry("wampConnectionLifecycle", 4096),
					entry("wampEndpointRegistry", 100));
		});
	}

	@Test
	void underContinueOneAttemptIsMadeAndTheRestIsByHand() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			router.absent(LinkException.Kind.REFUSED, "connection refused");
			joining(router)
				.withPropertyValues("wamp.startup.failure-policy=continue", "wamp.retry.delay=0ms",
						"wamp.retry.jitter=0")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					WampConnection connection = context.getBean(WampConnection.class);
					await().until(() -> connection.state() == ConnectionState.CLOSED);

					router.present();
					connection.open().join();

					assertThat(connection.isOpen()).isTrue();
				});
		}
	}

	@Test
	void underFailTheStartFailsWithTheLastReason() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			router.absent(LinkException.Kind.REFUSED, "connection refused");
			joining(router)
				.withPropertyValues("wamp.startup.failure-policy=fail", "wamp.startup.timeout=200ms",
						"wamp.retry.delay=10ms")
				.run((context) -> {
					assertThat(context).hasFailed();
					assertThat(context.getStartupFailure()).hasCauseInstanceOf(WampStartupException.class);
					assertThat(router.attempts).hasValueGreaterThan(1);
				});
		}
	}

	@Test
	void underFailARefusedEndpointStopsTheStart() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			joining(router).withBean(Calculator.class)
				.run((other) -> joining(router).withBean(Calculator.class)
					.withPropertyValues("wamp.startup.failure-policy=fail")
					.run((context) -> assertThat(context).getFailure()
						.hasRootCauseInstanceOf(WampEndpointsRefusedException.class)
						.rootCause()
						.hasMessageContaining("com.example.add2")
						.hasMessageContaining("Calculator.add2(int, int)")));
		}
	}

	@Test
	void endpointsAreBackAfterALostSession() {
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			joining(router).withBean(Calculator.class)
				.withPropertyValues("wamp.retry.delay=20ms", "wamp.retry.max-delay=20ms")
				.run((context) -> {
					WampConnection connection = context.getBean(WampConnection.class);
					long first = connection.session().id();

					router.router().close();
					await().until(() -> !connection.isOpen());
					router.router().start();

					await().until(() -> connection.isOpen() && connection.session().id() != first);
					assertThat(connection.client().call("com.example.add2").args(2, 3).retrieve(Integer.class))
						.isEqualTo(5);
				});
		}
	}

	@Test
	void aPauseOfTheContextLeavesTheSessionAndARestartComesBack() {
		Wamp.runner().withBean(Calculator.class).run((context) -> {
			WampConnection connection = context.getBean(WampConnection.class);
			GenericApplicationContext source = (GenericApplicationContext) context.getSourceApplicationContext();

			source.pause();
			assertThat(connection.state()).isEqualTo(ConnectionState.CLOSED);
			source.restart();

			await().until(connection::isOpen);
			assertThat(connection.client().call("com.example.add2").args(2, 3).retrieve(Integer.class)).isEqualTo(5);
			assertThat(connection.session().registrations()).hasSize(2);
		});
	}

	@Test
	void theDefaultsAreThoseOfTheStarter() {
		Wamp.runner().run((context) -> {
			assertThat(context.getBean(WampConnection.class).settings().retry())
				.isEqualTo(BackOff.DEFAULT.withMaxRetries(-1).withRetryIf(true, true));
		});
	}

	@Test
	void aThreadKeepsTheJvmAliveWhileTheConnectionIsWanted() {
		Wamp.runner().run((context) -> assertThat(threads()).contains("wamp-keep-alive"));
		await().untilAsserted(() -> assertThat(threads()).doesNotContain("wamp-keep-alive"));
	}

	private static List<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !thread.isDaemon())
			.map(Thread::getName)
			.toList();
	}

	static class Calculator {

		final List<String> heard = new ArrayList<>();

		@WampProcedure("com.example.add2")
		int add2(int a, int b) {
			return a + b;
		}

		@WampProcedure("com.example.bug")
		int bug() {
			throw new IllegalStateException("secret");
		}

		@WampSubscribe("com.example.hello")
		void hello(String name) {
			this.heard.add(name);
		}

	}

	static class Opened {

		final List<WampSession> sessions = new CopyOnWriteArrayList<>();

		@EventListener
		void on(WampSessionOpenedEvent event) {
			this.sessions.add(event.session());
		}

	}

	static class ThreadTeller {

		@WampProcedure("com.example.thread")
		String thread() throws Exception {
			Thread thread = Thread.currentThread();
			boolean virtual = Runtime.version().feature() >= 21
					&& (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
			return thread.getName() + (virtual ? " virtual" : " platform");
		}

	}

	record Person(String firstName) {

	}

	static class People {

		@WampProcedure("com.example.person")
		Person person() {
			return new Person("Ada");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMapper {

		@Bean(defaultCandidate = false)
		JsonMapper wampJsonMapper() {
			return JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
		}

	}

	static class OtherRouter implements WampConnectionDetails {

		@Override
		public List<TransportProperties> getTransports() {
			return List.of(TransportProperties.of("memory://router/ws"));
		}

		@Override
		public String getRealm() {
			return "other";
		}

	}

}
