package io.wampspring.integration.crossbar;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.wampspring.annotation.WampController;
import io.wampspring.annotation.WampError;
import io.wampspring.annotation.WampProcedure;
import io.wampspring.annotation.WampSubscribe;
import io.wampspring.client.ProgressSink;
import io.wampspring.client.WampClient;
import io.wampspring.integration.peer.Autobahn;
import io.wampspring.integration.peer.Crossbar;
import io.wampspring.integration.peer.CrossbarProcess;
import io.wampspring.integration.peer.ForeignClient;
import io.wampspring.options.EventDetails;
import io.wampspring.test.Nonce;
import io.wampspring.test.Peer;
import io.wampspring.test.RequiresPeer;
import io.wampspring.test.Side;
import io.wampspring.testcontainers.CrossbarContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An annotated application on Crossbar.io: found through the service connection of its
 * container, and waiting for a router that starts later.
 */
@Tag("crossbar")
class CrossbarApplicationIT {

	@Test
	@RequiresPeer({ Peer.CROSSBAR_CONTAINER, Peer.AUTOBAHN_JS, Peer.AUTOBAHN_PYTHON })
	void annotatedMethodsServeForeignClientsThroughAContainer() throws Exception {
		try (ConfigurableApplicationContext context = application(WithContainer.class)) {
			CrossbarContainer router = context.getBean(CrossbarContainer.class);
			Crossbar.evidence(router, Side.CLIENT)
				.serializer("cbor")
				.feature("join", "call", "register", "error", "progress", "subscribe", "publish");
			Health health = health(context);
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("realm", "realm1");
			serves(context, router.getUrl());
		}
	}

	@Test
	@RequiresPeer({ Peer.CROSSBAR_PROCESS, Peer.AUTOBAHN_JS, Peer.AUTOBAHN_PYTHON })
	void anApplicationWhoseRouterIsAbsentStartsAndJoinsWhenItComes() throws Exception {
		try (CrossbarProcess router = CrossbarProcess.start()) {
			router.kill();
			try (ConfigurableApplicationContext context = application(Service.class, "wamp.url=" + router.url(),
					"wamp.realm=realm1", "wamp.retry.delay=100ms", "wamp.retry.max-delay=300ms")) {
				assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
				router.startAgain();
				router.evidence(Side.CLIENT).serializer("cbor").feature("join", "call", "register", "restart");
				await().atMost(Duration.ofSeconds(30)).until(() -> health(context).getStatus().equals(Status.UP));
				serves(context, router.url());
				router.kill();
				await().atMost(Duration.ofSeconds(30)).until(() -> health(context).getStatus().equals(Status.DOWN));
				router.startAgain();
				await().atMost(Duration.ofSeconds(30)).until(() -> health(context).getStatus().equals(Status.UP));
				serves(context, router.url());
			}
		}
	}

	private static ConfigurableApplicationContext application(Class<?> source, String... properties) {
		return new SpringApplicationBuilder(source).web(WebApplicationType.NONE).properties(properties).run();
	}

	private static Health health(ConfigurableApplicationContext context) {
		return context.getBean("wampHealthContributor", HealthIndicator.class).health();
	}

	private static void serves(ConfigurableApplicationContext context, URI url) throws Exception {
		String nonce = Nonce.next();
		try (ForeignClient js = Autobahn.JS.join(url, "realm1", "json");
				ForeignClient python = Autobahn.PYTHON.join(url, "realm1", "msgpack")) {
			assertThat(js.call("com.application.add2", 2, 3).done().path("args")).hasToString("[5]");
			JsonNode failure = python.call("com.application.greet", nonce).failed();
			assertThat(failure.path("uri").asString()).isEqualTo("com.application.error.unknown");
			assertThat(js.call("com.application.add2", 2, "three").failed().path("uri").asString())
				.isEqualTo("wamp.error.invalid_argument");
			ForeignClient.Pending count = js.call("com.application.count", 2)
				.options(Map.of("receive_progress", true))
				.start();
			assertThat(count.progress().path("args")).hasToString("[1]");
			assertThat(count.done().path("args")).hasToString("[2]");
			python.publish("com.application.hello", nonce).options(Map.of("acknowledge", true)).done();
			assertThat(context.getBean(Service.class).heard.poll(20, TimeUnit.SECONDS)).isEqualTo(nonce);
			ForeignClient.Subscription subscription = js.subscribe("com.application.out");
			context.getBean(WampClient.class).publish("com.application.out").args(nonce).acknowledge().send();
			assertThat(subscription.event().path("args")).hasToString("[\"" + nonce + "\"]");
		}
	}

	@WampController("com.application.")
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

		private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

		@WampProcedure("add2")
		int add2(int a, int b) {
			return a + b;
		}

		@WampProcedure("greet")
		String greet(String name) {
			throw new UnknownNameException(name);
		}

		@WampProcedure("count")
		int count(int to, ProgressSink progress) {
			for (int i = 1; i < to; i++) {
				progress.send(i);
			}
			return to;
		}

		@WampSubscribe("hello")
		void hello(String text, EventDetails details) {
			this.heard.add(text);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Service.class)
	static class WithContainer {

		@Bean
		@ServiceConnection("crossbario/crossbar")
		CrossbarContainer router() {
			return Crossbar.container();
		}

	}

	@WampError("com.application.error.unknown")
	static class UnknownNameException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnknownNameException(String name) {
			super("Nobody knows " + name);
		}

	}

}
