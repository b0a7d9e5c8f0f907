package io.wampspring.integration.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.wampspring.client.CallResult;
import io.wampspring.client.Event;
import io.wampspring.client.Registration;
import io.wampspring.client.Subscription;
import io.wampspring.client.WampException;
import io.wampspring.codec.Serializer;
import io.wampspring.integration.peer.Autobahn;
import io.wampspring.integration.peer.ForeignClient;
import io.wampspring.integration.peer.JavaClient;
import io.wampspring.test.Nonce;
import io.wampspring.test.Peer;
import io.wampspring.test.RequiresPeer;
import io.wampspring.test.Side;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The router on the sample's own port, with clients that nobody here wrote.
 */
@RequiresPeer({ Peer.AUTOBAHN_JS, Peer.AUTOBAHN_PYTHON })
class DemoRouterIT {

	private static RunningDemo demo;

	private static JavaClient java;

	@BeforeAll
	static void start() {
		demo = RunningDemo.start();
		java = JavaClient.join(demo.routerUrl(), Serializer.CBOR);
	}

	@AfterAll
	static void stop() {
		java.close();
		demo.close();
	}

	static Stream<Arguments> clients() {
		return Autobahn.SERIALIZERS.stream()
			.flatMap((serializer) -> Stream.of(Autobahn.values()).map((kind) -> Arguments.of(kind, serializer)));
	}

	private static ForeignClient join(Autobahn kind, String serializer, String... features) {
		ForeignClient client = kind.join(demo.routerUrl(), "realm1", serializer);
		client.evidence(Side.ROUTER).feature("join").feature(features);
		return client;
	}

	@ParameterizedTest
	@MethodSource("clients")
	void anAnnotatedMethodIsCalled(Autobahn kind, String serializer) {
		try (ForeignClient client = join(kind, serializer, "call")) {
			assertThat(client.call("com.example.add2", 2, 3).done().path("args")).hasToString("[5]");
		}
	}

	@ParameterizedTest
	@MethodSource("clients")
	void aCountdownIsFollowedAndCanceled(Autobahn kind, String serializer) {
		try (ForeignClient client = join(kind, serializer, "call", "progress", "cancel")) {
			ForeignClient.Pending call = client.call("com.example.countdown", 40)
				.options(Map.of("receive_progress", true))
				.start();
			assertThat(call.progress().path("args")).hasToString("[40]");
			assertThat(call.progress().path("args")).hasToString("[39]");
			call.cancel("kill");
			assertThat(call.failed().path("uri").asString()).isEqualTo("wamp.error.canceled");
		}
	}

	@ParameterizedTest
	@MethodSource("clients")
	void theErrorOfAnAnnotatedMethodIsReceived(Autobahn kind, String serializer) {
		try (ForeignClient client = join(kind, serializer, "call", "error")) {
			String nonce = Nonce.next();
			JsonNode failure = client.call("com.example.votes.vote", nonce).failed();
			assertThat(failure.path("uri").asString()).isEqualTo("com.example.error.unknown_subject");
			assertThat(failure.path("args")).hasToString("[\"Nobody can vote for '" + nonce + "'\"]");
		}
	}

	@ParameterizedTest
	@MethodSource("clients")
	void theEventsOfTheAnnotatedServiceAreReceived(Autobahn kind, String serializer) {
		try (ForeignClient client = join(kind, serializer, "call", "subscribe")) {
			ForeignClient.Subscription clock = client.subscribe("com.example.clock");
			assertThat(clock.event().path("args").path(0).asString())
				.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
			ForeignClient.Subscription votes = client.subscribe("com.example.votes.changed");
			int lemons = client.call("com.example.votes.vote", "Lemon").done().path("args").path(0).asInt();
			assertThat(votes.event().path("args")).hasToString("[\"Lemon\"," + lemons + "]");
		}
	}

	@ParameterizedTest
	@MethodSource("clients")
	void aProcedureOfTheForeignClientIsCalledFromJava(Autobahn kind, String serializer) {
		try (ForeignClient client = join(kind, serializer, "register", "error")) {
			String nonce = Nonce.next();
			ForeignClient.Registration registration = client.register("com.example." + nonce);
			CompletableFuture<CallResult> call = java.wamp()
				.call("com.example." + nonce)
				.args(nonce, 7)
				.kwarg("text", "grün")
				.retrieveAsync();
			ForeignClient.Invocation invocation = registration.invocation();
			assertThat(invocation.args()).hasToString("[\"" + nonce + "\",7]");
			assertThat(invocation.kwargs()).hasToString("{\"text\":\"grün\"}");
			client.answer("yield", invocation).args(nonce, true).kwargs(Map.of("end", 1)).done();
			assertThat(call.join().args()).isEqualTo(List.of(nonce, true));
			assertThat(call.join().kwargs()).isEqualTo(Map.of("end", 1));
		}
	}

	@ParameterizedTest
	@MethodSource("clients")
	void anErrorOfTheForeignClientReachesJava(Autobahn kind, String serializer) {
		try (ForeignClient client = join(kind, serializer, "register", "error")) {
			String nonce = Nonce.next();
			ForeignClient.Registration registration = client.register("com.example." + nonce);
			CompletableFuture<CallResult> call = java.wamp().call("com.example." + nonce).retrieveAsync();
			client.answer("raise", registration.invocation())
				.with("uri", "com.example.error.full")
				.args(nonce)
				.kwargs(Map.of("limit", 3))
				.done();
			assertThatExceptionOfType(WampException.class).isThrownBy(() -> get(call))
				.satisfies((ex) -> assertThat(ex.uri()).isEqualTo("com.example.error.full"))
				.satisfies((ex) -> assertThat(ex.args()).isEqualTo(List.of(nonce)))
				.satisfies((ex) -> assertThat(ex.kwargs()).isEqualTo(Map.of("limit", 3)));
		}
	}

	@ParameterizedTest
	@MethodSource("clients")
	void anErrorOfJavaReachesTheForeignClientWithArgumentsAndKeywords(Autobahn kind, String serializer) {
		try (ForeignClient client = join(kind, serializer, "call", "error")) {
			String nonce = Nonce.next();
			Registration registration = java.wamp().register("com.example." + nonce).handle((invocation) -> {
				throw new WampException("com.example.error.full", List.of(nonce), Map.of("limit", 3));
			});
			registration.ready().join();
			JsonNode failure = client.call("com.example." + nonce).failed();
			registration.unregister().join();
			assertThat(failure.path("uri").asString()).isEqualTo("com.example.error.full");
			assertThat(failure.path("args")).hasToString("[\"" + nonce + "\"]");
			assertThat(failure.path("kwargs")).hasToString("{\"limit\":3}");
		}
	}

	@ParameterizedTest
	@MethodSource("clients")
	void eventsGoBothWays(Autobahn kind, String serializer) throws InterruptedException {
		try (ForeignClient client = join(kind, serializer, "publish", "subscribe")) {
			String nonce = Nonce.next();
			ForeignClient.Subscription theirs = client.subscribe("com.example." + nonce);
			BlockingQueue<Event> events = new LinkedBlockingQueue<>();
			Subscription ours = java.wamp().subscribe("com.example." + nonce).handle(events::add);
			ours.ready().join();
			java.wamp().publish("com.example." + nonce).args(nonce, 1).kwarg("from", "java").acknowledge().send();
			JsonNode event = theirs.event();
			assertThat(event.path("args")).hasToString("[\"" + nonce + "\",1]");
			assertThat(event.path("kwargs")).hasToString("{\"from\":\"java\"}");
			client.publish("com.example." + nonce, nonce, 2)
				.kwargs(Map.of("from", serializer))
				.options(Map.of("acknowledge", true))
				.done();
			Event received = events.poll(10, TimeUnit.SECONDS);
			assertThat(received).isNotNull();
			assertThat(received.args()).isEqualTo(List.of(nonce, 2));
			assertThat(received.kwargs()).isEqualTo(Map.of("from", serializer));
			ours.unsubscribe().join();
		}
	}

	private static void get(CompletableFuture<?> future) throws Throwable {
		try {
			future.get(10, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw ex.getCause();
		}
	}

}
