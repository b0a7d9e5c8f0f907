package io.wampspring.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.annotation.WampSubscribe;
import io.wampspring.client.WampException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class WampEndpointRegistryTests {

	@Test
	void aSessionThatIsJoinedBeforeTheStartIsAnnouncedWhenItsEndpointsAreAnswered() {
		try (EndpointsFixture endpoints = new EndpointsFixture(Service.class)) {
			FakeSession session = endpoints.session.withholding();
			endpoints.context.addBeanFactoryPostProcessor((beanFactory) -> beanFactory.registerSingleton("joiner",
					new JoinsInItsPhase(endpoints.connection, session)));
			CompletableFuture<Void> started = CompletableFuture.runAsync(endpoints.context::refresh);

			await().until(() -> session.requests().size() == 2);
			CompletableFuture<Void> announced = session.prepared.get(0).toCompletableFuture();
			assertThat(announced).isNotDone();
			assertThat(started).isNotDone();
			session.requests().forEach(FakeSession.Request::accept);
			started.join();
			assertThat(announced).isCompleted();
		}
	}

	@Test
	void aStartThatFailsHoldsNoSessionBack() {
		EndpointsFixture endpoints = new EndpointsFixture(Service.class);
		FakeSession session = endpoints.session.withholding();
		endpoints.context.addBeanFactoryPostProcessor((beanFactory) -> {
			beanFactory.registerSingleton("joiner", new JoinsInItsPhase(endpoints.connection, session));
			beanFactory.registerSingleton("failing", new FailsInItsPhase());
		});

		assertThatExceptionOfType(ApplicationContextException.class).isThrownBy(endpoints.context::refresh);

		assertThat(session.prepared).singleElement()
			.satisfies((announced) -> assertThat(announced.toCompletableFuture()).isCompleted());
		assertThat(session.requests()).isEmpty();
	}

	@Test
	void endpointsAreSetUpAgainInEverySession() {
		try (EndpointsFixture endpoints = EndpointsFixture.started(Service.class)) {
			endpoints.connection.lose();
			assertThat(state(endpoints, "work")).isEqualTo(EndpointState.WAITING);

			FakeSession second = endpoints.connection.join();

			assertThat(second.served()).containsExactly("com.topic", "com.work");
			assertThat(state(endpoints, "work")).isEqualTo(EndpointState.REGISTERED);
			assertThat(state(endpoints, "manual")).isEqualTo(EndpointState.STOPPED);
		}
	}

	@Test
	void repeatedStartAndStopLeavesExactlyTheDesiredSet() {
		try (EndpointsFixture endpoints = EndpointsFixture.started(Service.class)) {
			WampEndpointRegistry registry = endpoints.registry();
			for (int i = 0; i < 3; i++) {
				registry.stop();
				registry.stop();
				assertThat(endpoints.session.served()).isEmpty();
				registry.start();
				registry.start();
				assertThat(endpoints.session.served()).containsExactly("com.topic", "com.work");
			}
		}
	}

	@Test
	void aPauseOfTheContextKeepsWhatWasStartedAndStoppedByHand() {
		try (EndpointsFixture endpoints = EndpointsFixture.started(Service.class)) {
			endpoints.registry().start("manual");
			endpoints.registry().stop("topic");

			endpoints.context.pause();
			assertThat(endpoints.session.served()).isEmpty();
			endpoints.context.restart();

			assertThat(endpoints.session.served()).containsExactly("com.manual", "com.work");
		}
	}

	@Test
	void whatIsStoppedIsNotSetUpInASessionThatIsJoinedMeanwhile() {
		try (EndpointsFixture endpoints = EndpointsFixture.started(Service.class)) {
			endpoints.registry().stop();
			endpoints.connection.lose();

			FakeSession second = endpoints.connection.join();

			assertThat(second.prepared.get(0).toCompletableFuture()).isCompleted();
			assertThat(second.served()).isEmpty();
			endpoints.registry().start();
			assertThat(second.served()).containsExactly("com.topic", "com.work");
		}
	}

	@Test
	void aRefusedEndpointSaysWhyAndIsAskedForAgainInTheNextSession() {
		try (EndpointsFixture endpoints = new EndpointsFixture(Service.class)) {
			Heard heard = new Heard();
			endpoints.context.registerBean(EndpointListener.class, () -> heard);
			endpoints.session.refusing("wamp.error.procedure_already_exists");
			endpoints.start();

			EndpointStatus status = endpoints.registry().endpoint("work");
			assertThat(status.state()).isEqualTo(EndpointState.FAILED);
			assertThat(status.error()).isInstanceOfSatisfying(WampException.class,
					(error) -> assertThat(error.uri()).isEqualTo("wamp.error.procedure_already_exists"));
			assertThat(endpoints.session.prepared.get(0).toCompletableFuture()).isCompleted();

			endpoints.connection.lose();
			endpoints.connection.join();

			assertThat(state(endpoints, "work")).isEqualTo(EndpointState.REGISTERED);
			assertThat(heard.all).containsExactlyInAnyOrder("failed work", "failed topic", "registered work",
					"registered topic");
		}
	}

	@Test
	void anUnknownIdIsRefusedWithTheKnownOnes() {
		try (EndpointsFixture endpoints = EndpointsFixture.started(Service.class)) {
			assertThatIllegalArgumentException().isThrownBy(() -> endpoints.registry().start("nobody"))
				.withMessageContaining("nobody")
				.withMessageContaining("work");
		}
	}

	@Test
	void itStartsLastAndStopsFirst() {
		try (EndpointsFixture endpoints = EndpointsFixture.started(Service.class)) {
			assertThat(endpoints.registry().getPhase()).isEqualTo(Integer.MAX_VALUE - 100);
		}
	}

	@Test
	void aRouterThatDoesNotAnswerDoesNotHoldTheStartUpForEver() {
		FakeConnection connection = new FakeConnection("default");
		connection.join(new FakeSession(connection.connection()).withholding());
		WampEndpointRegistry registry = new WampEndpointRegistry(new Heard(), Duration.ofMillis(50),
				Duration.ofMillis(50));
		registry.add(pending(), connection.connection());

		registry.start();
		registry.stop();

		assertThat(registry.isRunning()).isFalse();
	}

	private static Endpoint pending() {
		EndpointDefinition definition = new EndpointDefinitions(
				new ExpressionResolver(new DefaultListableBeanFactory()))
			.of("one", One.class)
			.get(0);
		return new Endpoint(definition, "default",
				(session) -> Endpoint.Serving.of(session.register("com.work").handle((invocation) -> null)));
	}

	private static EndpointState state(EndpointsFixture endpoints, String id) {
		return endpoints.registry().endpoint(id).state();
	}

	/** A session that is joined after the gate and before the registry. */
	record JoinsInItsPhase(FakeConnection connection, FakeSession session) implements SmartLifecycle {

		@Override
		public void start() {
			this.connection.join(this.session);
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

		@Override
		public int getPhase() {
			return Integer.MAX_VALUE - 4096;
		}

	}

	/** Starts between the session and the registry. */
	static final class FailsInItsPhase implements SmartLifecycle {

		@Override
		public void start() {
			throw new IllegalStateException("the port is taken");
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

		@Override
		public int getPhase() {
			return Integer.MAX_VALUE - 2048;
		}

	}

	static final class Heard implements EndpointListener {

		final List<String> all = new ArrayList<>();

		@Override
		public void onRegistered(EndpointStatus status) {
			this.all.add("registered " + status.id());
		}

		@Override
		public void onFailed(EndpointStatus status) {
			this.all.add("failed " + status.id());
		}

	}

	static class One {

		@WampProcedure("com.work")
		void work() {
		}

	}

	static class Service {

		@WampProcedure(uri = "com.work", id = "work")
		void work() {
		}

		@WampProcedure(uri = "com.manual", id = "manual", autoStartup = "${nothing:false}")
		void manual() {
		}

		@WampSubscribe(uri = "com.topic", id = "topic")
		void topic() {
		}

	}

}
