package io.wampspring.integration.crossbar;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.wampspring.client.CallResult;
import io.wampspring.client.Event;
import io.wampspring.client.Interruption;
import io.wampspring.client.WampCall;
import io.wampspring.client.WampException;
import io.wampspring.codec.Serializer;
import io.wampspring.integration.peer.Autobahn;
import io.wampspring.integration.peer.ForeignClient;
import io.wampspring.integration.peer.JavaClient;
import io.wampspring.options.CancelMode;
import io.wampspring.test.Evidence;
import io.wampspring.test.Nonce;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

/**
 * Our client on Crossbar.io, with partners that nobody here wrote on the other side.
 */
abstract class CrossbarContract {

	private static final long PATIENCE = 20;

	abstract URI url();

	abstract Evidence evidence();

	static Stream<Arguments> partners() {
		return Stream.of(Serializer.values())
			.flatMap((serializer) -> Stream.of(Autobahn.values()).map((kind) -> Arguments.of(serializer, kind)));
	}

	private JavaClient join(Serializer serializer, String... features) {
		evidence().serializer(name(serializer)).feature("join").feature(features);
		JavaClient client = JavaClient.join(url(), serializer);
		assertThat(client.connection().transport()).isNotNull()
			.satisfies((link) -> assertThat(link.serializer()).isEqualTo(serializer));
		return client;
	}

	private ForeignClient partner(Autobahn kind, Serializer serializer) {
		return kind.join(url(), "realm1", name(serializer));
	}

	private static String name(Serializer serializer) {
		return serializer.name().toLowerCase(Locale.ROOT);
	}

	@ParameterizedTest
	@MethodSource("partners")
	void callsAreMadeAndServed(Serializer serializer, Autobahn kind) throws Exception {
		String nonce = Nonce.next();
		try (JavaClient java = join(serializer, "call", "register");
				ForeignClient foreign = partner(kind, serializer)) {
			java.wamp().register("com.java." + nonce).handle((call) -> {
				Integer a = call.payload().arg(0, Integer.class);
				return CallResult.of(nonce, a + 1).kwarg("seen", call.kwargs().get("text"));
			}).ready().get(PATIENCE, TimeUnit.SECONDS);
			JsonNode result = foreign.call("com.java." + nonce, 41).kwargs(Map.of("text", "grün")).done();
			assertThat(result.path("args")).hasToString("[\"" + nonce + "\",42]");
			assertThat(result.path("kwargs")).hasToString("{\"seen\":\"grün\"}");

			ForeignClient.Registration registration = foreign.register("com.foreign." + nonce);
			CompletableFuture<CallResult> call = java.wamp()
				.call("com.foreign." + nonce)
				.args(nonce, 7)
				.kwarg("deep", List.of(Map.of("n", 1)))
				.retrieveAsync();
			ForeignClient.Invocation invocation = registration.invocation();
			assertThat(invocation.args()).hasToString("[\"" + nonce + "\",7]");
			assertThat(invocation.kwargs()).hasToString("{\"deep\":[{\"n\":1}]}");
			foreign.answer("yield", invocation).args(nonce).kwargs(Map.of("end", true)).done();
			CallResult answer = call.get(PATIENCE, TimeUnit.SECONDS);
			assertThat(answer.args()).isEqualTo(List.of(nonce));
			assertThat(answer.kwargs()).isEqualTo(Map.of("end", true));
		}
	}

	@ParameterizedTest
	@MethodSource("partners")
	@Tag("E-109")
	void errorsGoBothWaysWithUriAndData(Serializer serializer, Autobahn kind) throws Exception {
		String nonce = Nonce.next();
		try (JavaClient java = join(serializer, "error"); ForeignClient foreign = partner(kind, serializer)) {
			java.wamp().register("com.java." + nonce).handle((call) -> {
				if (call.args().isEmpty()) {
					throw new IllegalStateException("secret " + nonce);
				}
				throw new WampException("com.example.error.full", List.of(nonce), Map.of("limit", 3));
			}).ready().get(PATIENCE, TimeUnit.SECONDS);
			JsonNode failure = foreign.call("com.java." + nonce, 1).failed();
			assertThat(failure.path("uri").asString()).isEqualTo("com.example.error.full");
			assertThat(failure.path("args")).hasToString("[\"" + nonce + "\"]");
			assertThat(failure.path("kwargs")).hasToString("{\"limit\":3}");
			JsonNode unmapped = foreign.call("com.java." + nonce).failed();
			assertThat(unmapped.path("uri").asString()).isEqualTo("wamp.error.runtime_error");
			assertThat(unmapped.toString()).doesNotContain("secret");

			ForeignClient.Registration registration = foreign.register("com.foreign." + nonce);
			CompletableFuture<CallResult> call = java.wamp().call("com.foreign." + nonce).retrieveAsync();
			foreign.answer("raise", registration.invocation())
				.with("uri", "com.example.error.theirs")
				.args(nonce)
				.kwargs(Map.of("n", 5))
				.done();
			assertThatThrownBy(() -> call.get(PATIENCE, TimeUnit.SECONDS)).cause()
				.asInstanceOf(type(WampException.class))
				.satisfies((ex) -> assertThat(ex.uri()).isEqualTo("com.example.error.theirs"))
				.satisfies((ex) -> assertThat(ex.args()).isEqualTo(List.of(nonce)))
				.satisfies((ex) -> assertThat(ex.kwargs()).isEqualTo(Map.of("n", 5)));
		}
	}

	@ParameterizedTest
	@MethodSource("partners")
	void eventsGoBothWays(Serializer serializer, Autobahn kind) throws Exception {
		String nonce = Nonce.next();
		try (JavaClient java = join(serializer, "publish", "subscribe", "acknowledge");
				ForeignClient foreign = partner(kind, serializer)) {
			BlockingQueue<Event> events = new LinkedBlockingQueue<>();
			java.wamp().subscribe("com.foreign." + nonce).handle(events::add).ready().get(PATIENCE, TimeUnit.SECONDS);
			foreign.publish("com.foreign." + nonce, nonce)
				.kwargs(Map.of("n", 1))
				.options(Map.of("acknowledge", true))
				.done();
			Event event = events.poll(PATIENCE, TimeUnit.SECONDS);
			assertThat(event).isNotNull();
			assertThat(event.args()).isEqualTo(List.of(nonce));
			assertThat(event.kwargs()).isEqualTo(Map.of("n", 1));
			assertThat(event.topic()).isEqualTo("com.foreign." + nonce);

			ForeignClient.Subscription subscription = foreign.subscribe("com.java." + nonce);
			assertThat(java.wamp().publish("com.java." + nonce).args(nonce, 1).acknowledge().send().id()).isPositive();
			assertThat(subscription.event().path("args")).hasToString("[\"" + nonce + "\",1]");
			java.wamp().publish("com.java." + nonce).args(nonce, 2).kwarg("k", "v").send();
			JsonNode second = subscription.event();
			assertThat(second.path("args")).hasToString("[\"" + nonce + "\",2]");
			assertThat(second.path("kwargs")).hasToString("{\"k\":\"v\"}");
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-67")
	void thePublisherHearsItselfOnlyWhenItWantsTo(Serializer serializer) throws Exception {
		String topic = "com.java." + Nonce.next();
		try (JavaClient java = join(serializer, "publish", "subscribe")) {
			BlockingQueue<List<Object>> events = new LinkedBlockingQueue<>();
			java.wamp()
				.subscribe(topic)
				.handle((event) -> events.add(event.args()))
				.ready()
				.get(PATIENCE, TimeUnit.SECONDS);
			java.wamp().publish(topic).args("excluded").acknowledge().send();
			java.wamp().publish(topic).args("included").excludeMe(false).acknowledge().send();
			assertThat(events.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(List.of("included"));
		}
	}

	@ParameterizedTest
	@MethodSource("partners")
	void progressGoesBothWays(Serializer serializer, Autobahn kind) throws Exception {
		String nonce = Nonce.next();
		try (JavaClient java = join(serializer, "progress"); ForeignClient foreign = partner(kind, serializer)) {
			java.wamp().register("com.java." + nonce).handle((call) -> {
				call.progress().send(1);
				call.progress().send(2);
				return 3;
			}).ready().get(PATIENCE, TimeUnit.SECONDS);
			ForeignClient.Pending pending = foreign.call("com.java." + nonce)
				.options(Map.of("receive_progress", true))
				.start();
			assertThat(pending.progress().path("args")).hasToString("[1]");
			assertThat(pending.progress().path("args")).hasToString("[2]");
			assertThat(pending.done().path("args")).hasToString("[3]");

			ForeignClient.Registration registration = foreign.register("com.foreign." + nonce);
			BlockingQueue<Integer> progress = new LinkedBlockingQueue<>();
			CompletableFuture<String> call = java.wamp()
				.call("com.foreign." + nonce)
				.onProgress(Integer.class, progress::add)
				.retrieveAsync(String.class);
			ForeignClient.Invocation invocation = registration.invocation();
			foreign.answer("progress", invocation).args(10).done();
			foreign.answer("progress", invocation).args(20).done();
			assertThat(progress.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(10);
			assertThat(progress.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(20);
			assertThat(call).isNotDone();
			foreign.answer("yield", invocation).args(nonce).done();
			assertThat(call.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(nonce);
		}
	}

	@ParameterizedTest
	@EnumSource
	void aForeignCallerCancelsOurHandler(Serializer serializer) throws Exception {
		String nonce = Nonce.next();
		try (JavaClient java = join(serializer, "cancel"); ForeignClient foreign = partner(Autobahn.JS, serializer)) {
			CompletableFuture<Interruption> interrupted = new CompletableFuture<>();
			java.wamp().register("com.java." + nonce).handle((call) -> {
				call.onCancel(interrupted::complete);
				call.progress().send("started");
				return new CompletableFuture<>();
			}).ready().get(PATIENCE, TimeUnit.SECONDS);
			ForeignClient.Pending pending = foreign.call("com.java." + nonce)
				.options(Map.of("receive_progress", true))
				.start();
			pending.progress();
			pending.cancel("kill");
			assertThat(interrupted.get(PATIENCE, TimeUnit.SECONDS)).isNotNull();
			assertThat(pending.failed().path("uri").asString()).isEqualTo("wamp.error.canceled");
		}
	}

	@ParameterizedTest
	@EnumSource
	void weCancelACallOfAForeignCallee(Serializer serializer) throws Exception {
		String nonce = Nonce.next();
		try (JavaClient java = join(serializer, "cancel");
				ForeignClient foreign = partner(Autobahn.PYTHON, serializer)) {
			ForeignClient.Registration registration = foreign.register("com.foreign." + nonce);
			WampCall<String> call = java.wamp().call("com.foreign." + nonce).startAsync(String.class);
			ForeignClient.Invocation invocation = registration.invocation();
			call.cancel(CancelMode.KILLNOWAIT);
			foreign.awaitInterrupt(invocation);
			assertThatThrownBy(() -> call.result().get(PATIENCE, TimeUnit.SECONDS)).isNotNull();
			assertThat(java.connection().isOpen()).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-88")
	void aCalleeThatIsGoneFailsTheCall(Serializer serializer) throws Exception {
		String nonce = Nonce.next();
		try (JavaClient java = join(serializer, "call", "error")) {
			CompletableFuture<String> call;
			try (ForeignClient foreign = partner(Autobahn.PYTHON, serializer)) {
				ForeignClient.Registration registration = foreign.register("com.foreign." + nonce);
				call = java.wamp().call("com.foreign." + nonce).retrieveAsync(String.class);
				registration.invocation();
				foreign.process().kill();
			}
			assertThatThrownBy(() -> call.get(PATIENCE, TimeUnit.SECONDS)).cause()
				.asInstanceOf(type(WampException.class))
				.extracting(WampException::uri)
				.isEqualTo("wamp.error.canceled");
		}
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-134")
	@Tag("E-135")
	void bytesAndLargeNumbersSurviveTheRouter(Serializer serializer) throws Exception {
		String nonce = Nonce.next();
		byte[] bytes = { 0, 1, (byte) 0xff };
		try (JavaClient callee = join(serializer, "call");
				JavaClient caller = JavaClient.join(url(), Serializer.JSON)) {
			callee.wamp()
				.register("com.java." + nonce)
				.handle((call) -> CallResult.of(call.payload().arg(0, byte[].class), call.payload().arg(1, Long.class),
						call.payload().arg(2, BigInteger.class), "\uD83D\uDE00"))
				.ready()
				.get(PATIENCE, TimeUnit.SECONDS);
			CallResult result = caller.wamp()
				.call("com.java." + nonce)
				.args(bytes, 9007199254740993L, BigInteger.valueOf(Long.MAX_VALUE))
				.retrieve();
			assertThat(result.<byte[]>arg(0, byte[].class)).isEqualTo(bytes);
			assertThat(result.<Long>arg(1, Long.class)).isEqualTo(9007199254740993L);
			assertThat(result.<BigInteger>arg(2, BigInteger.class)).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE));
			assertThat(result.<String>arg(3, String.class)).isEqualTo("\uD83D\uDE00");
		}
	}

	@ParameterizedTest
	@EnumSource
	void aThousandProceduresAndSubscriptionsAreSetUpAndNoneIsLost(Serializer serializer) throws Exception {
		String nonce = Nonce.next();
		int count = 1000;
		try (JavaClient java = join(serializer, "setup"); JavaClient other = JavaClient.join(url(), serializer)) {
			Set<String> heard = ConcurrentHashMap.newKeySet();
			CompletableFuture<?>[] ready = IntStream.range(0, count)
				.boxed()
				.flatMap((i) -> Stream.of(java.wamp().register("com.p" + i + "." + nonce).handle((call) -> i).ready(),
						java.wamp()
							.subscribe("com.t" + i + "." + nonce)
							.handle((event) -> heard.add(event.topic()))
							.ready()))
				.toArray(CompletableFuture<?>[]::new);
			CompletableFuture.allOf(ready).get(60, TimeUnit.SECONDS);
			assertThat(java.connection().session().registrations()).hasSize(count);
			assertThat(java.connection().session().subscriptions()).hasSize(count);
			for (int i = 0; i < count; i++) {
				other.wamp().publish("com.t" + i + "." + nonce).send();
			}
			for (int i = 0; i < count; i += 50) {
				assertThat(other.wamp().call("com.p" + i + "." + nonce).retrieve(Integer.class)).isEqualTo(i);
			}
			await().atMost(Duration.ofSeconds(PATIENCE)).untilAsserted(() -> assertThat(heard).hasSize(count));
		}
	}

}
