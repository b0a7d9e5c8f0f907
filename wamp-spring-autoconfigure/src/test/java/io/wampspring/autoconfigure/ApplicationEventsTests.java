package io.wampspring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.client.WampException;
import io.wampspring.event.WampEndpointFailedEvent;
import io.wampspring.event.WampEndpointRegisteredEvent;
import io.wampspring.event.WampRetryScheduledEvent;
import io.wampspring.event.WampSessionClosedEvent;
import io.wampspring.event.WampSessionOpenedEvent;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ApplicationEventsTests {

	private static ApplicationContextRunner joining(MemoryRouter router) {
		return Wamp.runner()
			.withBean(MemoryRouter.class, () -> router, (definition) -> definition.setDestroyMethodName(""))
			.withPropertyValues(MemoryRouter.PROPERTIES)
			.withPropertyValues("wamp.retry.delay=20ms")
			.withBean(Service.class);
	}

	@Test
	void sessionsAndEndpointsTellOfThemselvesEndpointsFirst() {
		Heard heard = new Heard();
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			joining(router).withBean(Heard.class, () -> heard).run((context) -> {
				await().untilAsserted(
						() -> assertThat(heard.all).containsExactly("registered com.example.work", "opened realm1"));

				router.router().close();
				await().until(() -> heard.all.contains("retry 1"));
				router.router().start();

				await().untilAsserted(
						() -> assertThat(heard.all).endsWith("registered com.example.work", "opened realm1"));
				assertThat(heard.all).containsSubsequence("opened realm1", "closed CLOSED again", "retry 1",
						"opened realm1");
			});
			assertThat(heard.all).endsWith("closed CLOSED for good");
		}
	}

	/** Repeated: the start races with the join. */
	@RepeatedTest(5)
	void aStartThatTakesLongerThanAJoinMayDoesNotAnnounceASessionWithoutItsEndpoints() {
		Heard heard = new Heard();
		Wamp.runner()
			.withBean(Service.class)
			.withBean(Heard.class, () -> heard)
			.withBean(SlowStart.class, () -> new SlowStart(heard))
			.withPropertyValues("wamp.join-timeout=250ms")
			.run((context) -> await().untilAsserted(
					() -> assertThat(heard.all).containsExactly("registered com.example.work", "opened realm1")));
	}

	/** Repeated: the end races with the last events of the connection. */
	@RepeatedTest(20)
	void theEndIsHeardBeforeTheListenersAreDestroyed() {
		Heard heard = new Heard();
		Wamp.runner().withBean(Heard.class, () -> heard).run((context) -> await().until(() -> !heard.all.isEmpty()));
		assertThat(heard.all).containsExactly("opened realm1", "closed CLOSED for good");
	}

	@Test
	void aRefusedEndpointTellsWhy() {
		Heard heard = new Heard();
		try (MemoryRouter router = new MemoryRouter(RouterConfig.of(RealmConfig.open("realm1")))) {
			joining(router).run((first) -> joining(router).withBean(Heard.class, () -> heard)
				.run((second) -> await().untilAsserted(() -> assertThat(heard.all)
					.containsExactly("failed com.example.work wamp.error.procedure_already_exists", "opened realm1"))));
		}
	}

	static class Service {

		@WampProcedure("com.example.work")
		void work() {
		}

	}

	/**
	 * Starts after the session and before the endpoints, as a web server does, and hears
	 * of nothing for longer than the join may take.
	 */
	static class SlowStart implements SmartLifecycle {

		private final Heard heard;

		private volatile boolean running;

		SlowStart(Heard heard) {
			this.heard = heard;
		}

		@Override
		public void start() {
			await().during(Duration.ofMillis(600)).until(this.heard.all::isEmpty);
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return Integer.MAX_VALUE - 2048;
		}

	}

	static class Heard {

		final List<String> all = new CopyOnWriteArrayList<>();

		@EventListener
		void on(WampSessionOpenedEvent event) {
			this.all.add("opened " + event.session().realm());
		}

		@EventListener
		void on(WampSessionClosedEvent event) {
			this.all.add("closed " + event.closed().reason() + (event.closed().willRetry() ? " again" : " for good"));
		}

		@EventListener
		void on(WampRetryScheduledEvent event) {
			this.all.add("retry " + event.retry().number());
		}

		@EventListener
		void on(WampEndpointRegisteredEvent event) {
			this.all.add("registered " + event.endpoint().uri());
		}

		@EventListener
		void on(WampEndpointFailedEvent event) {
			this.all.add("failed " + event.endpoint().uri() + " " + ((WampException) event.endpoint().error()).uri());
		}

	}

}
