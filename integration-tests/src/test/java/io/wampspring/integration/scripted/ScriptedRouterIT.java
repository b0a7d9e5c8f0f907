package io.wampspring.integration.scripted;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.wampspring.client.CallResult;
import io.wampspring.client.CloseReason;
import io.wampspring.client.WampConnectionLostException;
import io.wampspring.client.ConnectionListener;
import io.wampspring.client.WampException;
import io.wampspring.client.WampSession;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.ScriptedRouter;
import io.wampspring.transport.KeepAlive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

/**
 * Ordinary races, and routers that break the rules: our client on a socket against
 * literal frames.
 */
class ScriptedRouterIT {

	@Test
	@Tag("E-12")
	void aRouterThatNeverAnswersTheHelloDoesNotHangTheStart() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection(KeepAlive.OFF, Duration.ofMillis(500))) {
			ScriptedRouter.Script script = scripted.router
				.play(() -> scripted.router.accept("wamp.2.json").expect("\\[1,.*"));
			CompletableFuture<?> open = scripted.connection.open();
			script.await();
			assertThat(scripted.nextClosed().message()).contains("500 ms");
			assertThat(open).isNotDone();
		}
	}

	@Test
	@Tag("E-52")
	void anEventInTheSameReadAsSubscribedIsDelivered() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				String request = client.expect("\\[32,(\\d+),\\{},\"com\\.example\\.topic\"]").group(1);
				client.send("[33," + request + ",77]", "[36,77,5,{},[\"first\"]]");
			});
			BlockingQueue<String> events = new LinkedBlockingQueue<>();
			scripted.open()
				.subscribe("com.example.topic")
				.handle(String.class, (text, event) -> events.add(text + " " + event.publication()));
			assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("first 5");
		}
	}

	@Test
	@Tag("E-53")
	void anEventBeforeSubscribedIsNotLost() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				String request = client.expect("\\[32,(\\d+),.*").group(1);
				client.send("[36,77,5,{},[\"early\"]]", "[33," + request + ",77]");
			});
			BlockingQueue<String> events = new LinkedBlockingQueue<>();
			scripted.open().subscribe("com.example.topic").handle(String.class, (text, event) -> events.add(text));
			assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("early");
		}
	}

	@Test
	@Tag("E-96")
	void anInvocationInTheSameReadAsRegisteredIsServed() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			ScriptedRouter.Script script = scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				String request = client.expect("\\[64,(\\d+),\\{},\"com\\.example\\.add2\"]").group(1);
				client.send("[65," + request + ",88]", "[68,1,88,{},[2,3]]");
				client.expect("\\[70,1,\\{},\\[5]]");
			});
			scripted.open().register("com.example.add2").handle((call) -> {
				Integer a = call.payload().arg(0, Integer.class);
				Integer b = call.payload().arg(1, Integer.class);
				return a + b;
			});
			script.await();
		}
	}

	@Test
	@Tag("E-37")
	void fragmentsAndPingsBetweenThemReassemble() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			ScriptedRouter.Script script = scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				String request = client.expect("\\[48,(\\d+),.*").group(1);
				client.sendFragments("[50," + request, ",{}", ",[\"who", "le\"]]");
			});
			assertThat(scripted.open().call("com.example.f").retrieve(String.class)).isEqualTo("whole");
			script.await();
		}
	}

	@Test
	@Tag("E-74")
	void oneHandlerThatFailsDoesNotKeepTheEventFromTheOther() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				for (int i = 0; i < 2; i++) {
					String request = client.expect("\\[32,(\\d+),.*").group(1);
					client.send("[33," + request + ",77]");
				}
				client.send("[36,77,5,{},[\"a\"]]", "[36,77,6,{},[\"b\"]]");
			});
			BlockingQueue<String> events = new LinkedBlockingQueue<>();
			var session = scripted.open();
			session.subscribe("com.example.topic").handle(String.class, (text, event) -> {
				throw new IllegalStateException("on purpose " + text);
			});
			session.subscribe("com.example.topic").handle(String.class, (text, event) -> events.add(text));
			assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("a");
			assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("b");
			await().untilAsserted(() -> assertThat(scripted.userErrors).extracting(Throwable::getMessage)
				.containsExactly("on purpose a", "on purpose b"));
			assertThat(session.isOpen()).isTrue();
		}
	}

	@Test
	@Tag("E-75")
	void eventsOfOneSessionKeepTheirOrderAcrossTopics() throws Exception {
		List<Integer> expected = IntStream.range(0, 2000).boxed().toList();
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				for (int i = 0; i < 2; i++) {
					String request = client.expect("\\[32,(\\d+),.*").group(1);
					client.send("[33," + request + ",7" + i + "]");
				}
				String[] frames = expected.stream()
					.map((i) -> "[36,7" + (i % 2) + "," + (i + 1) + ",{},[" + i + "]]")
					.toArray(String[]::new);
				client.send(frames);
			});
			List<Integer> seen = new CopyOnWriteArrayList<>();
			var session = scripted.open();
			session.subscribe("com.example.even").handle(Integer.class, (number, event) -> seen.add(number));
			session.subscribe("com.example.odd").handle(Integer.class, (number, event) -> seen.add(number));
			await().atMost(Duration.ofSeconds(20)).until(() -> seen.size() == expected.size());
			assertThat(seen).isEqualTo(expected);
		}
	}

	@Test
	@Tag("E-88")
	void aCalleeThatLeavesFailsTheCallAsCanceled() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				String request = client.expect("\\[48,(\\d+),.*").group(1);
				client.send("[8,48," + request + ",{},\"wamp.error.canceled\",[\"callee disconnected\"]]");
			});
			var session = scripted.open();
			assertThatThrownBy(() -> session.call("com.example.f").retrieve(String.class))
				.asInstanceOf(type(WampException.class))
				.satisfies((ex) -> assertThat(ex.uri()).isEqualTo("wamp.error.canceled"))
				.satisfies((ex) -> assertThat(ex.args()).isEqualTo(List.of("callee disconnected")));
		}
	}

	@Test
	@Tag("E-109")
	void aHandlerThatThrowsIsAnsweredWithOneFixedText() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			ScriptedRouter.Script script = scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				String request = client.expect("\\[64,(\\d+),.*").group(1);
				client.send("[65," + request + ",88]", "[68,1,88,{}]");
				String error = client.receive();
				assertThat(error).startsWith("[8,68,1,{},\"wamp.error.runtime_error\"").doesNotContain("hunter2");
			});
			scripted.open().register("com.example.f").handle((call) -> {
				throw new IllegalStateException("password hunter2");
			});
			script.await();
			assertThat(scripted.userErrors.poll(10, TimeUnit.SECONDS)).hasMessageContaining("hunter2");
		}
	}

	@Test
	@Tag("E-116")
	void aSerialProcedureRunsItsCallsInOrder() throws Exception {
		List<Integer> seen = new CopyOnWriteArrayList<>();
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			ScriptedRouter.Script script = scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				String request = client.expect("\\[64,(\\d+),.*").group(1);
				client.send("[65," + request + ",88]");
				client.send(IntStream.rangeClosed(1, 50)
					.mapToObj((i) -> "[68," + i + ",88,{},[" + i + "]]")
					.toArray(String[]::new));
				for (int i = 1; i <= 50; i++) {
					client.expect("\\[70," + i + ",\\{},\\[" + i + "]]");
				}
			});
			scripted.open().register("com.example.f").concurrency(1).handle((call) -> {
				Integer number = call.payload().arg(0, Integer.class);
				seen.add(number);
				return number;
			});
			script.await();
			assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
		}
	}

	@Test
	@Tag("E-131")
	void anUnansweredPingIsALoss() throws Exception {
		KeepAlive quick = new KeepAlive(Duration.ofMillis(200), Duration.ofMillis(300), 4);
		try (ScriptedConnection scripted = new ScriptedConnection(quick, Duration.ofSeconds(10))) {
			scripted.router.play(() -> {
				RawWebSocket client = scripted.router.accept("wamp.2.json");
				client.answerPings(false);
				client.expect("\\[1,.*");
				client.send(ScriptedConnection.WELCOME);
				assertThat(client.expectPing().payload()).hasSize(4);
			});
			scripted.open();
			assertThat(scripted.nextClosed().reason()).isEqualTo(CloseReason.LOST);
		}
	}

	@Test
	@Tag("E-143")
	@Tag("E-145")
	void afterALossTheEndpointsAreBackBeforeTheSessionIsAnnounced() throws Exception {
		CountDownLatch announced = new CountDownLatch(2);
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			ScriptedRouter.Script script = scripted.router.play(() -> {
				RawWebSocket first = scripted.welcome();
				first.send("[65," + first.expect("\\[64,(\\d+),.*").group(1) + ",88]");
				first.expect("\\[48,.*");
				first.reset();
				RawWebSocket second = scripted.welcome();
				String request = second.expect("\\[64,(\\d+),\\{},\"com\\.example\\.f\"]").group(1);
				assertThat(request).isEqualTo("1");
				assertThat(announced.getCount()).isEqualTo(1);
				second.send("[68,1,88,{}]", "[65," + request + ",99]", "[68,2,99,{}]");
				assertThat(List.of(second.receive(), second.receive()))
					.anyMatch((frame) -> frame.startsWith("[8,68,1,"))
					.anyMatch((frame) -> frame.equals("[70,2,{},[\"served\"]]"));
			});
			scripted.connection.addListener(new ConnectionListener() {
				@Override
				public void onOpen(WampSession session) {
					announced.countDown();
				}
			});
			var registration = scripted.connection.client().register("com.example.f").handle((call) -> "served");
			scripted.open();
			registration.ready().get(10, TimeUnit.SECONDS);
			CompletableFuture<String> pending = scripted.connection.client()
				.call("com.example.slow")
				.retrieveAsync(String.class);
			assertThatThrownBy(() -> pending.get(10, TimeUnit.SECONDS)).cause()
				.asInstanceOf(type(WampConnectionLostException.class))
				.satisfies((lost) -> assertThat(lost.mayHaveBeenDelivered()).isTrue());
			assertThat(announced.await(10, TimeUnit.SECONDS)).isTrue();
			script.await();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[99,1]", "[]", "{}", "[\"36\",1]", "[36,77]", "[2,1234,{\"roles\":{\"broker\":{}}}]",
			"[4,\"ticket\",{}]", "[1,\"realm1\",{}]", "[36,\"77\",5,{}]", "[8,99,1,{},\"wamp.error.x\"]", "not json" })
	void aViolationIsAnsweredWithAbortAndNothingBehindItRuns(String violation) throws Exception {
		BlockingQueue<String> events = new LinkedBlockingQueue<>();
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			ScriptedRouter.Script script = scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				String request = client.expect("\\[32,(\\d+),.*").group(1);
				client.send("[33," + request + ",77]", violation, "[36,77,5,{},[\"behind\"]]");
				client.expect("\\[3,\\{\"message\":\".+\"},\"wamp\\.error\\.protocol_violation\"]");
			});
			scripted.open().subscribe("com.example.topic").handle(String.class, (text, event) -> events.add(text));
			script.await();
			assertThat(scripted.internalErrors.poll(10, TimeUnit.SECONDS)).isNotNull();
			scripted.nextClosed();
			assertThat(events).isEmpty();
		}
	}

	@Test
	@Tag("E-15")
	void aGoodbyeIsAnsweredOnceBeforeTheSocketCloses() throws Exception {
		CountDownLatch open = new CountDownLatch(1);
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			ScriptedRouter.Script script = scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
				client.send("[6,{\"message\":\"bye\"},\"wamp.close.system_shutdown\"]");
				assertThat(client.receive()).isEqualTo("[6,{},\"wamp.close.goodbye_and_out\"]");
				client.expectClose();
			});
			scripted.open();
			open.countDown();
			script.await();
			var closed = scripted.nextClosed();
			assertThat(closed.reason()).isEqualTo(CloseReason.CLOSED);
			assertThat(closed.uri()).isEqualTo("wamp.close.system_shutdown");
			assertThat(closed.message()).isEqualTo("bye");
			assertThat(closed.willRetry()).isTrue();
		}
	}

	@Test
	@Tag("E-80")
	@Tag("E-78")
	void progressThatNobodyAskedForDoesNotEndTheCall() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				String request = client.expect("\\[48,(\\d+),.*").group(1);
				client.send("[50," + request + ",{\"progress\":true},[1]]", "[50," + request + ",{},[2]]",
						"[50," + request + ",{},[3]]");
			});
			var session = scripted.open();
			assertThat(session.call("com.example.f").retrieve(Integer.class)).isEqualTo(2);
			await().untilAsserted(() -> assertThat(scripted.connection.statistics().lateReplies()).isEqualTo(1));
			assertThat(scripted.connection.statistics().ignoredProgress()).isEqualTo(1);
			assertThat(session.isOpen()).isTrue();
		}
	}

	@Test
	@Tag("E-28")
	@Tag("E-38")
	void extensionMessagesAndRepliesToNobodyDoNotEndTheSession() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				client.send("[300,1,{}]", "[50,4711,{},[1]]", "[36,4711,5,{}]", "[69,4711,{}]");
				String request = client.expect("\\[48,(\\d+),.*").group(1);
				client.send("[50," + request + ",{},[\"alive\"]]");
			});
			assertThat(scripted.open().call("com.example.f").retrieve(String.class)).isEqualTo("alive");
			var statistics = scripted.connection.statistics();
			assertThat(statistics.extensionMessages()).isEqualTo(1);
			assertThat(statistics.unknownReplies()).isEqualTo(1);
		}
	}

	@Test
	@Tag("E-119")
	void aChallengeForAMethodNotOfferedIsRefused() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			ScriptedRouter.Script script = scripted.router.play(() -> {
				RawWebSocket client = scripted.router.accept("wamp.2.json");
				client.expect("\\[1,.*");
				client.send("[4,\"wampcra\",{\"challenge\":\"x\"}]");
				client.expect("\\[3,\\{\"message\":\".+\"},\"wamp\\.error\\.cannot_authenticate\"]");
			});
			CompletableFuture<?> open = scripted.connection.open();
			script.await();
			assertThatThrownBy(() -> open.get(10, TimeUnit.SECONDS)).isNotNull();
			assertThat(scripted.internalErrors.poll(10, TimeUnit.SECONDS)).isNotNull();
			assertThat(scripted.nextClosed().willRetry()).isFalse();
		}
	}

	@Test
	void aRouterThatWithholdsRepliesSeesExactly32Requests() throws Exception {
		try (ScriptedConnection scripted = new ScriptedConnection()) {
			ScriptedRouter.Script script = scripted.router.play(() -> {
				RawWebSocket client = scripted.welcome();
				for (int i = 1; i <= 32; i++) {
					client.expect("\\[64," + i + ",.*");
				}
				client.expectNothing(Duration.ofMillis(300));
				client.send("[65,1,101]");
				client.expect("\\[64,33,.*");
				client.expectNothing(Duration.ofMillis(200));
			});
			for (int i = 0; i < 40; i++) {
				scripted.connection.client().register("com.example.f" + i).handle((call) -> CallResult.EMPTY);
			}
			scripted.connection.open();
			script.await();
			assertThat(scripted.opened).isEmpty();
		}
	}

}
