package io.wampspring.integration;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wampspring.integration.peer.Autobahn;
import io.wampspring.integration.peer.Crossbar;
import io.wampspring.integration.peer.CrossbarProcess;
import io.wampspring.integration.peer.ForeignClient;
import io.wampspring.test.Nonce;
import io.wampspring.test.Peer;
import io.wampspring.test.RequiresPeer;
import io.wampspring.test.Side;
import io.wampspring.testcontainers.CrossbarContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The foreign peers against each other: what fails here is no fault of the product.
 */
class RigIT {

	static Stream<Arguments> pairs() {
		return Autobahn.SERIALIZERS.stream()
			.flatMap((serializer) -> Stream.of(Arguments.of(serializer, Autobahn.JS, Autobahn.PYTHON),
					Arguments.of(serializer, Autobahn.PYTHON, Autobahn.JS)));
	}

	private static void exchange(URI url, String serializer, Autobahn one, Autobahn other) {
		try (ForeignClient callee = one.join(url, "realm1", serializer);
				ForeignClient caller = other.join(url, "realm1", serializer)) {
			List.of(callee, caller)
				.forEach((client) -> client.evidence(Side.RIG)
					.feature("join", "call", "register", "error", "progress", "publish", "subscribe"));
			callAndProgress(callee, caller);
			error(callee, caller);
			event(callee, caller);
			assertThat(caller.leave("wamp.close.normal").path("type").asString()).isEqualTo("closed");
		}
	}

	private static void callAndProgress(ForeignClient callee, ForeignClient caller) {
		String nonce = Nonce.next();
		ForeignClient.Registration registration = callee.register("com.example." + nonce);
		ForeignClient.Pending call = caller.call("com.example." + nonce, nonce, 7)
			.kwargs(Map.of("text", "grün"))
			.options(Map.of("receive_progress", true))
			.start();
		ForeignClient.Invocation invocation = registration.invocation();
		assertThat(invocation.args()).hasToString("[\"" + nonce + "\",7]");
		assertThat(invocation.kwargs()).hasToString("{\"text\":\"grün\"}");
		callee.answer("progress", invocation).args(50).done();
		assertThat(call.progress().path("args")).hasToString("[50]");
		callee.answer("yield", invocation).args(nonce, true).kwargs(Map.of("end", 1)).done();
		JsonNode result = call.done();
		assertThat(result.path("args")).hasToString("[\"" + nonce + "\",true]");
		assertThat(result.path("kwargs")).hasToString("{\"end\":1}");
		registration.unregister();
		assertThat(caller.call("com.example." + nonce).failed().path("uri").asString())
			.isEqualTo("wamp.error.no_such_procedure");
	}

	private static void error(ForeignClient callee, ForeignClient caller) {
		String nonce = Nonce.next();
		ForeignClient.Registration registration = callee.register("com.example." + nonce);
		ForeignClient.Pending call = caller.call("com.example." + nonce).start();
		callee.answer("raise", registration.invocation())
			.with("uri", "com.example.error.full")
			.args(nonce)
			.kwargs(Map.of("limit", 3))
			.done();
		JsonNode failure = call.failed();
		assertThat(failure.path("uri").asString()).isEqualTo("com.example.error.full");
		assertThat(failure.path("args")).hasToString("[\"" + nonce + "\"]");
		assertThat(failure.path("kwargs")).hasToString("{\"limit\":3}");
	}

	private static void event(ForeignClient subscriber, ForeignClient publisher) {
		String nonce = Nonce.next();
		ForeignClient.Subscription subscription = subscriber.subscribe("com.example." + nonce);
		publisher.publish("com.example." + nonce, nonce)
			.kwargs(Map.of("n", 1))
			.options(Map.of("acknowledge", true))
			.done();
		JsonNode event = subscription.event();
		assertThat(event.path("args")).hasToString("[\"" + nonce + "\"]");
		assertThat(event.path("kwargs")).hasToString("{\"n\":1}");
		subscription.unsubscribe();
	}

	@Nested
	@RequiresPeer({ Peer.CROSSBAR_CONTAINER, Peer.AUTOBAHN_JS, Peer.AUTOBAHN_PYTHON })
	class InAContainer {

		private static final CrossbarContainer ROUTER = Crossbar.container();

		@BeforeAll
		static void start() {
			ROUTER.start();
		}

		@AfterAll
		static void stop() {
			ROUTER.stop();
		}

		@ParameterizedTest
		@MethodSource("io.wampspring.integration.RigIT#pairs")
		void foreignClientsUnderstandEachOther(String serializer, Autobahn callee, Autobahn caller) {
			Crossbar.evidence(ROUTER, Side.RIG).serializer(serializer).feature("join");
			exchange(ROUTER.getUrl(), serializer, callee, caller);
		}

	}

	@Nested
	@RequiresPeer({ Peer.CROSSBAR_PROCESS, Peer.AUTOBAHN_JS, Peer.AUTOBAHN_PYTHON })
	class AsAProcess {

		private static CrossbarProcess router;

		@BeforeAll
		static void start() {
			router = CrossbarProcess.start();
		}

		@AfterAll
		static void stop() {
			router.close();
		}

		@ParameterizedTest
		@MethodSource("io.wampspring.integration.RigIT#pairs")
		void foreignClientsUnderstandEachOther(String serializer, Autobahn callee, Autobahn caller) {
			router.evidence(Side.RIG).serializer(serializer).feature("join");
			exchange(router.url(), serializer, callee, caller);
		}

		@Test
		void aTicketIsAccepted() {
			router.evidence(Side.RIG).serializer("json").authmethod("ticket").feature("join");
			try (ForeignClient client = Autobahn.PYTHON.join(router.ticketUrl(), "realm1", "json", "tina",
					"ticket-tina")) {
				client.evidence(Side.RIG).authmethod("ticket").feature("join");
				assertThat(client.welcome().path("details").path("authrole").asString()).isEqualTo("frontend");
			}
		}

		@Test
		void aPausedRouterAnswersWhenItGoesOn() {
			try (ForeignClient client = Autobahn.JS.join(router.url(), "realm1", "json")) {
				router.pause();
				ForeignClient.Pending publication = client.publish("com.example.topic", Nonce.next())
					.options(Map.of("acknowledge", true))
					.start();
				router.resume();
				assertThat(publication.done().path("publication").asLong()).isPositive();
			}
		}

		@Test
		void aKilledRouterIsSeenAndServesAgainOnItsPort() {
			URI url = router.url();
			try (ForeignClient client = Autobahn.JS.join(url, "realm1", "json")) {
				router.kill();
				assertThat(client.awaitClosed().path("reason").asString()).isEqualTo("lost");
			}
			router.startAgain();
			assertThat(router.url()).isEqualTo(url);
			Autobahn.JS.join(url, "realm1", "json").close();
		}

	}

}
