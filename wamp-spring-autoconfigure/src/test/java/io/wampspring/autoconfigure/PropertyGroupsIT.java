package io.wampspring.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.client.ConnectionState;
import io.wampspring.client.WampClient;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampException;
import io.wampspring.message.PayloadException;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.ScriptedRouter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * One behaviour of each group of properties, seen by a router that speaks literal frames.
 */
class PropertyGroupsIT {

	private static final String WELCOME = "[2,7,{\"roles\":{\"broker\":{},\"dealer\":{}}}]";

	private static ApplicationContextRunner joining(ScriptedRouter router) {
		return Wamp.runner()
			.withPropertyValues("wamp.url=" + router.uri(), "wamp.realm=realm1", "wamp.serializers=json");
	}

	/** Lets the application in. */
	private static RawWebSocket welcome(ScriptedRouter router) {
		RawWebSocket client = router.accept("wamp.2.json");
		client.expect("\\[1,\"realm1\",.*");
		client.send(WELCOME);
		return client;
	}

	@Test
	void helloHoldsWhatTheConnectionSaysOfItself() {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			ScriptedRouter.Script script = router.play(() -> {
				RawWebSocket client = router.accept("wamp.2.json");
				String hello = client.expect("\\[1,\"realm1\",(.*)]").group(1);
				assertThat(hello).contains("\"authid\":\"ada\"")
					.contains("\"authmethods\":[\"ticket\",\"anonymous\"]")
					.contains("\"authextra\":{\"team.name\":\"red\"}");
				client.send("[4,\"ticket\",{}]");
				client.expect("\\[5,\"t1cket\",\\{\\}]");
				client.send(WELCOME);
				client.expect("\\[6,.*");
				client.send("[6,{},\"wamp.close.goodbye_and_out\"]");
			});
			joining(router)
				.withPropertyValues("wamp.authid=ada", "wamp.authmethods=ticket,anonymous",
						"wamp.authextra[team.name]=red", "wamp.credentials.ticket=t1cket")
				.run((context) -> assertThat(context.getBean(WampConnection.class).isOpen()).isTrue());
			script.await();
		}
	}

	@Test
	void serializersAreOfferedInTheirOrder() {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			ScriptedRouter.Script script = router.play(() -> {
				ScriptedRouter.Handshake handshake = router.handshake();
				assertThat(handshake.request().subprotocols()).containsExactly("wamp.2.msgpack", "wamp.2.json");
				assertThat(handshake.request().header("X-Tenant")).isEqualTo("shop");
				handshake.refuse(503);
			});
			Wamp.runner()
				.withPropertyValues("wamp.realm=realm1", "wamp.retry.max-retries=0",
						"wamp.transports[0].url=" + router.uri(), "wamp.transports[0].serializers=msgpack,json",
						"wamp.transports[0].headers[X-Tenant]=shop")
				.run((context) -> assertThat(context.getBean(WampConnection.class).isOpen()).isFalse());
			script.await();
		}
	}

	@Test
	void keepaliveSendsPingsOfTheSizeAndFindsTheRouterLost() {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			ScriptedRouter.Script script = router.play(() -> {
				RawWebSocket client = welcome(router).answerPings(false);
				assertThat(client.expectPing().payload()).hasSize(9);
				client.expectEnd();
			});
			joining(router)
				.withPropertyValues("wamp.keepalive.interval=100ms", "wamp.keepalive.timeout=100ms",
						"wamp.keepalive.payload-size=9", "wamp.retry.delay=1h")
				.run((context) -> {
					WampConnection connection = context.getBean(WampConnection.class);
					await().until(() -> connection.state() == ConnectionState.WAITING);
				});
			script.await();
		}
	}

	@Test
	void retryMakesSoManyAttemptsAndGivesUp() {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			ScriptedRouter.Script script = router.play(() -> {
				for (int i = 0; i < 3; i++) {
					router.handshake().refuse(503);
				}
				router.expectNoClient(Duration.ofMillis(300));
			});
			joining(router).withPropertyValues("wamp.retry.max-retries=2", "wamp.retry.delay=20ms").run((context) -> {
				WampConnection connection = context.getBean(WampConnection.class);
				await().until(() -> connection.state() == ConnectionState.CLOSED);
			});
			script.await();
		}
	}

	@Test
	void callsExpire() {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			router.play(() -> {
				RawWebSocket client = welcome(router);
				client.expect("\\[48,.*");
				client.expect("\\[49,1,\\{\"mode\":\"killnowait\"}]");
				client.expect("\\[6,.*");
			});
			joining(router).withPropertyValues("wamp.call.timeout=100ms", "wamp.leave-timeout=100ms")
				.run((context) -> assertThatExceptionOfType(WampException.class)
					.isThrownBy(() -> context.getBean(WampClient.class).call("com.example.slow").retrieve())
					.satisfies((expired) -> assertThat(expired.uri()).isEqualTo("wamp.error.timeout")));
		}
	}

	@Test
	void listenersAreSaturatedAtTheirBound() {
		Blocking blocking = new Blocking();
		try (ScriptedRouter router = ScriptedRouter.start()) {
			ScriptedRouter.Script script = router.play(() -> {
				RawWebSocket client = welcome(router);
				String request = client.expect("\\[64,(\\d+),\\{.*\\},\"com.example.block\"]").group(1);
				client.send("[65," + request + ",9]");
				client.send("[68,101,9,{}]", "[68,102,9,{}]", "[68,103,9,{}]");
				client.expect("\\[8,68,103,\\{\\},\"wamp.error.unavailable\".*");
				blocking.release.countDown();
				client.expect("\\[70,101,.*");
				client.expect("\\[70,102,.*");
				blocking.answered.countDown();
				client.expect("\\[66,.*");
				client.send("[67,2]");
				client.expect("\\[6,.*");
				client.send("[6,{},\"wamp.close.goodbye_and_out\"]");
			});
			joining(router).withBean(Blocking.class, () -> blocking)
				.withPropertyValues("wamp.listener.max-concurrency=1", "wamp.listener.queue-capacity=1")
				.run((context) -> {
					assertThat(blocking.answered.await(10, TimeUnit.SECONDS)).isTrue();
				});
			script.await();
		}
	}

	@ParameterizedTest
	@CsvSource({ "lenient, 6", "strict, 3" })
	void anAnswerToNothingIsCountedOrEndsTheSession(String mode, String lastMessage) {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			ScriptedRouter.Script script = router.play(() -> {
				RawWebSocket client = welcome(router);
				client.send("[50,999,{},[]]");
				client.expect("\\[" + lastMessage + ",.*");
			});
			joining(router).withPropertyValues("wamp.protocol.mode=" + mode, "wamp.leave-timeout=100ms")
				.run((context) -> {
					WampConnection connection = context.getBean(WampConnection.class);
					await().until(() -> !connection.isOpen() || connection.statistics().unknownReplies() > 0);
				});
			script.await();
		}
	}

	@Test
	void strictUrisAreRefusedBeforeTheyAreSent() {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			ScriptedRouter.Script script = router.play(() -> {
				RawWebSocket client = welcome(router);
				client.expect("\\[6,.*");
				client.send("[6,{},\"wamp.close.goodbye_and_out\"]");
			});
			joining(router).withPropertyValues("wamp.uri.validation=strict")
				.run((context) -> assertThatExceptionOfType(WampException.class)
					.isThrownBy(() -> context.getBean(WampClient.class).call("com.example.Add2").retrieve())
					.satisfies((refused) -> assertThat(refused.uri()).isEqualTo("wamp.error.invalid_uri")));
			script.await();
		}
	}

	@Test
	void messagesBeyondTheLimitAreNotSent() {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			ScriptedRouter.Script script = router.play(() -> {
				RawWebSocket client = welcome(router);
				client.expect("\\[6,.*");
				client.send("[6,{},\"wamp.close.goodbye_and_out\"]");
			});
			joining(router).withPropertyValues("wamp.max-message-size=1KB")
				.run((context) -> assertThatExceptionOfType(PayloadException.class)
					.isThrownBy(() -> context.getBean(WampClient.class)
						.call("com.example.echo")
						.args("x".repeat(2000))
						.retrieve())
					.withMessageContaining("1024 bytes"));
			script.await();
		}
	}

	@Test
	@Tag("E-12")
	void aSilentRouterIsLeftAfterTheTimeOuts() {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			router.play(() -> {
				RawWebSocket client = router.accept("wamp.2.json");
				client.expect("\\[1,.*");
				assertThat(client.expectClose()).contains("no WELCOME within 100 ms");
			});
			joining(router)
				.withPropertyValues("wamp.join-timeout=100ms", "wamp.retry.max-retries=0", "wamp.startup.timeout=5s")
				.run((context) -> assertThat(context.getBean(WampConnection.class).state())
					.isEqualTo(ConnectionState.CLOSED));
		}
	}

	@Test
	void theStartDoesNotWaitLongerThanItsTimeOut() {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			// Left alone, the router answers nothing.
			joining(router).withPropertyValues("wamp.startup.timeout=100ms", "wamp.leave-timeout=100ms")
				.run((context) -> assertThat(context.getBean(WampConnection.class).state())
					.isEqualTo(ConnectionState.CONNECTING));
		}
	}

	static class Blocking {

		final CountDownLatch release = new CountDownLatch(1);

		final CountDownLatch answered = new CountDownLatch(1);

		@WampProcedure("com.example.block")
		void block() throws InterruptedException {
			this.release.await();
		}

	}

}
