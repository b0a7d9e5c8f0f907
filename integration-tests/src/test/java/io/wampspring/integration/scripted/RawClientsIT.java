package io.wampspring.integration.scripted;

import java.net.URI;
import java.time.Duration;

import io.wampspring.router.WampRouter;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.router.config.UserConfig;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.RawWebSocketClient;
import io.wampspring.transport.netty.NettyAcceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The router on a socket against clients of literal frames.
 */
class RawClientsIT {

	private static final String HELLO = "[1,\"realm1\",{\"roles\":{\"caller\":{},\"publisher\":{},\"subscriber\":{},"
			+ "\"callee\":{\"features\":{\"call_canceling\":true,\"progressive_call_results\":true}}}}]";

	private final NettyAcceptor acceptor = new NettyAcceptor(NettyAcceptor.Settings.of(0, "/ws"));

	private final WampRouter router = start();

	private WampRouter start() {
		RouterConfig config = RouterConfig.of(RealmConfig.open("realm1"), RealmConfig.open("realm2"),
				RealmConfig.closed("guarded").withUsers(new UserConfig("tina", "ticket-tina", "frontend")));
		WampRouter started = WampRouter.builder(config).acceptor(this.acceptor).build();
		started.start();
		return started;
	}

	@AfterEach
	void close() {
		this.router.close();
	}

	private RawWebSocket connect() {
		return RawWebSocketClient.to(URI.create("ws://127.0.0.1:" + this.acceptor.port() + "/ws"))
			.offer("wamp.2.json")
			.connect();
	}

	private RawWebSocket join() {
		RawWebSocket client = connect();
		client.send(HELLO);
		client.expect("\\[2,[1-9]\\d*,\\{.*\"roles\":.*\"authrole\":\"anonymous\".*|\\[2,[1-9]\\d*,.*anonymous.*");
		return client;
	}

	@ParameterizedTest
	@Tag("R-1")
	@ValueSource(strings = { "[6,{},\"wamp.close.close_realm\"]", "[5,\"x\",{}]", "[48,1,{},\"com.example.f\"]" })
	void theFirstMessageMustBeHello(String first) {
		try (RawWebSocket client = connect()) {
			client.send(first, HELLO);
			client.expect("\\[3,\\{\"message\":\".+\"},\"wamp\\.error\\.protocol_violation\"]");
			assertThat(client.expectClose()).startsWith("1002");
		}
	}

	@ParameterizedTest
	@Tag("R-2")
	@Tag("R-3")
	@CsvSource(delimiter = '|',
			value = { "[1,\"nowhere\",{\"roles\":{\"caller\":{}}}] | wamp.error.no_such_realm",
					"[1,\"realm1\",{\"roles\":{}}] | wamp.error.no_such_role",
					"[1,\"guarded\",{\"roles\":{\"caller\":{}}}] | wamp.error.no_matching_auth_method" })
	void whoCannotJoinIsToldWhy(String hello, String reason) {
		try (RawWebSocket client = connect()) {
			client.send(hello);
			client.expect("\\[3,\\{\"message\":\".+\"},\"" + reason.replace(".", "\\.") + "\"]");
			client.expectClose();
		}
	}

	@Test
	@Tag("R-5")
	@Tag("R-6")
	void goodbyeIsAnsweredAndAnotherHelloMayFollow() {
		try (RawWebSocket client = join()) {
			client.send("[6,{},\"wamp.close.close_realm\"]");
			assertThat(client.receive()).isEqualTo("[6,{},\"wamp.close.goodbye_and_out\"]");
			client.send(HELLO);
			client.expect("\\[2,.*");
		}
	}

	@ParameterizedTest
	@Tag("R-10")
	@ValueSource(strings = { "[]", "{}", "1", "[99]", "[1,\"realm1\",{\"roles\":{\"caller\":{}}}]", "[2,1,{}]",
			"[4,\"ticket\",{}]", "[36,1,1,{}]", "[50,1,{}]", "[8,48,1,{},\"com.example.e\"]", "[48,1,{}]",
			"[48,\"1\",{},\"com.example.f\"]", "[48,1,[],\"com.example.f\"]", "[48,1,{},\"com.example.f\",{}]",
			"[48,1,{},\"com.example.f\",[1]", "[48,1,{},\"com.example.f\",[],{},1]",
			"[16,1,{\"acknowledge\":1},\"com.example.t\"]", "[32,1,{\"match\":\"nearly\"},\"com.example.t\"]",
			"[48,0,{},\"com.example.f\"]", "nonsense" })
	void aViolationEndsThatSessionAndNothingElse(String violation) {
		try (RawWebSocket client = join(); RawWebSocket other = join()) {
			client.send(violation, "[32,1,{},\"com.example.t\"]");
			client.expect("\\[3,\\{\"message\":\".+\"},\"wamp\\.error\\.protocol_violation\"]");
			assertThat(client.expectClose()).startsWith("1002");
			other.send("[32,1,{},\"com.example.t\"]");
			other.expect("\\[33,1,\\d+]");
		}
	}

	@Test
	@Tag("E-34")
	void aBinaryFrameUnderJsonIsAViolation() {
		try (RawWebSocket client = join()) {
			client.sendHex("83010203");
			client.expect("\\[3,.*\"wamp\\.error\\.protocol_violation\"]");
			client.expectClose();
		}
	}

	@ParameterizedTest
	@Tag("R-21")
	@Tag("R-22")
	@CsvSource(delimiter = '|',
			value = { "[32,1,{},\"com example\"] | [8,32,1", "[64,1,{},\"com..f\"] | [8,64,1",
					"[48,1,{},\"com.#.f\"] | [8,48,1", "[16,1,{\"acknowledge\":true},\"\"] | [8,16,1",
					"[64,1,{},\"wamp.session.count\"] | [8,64,1",
					"[16,1,{\"acknowledge\":true},\"wamp.session.on_join\"] | [8,16,1" })
	void aBadOrReservedUriIsAnErrorOfThatRequest(String request, String error) {
		try (RawWebSocket client = join()) {
			client.send(request, "[32,2,{},\"com.example.t\"]");
			assertThat(client.receive()).startsWith(error).contains("\"wamp.error.invalid_uri\"");
			client.expect("\\[33,2,\\d+]");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "[32,1,{\"match\":\"prefix\"},\"com.example\"] | [8,32,1",
					"[64,1,{\"match\":\"wildcard\"},\"com..f\"] | [8,64,1",
					"[64,1,{\"invoke\":\"random\"},\"com.example.f\"] | [8,64,1",
					"[16,1,{\"acknowledge\":true,\"exclude\":[1]},\"com.example.t\"] | [8,16,1",
					"[16,1,{\"acknowledge\":true,\"eligible\":[]},\"com.example.t\"] | [8,16,1" })
	void anOptionThatTheRouterDoesNotHaveIsRefused(String request, String error) {
		try (RawWebSocket client = join()) {
			client.send(request);
			assertThat(client.receive()).startsWith(error).contains("\"wamp.error.option_not_allowed\"");
		}
	}

	@Test
	@Tag("R-34")
	@Tag("R-36")
	@Tag("R-40")
	void eventsGoToOthersUnlessThePublisherWantsThemTooAndKeepTheirPayload() {
		try (RawWebSocket publisher = join(); RawWebSocket subscriber = join()) {
			for (RawWebSocket each : new RawWebSocket[] { publisher, subscriber }) {
				each.send("[32,1,{},\"com.example.t\"]");
				each.expect("\\[33,1,\\d+]");
			}
			String payload = "[null,9007199254740993,\"ü😀\",1.25],{\"k\":[]}";
			publisher.send("[16,2,{\"acknowledge\":true},\"com.example.t\"," + payload + "]");
			String publication = publisher.expect("\\[17,2,(\\d+)]").group(1);
			assertThat(subscriber.receive()).matches("\\[36,\\d+," + publication + ",\\{},.*").endsWith(payload + "]");
			publisher.send("[16,3,{\"exclude_me\":false},\"com.example.t\",[],{\"a\":1}]");
			publisher.expect("\\[36,\\d+,\\d+,\\{},\\[],\\{\"a\":1}]");
			subscriber.expect("\\[36,\\d+,\\d+,\\{},\\[],\\{\"a\":1}]");
		}
	}

	@Test
	@Tag("R-38")
	@Tag("R-57")
	void foreignSubscriptionsAndRegistrationsCannotBeEnded() {
		try (RawWebSocket owner = join(); RawWebSocket thief = join()) {
			owner.send("[32,1,{},\"com.example.t\"]", "[64,2,{},\"com.example.f\"]");
			String subscription = owner.expect("\\[33,1,(\\d+)]").group(1);
			String registration = owner.expect("\\[65,2,(\\d+)]").group(1);
			thief.send("[34,1," + subscription + "]", "[66,2," + registration + "]");
			assertThat(thief.receive()).startsWith("[8,34,1,{},\"wamp.error.no_such_subscription\"");
			assertThat(thief.receive()).startsWith("[8,66,2,{},\"wamp.error.no_such_registration\"");
		}
	}

	@Test
	@Tag("R-9")
	void nothingCrossesRealms() {
		try (RawWebSocket here = join(); RawWebSocket there = connect()) {
			there.send(HELLO.replace("realm1", "realm2"));
			there.expect("\\[2,.*");
			there.send("[32,1,{},\"com.example.t\"]", "[64,2,{},\"com.example.f\"]");
			there.expect("\\[33,1,\\d+]");
			there.expect("\\[65,2,\\d+]");
			here.send("[16,1,{\"acknowledge\":true},\"com.example.t\"]", "[48,2,{},\"com.example.f\"]");
			here.expect("\\[17,1,\\d+]");
			here.expect("\\[8,48,2,\\{},\"wamp\\.error\\.no_such_procedure\".*");
			there.expectNothing(Duration.ofMillis(200));
		}
	}

	@Test
	@Tag("R-58")
	@Tag("R-13")
	void onlyTheInvokedSessionAnswersAndOnlyOnce() {
		try (RawWebSocket caller = join(); RawWebSocket callee = join(); RawWebSocket forger = join()) {
			callee.send("[64,1,{},\"com.example.f\"]");
			callee.expect("\\[65,1,\\d+]");
			caller.send("[48,7,{},\"com.example.f\",[1]]");
			String invocation = callee.expect("\\[68,(\\d+),\\d+,\\{},\\[1]]").group(1);
			forger.send("[70," + invocation + ",{},[\"forged\"]]",
					"[8,68," + invocation + ",{},\"com.example.forged\"]");
			forger.send("[32,1,{},\"com.example.t\"]");
			forger.expect("\\[33,1,\\d+]");
			callee.send("[70," + invocation + ",{},[\"true\"]]", "[70," + invocation + ",{},[\"late\"]]");
			assertThat(caller.receive()).isEqualTo("[50,7,{},[\"true\"]]");
			caller.expectNothing(Duration.ofMillis(200));
		}
	}

	@Test
	@Tag("R-59")
	@Tag("R-60")
	void whoLeavesIsNotWaitedFor() {
		try (RawWebSocket caller = join(); RawWebSocket callee = join(); RawWebSocket gone = join()) {
			callee.send("[64,1,{},\"com.example.f\"]");
			callee.expect("\\[65,1,\\d+]");
			gone.send("[48,1,{},\"com.example.f\"]");
			String invocation = callee.expect("\\[68,(\\d+),.*").group(1);
			gone.reset();
			callee.expect("\\[69," + invocation + ",\\{\"mode\":\"killnowait\"}]");
			caller.send("[48,1,{},\"com.example.f\"]");
			callee.expect("\\[68,\\d+,.*");
			callee.reset();
			assertThat(caller.receive()).startsWith("[8,48,1,{},\"wamp.error.canceled\"");
		}
	}

	@ParameterizedTest
	@Tag("R-61")
	@ValueSource(strings = { "skip", "killnowait", "kill" })
	void cancelingHasThreeModes(String mode) {
		try (RawWebSocket caller = join(); RawWebSocket callee = join()) {
			callee.send("[64,1,{},\"com.example.f\"]");
			callee.expect("\\[65,1,\\d+]");
			caller.send("[48,1,{\"receive_progress\":true},\"com.example.f\"]");
			String invocation = callee.expect("\\[68,(\\d+),\\d+,\\{\"receive_progress\":true}]").group(1);
			callee.send("[70," + invocation + ",{\"progress\":true},[50]]");
			caller.expect("\\[50,1,\\{\"progress\":true},\\[50]]");
			caller.send("[49,1,{\"mode\":\"" + mode + "\"}]");
			if (mode.equals("kill")) {
				callee.expect("\\[69," + invocation + ",\\{\"mode\":\"kill\"}]");
				caller.expectNothing(Duration.ofMillis(100));
				callee.send("[8,68," + invocation + ",{},\"wamp.error.canceled\"]");
			}
			else if (mode.equals("killnowait")) {
				callee.expect("\\[69," + invocation + ",\\{\"mode\":\"killnowait\"}]");
			}
			assertThat(caller.receive()).startsWith("[8,48,1,{},\"wamp.error.canceled\"");
			callee.send("[70," + invocation + ",{},[\"late\"]]");
			caller.send("[49,1,{}]", "[49,4711,{}]");
			caller.expectNothing(Duration.ofMillis(100));
		}
	}

	@Test
	void aTicketIsAskedForAndChecked() {
		try (RawWebSocket right = connect(); RawWebSocket wrong = connect(); RawWebSocket nobody = connect()) {
			String hello = "[1,\"guarded\",{\"roles\":{\"caller\":{}},\"authmethods\":[\"ticket\"],\"authid\":\"tina\"}]";
			right.send(hello);
			right.expect("\\[4,\"ticket\",\\{}]");
			right.send("[5,\"ticket-tina\",{}]");
			assertThat(right.receive()).startsWith("[2,").contains("\"authrole\":\"frontend\"", "\"authid\":\"tina\"");
			wrong.send(hello);
			wrong.expect("\\[4,\"ticket\",\\{}]");
			wrong.send("[5,\"guess\",{}]");
			String refusal = wrong.receive();
			nobody.send(hello.replace("tina", "nobody"));
			nobody.expect("\\[4,\"ticket\",\\{}]");
			nobody.send("[5,\"guess\",{}]");
			assertThat(nobody.receive()).isEqualTo(refusal).startsWith("[3,");
		}
	}

	@Test
	@Tag("R-90")
	@Tag("R-8")
	void closingTheRouterTellsEverybody() {
		try (RawWebSocket client = join()) {
			Thread closing = new Thread(this.router::close, "closing");
			closing.start();
			client.expect("\\[6,\\{.*},\"wamp\\.close\\.system_shutdown\"]");
			client.send("[6,{},\"wamp.close.goodbye_and_out\"]");
			client.expectClose();
		}
	}

}
