package io.wampspring.autoconfigure.router;

import java.net.URI;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.client.WampConnection;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.RawWebSocketClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The embedded router on the port of a servlet application, with literal frames. */
class RouterOnTheApplicationsPortIT {

	private static ServletWebServerApplicationContext start(String... properties) {
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.SERVLET)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.main.register-shutdown-hook=false", "wamp.router.websocket.path=/ws",
					"wamp.router.realms[0].name=realm1", "wamp.router.realms[0].anonymous=true",
					"wamp.router.realms[0].users[0].authid=ada", "wamp.router.realms[0].users[0].ticket=s3cret")
			.properties(properties)
			.run();
	}

	private static RawWebSocketClient client(ServletWebServerApplicationContext context) {
		return RawWebSocketClient.to(URI.create("ws://127.0.0.1:" + context.getWebServer().getPort() + "/ws"))
			.offer("wamp.2.json");
	}

	@Test
	void aStrangerCallsAnAnnotatedMethod() {
		try (ServletWebServerApplicationContext context = start(); RawWebSocket client = client(context).connect()) {
			client.send("[1,\"realm1\",{\"roles\":{\"caller\":{}}}]");
			client.expect("\\[2,\\d+,\\{.*\"authrole\":\"anonymous\".*");
			client.send("[48,1,{},\"com.example.add2\",[2,3]]");
			client.expect("\\[50,1,\\{\\},\\[5]]");
		}
	}

	@Test
	void aUserJoinsWithATicket() {
		try (ServletWebServerApplicationContext context = start(); RawWebSocket client = client(context).connect()) {
			client.send("[1,\"realm1\",{\"roles\":{\"caller\":{}},\"authmethods\":[\"ticket\"],\"authid\":\"ada\"}]");
			client.expect("\\[4,\"ticket\",.*");
			client.send("[5,\"s3cret\",{}]");
			client.expect("\\[2,\\d+,\\{.*\"authrole\":\"user\".*");
		}
	}

	@Test
	void pagesOfOtherOriginsAreRefusedUnlessAllowed() {
		try (ServletWebServerApplicationContext context = start(
				"wamp.router.websocket.allowed-origins=https://shop.example.com")) {
			assertThat(client(context).header("Origin", "https://evil.example.com").answer().status()).isEqualTo(403);
			assertThat(client(context).header("Origin", "https://shop.example.com").answer().status()).isEqualTo(101);
		}
	}

	@Test
	void messagesBeyondTheLimitEndTheirSessionOnly() {
		try (ServletWebServerApplicationContext context = start("wamp.router.limits.message-size=1KB");
				RawWebSocket client = client(context).connect()) {
			client.send("[1,\"realm1\",{\"roles\":{\"caller\":{}}}]");
			client.expect("\\[2,.*");
			client.send("[48,1,{},\"com.example.add2\",[\"" + "x".repeat(2000) + "\"]]");
			client.expect("\\[3,.*\"wamp.error.protocol_violation\"]");
			client.expectClose();
			assertThat(context.getBean(WampConnection.class).isOpen()).isTrue();
		}
	}

	@Test
	void atTheEndStrangersAreToldFarewellBeforeTheWebServerStops() {
		ServletWebServerApplicationContext context = start();
		try (RawWebSocket client = client(context).connect()) {
			client.send("[1,\"realm1\",{\"roles\":{\"caller\":{}}}]");
			client.expect("\\[2,.*");

			Thread closing = new Thread(context::close);
			closing.start();

			client.expect("\\[6,\\{.*\\},\"wamp.close.system_shutdown\"]");
			client.send("[6,{},\"wamp.close.goodbye_and_out\"]");
			client.expectClose();
			await().until(() -> !closing.isAlive());
		}
		finally {
			context.close();
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@WampProcedure("com.example.add2")
		int add2(int a, int b) {
			return a + b;
		}

	}

}
