package io.wampspring.autoconfigure;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.ScriptedRouter;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** An application without a web server, from its start to its end, as a process. */
class ApplicationLifeIT {

	@Test
	void itStaysAliveServesAndSaysFarewellEndpointsFirst() throws Exception {
		try (ScriptedRouter router = ScriptedRouter.start();
				ApplicationProcess process = ApplicationProcess.start(Application.class, "wamp.url=" + router.uri(),
						"wamp.realm=realm1", "wamp.serializers=json")) {
			RawWebSocket client = router.accept("wamp.2.json");
			client.expect("\\[1,\"realm1\",.*");
			client.send("[2,7,{\"roles\":{\"broker\":{},\"dealer\":{}}}]");
			String request = client.expect("\\[64,(\\d+),\\{.*\\},\"com.example.add2\"]").group(1);
			client.send("[65," + request + ",9]");
			client.send("[68,1,9,{},[2,3]]");
			client.expect("\\[70,1,\\{\\},\\[5]]");
			assertThat(process.isAlive()).isTrue();

			process.terminate();

			request = client.expect("\\[66,(\\d+),9]").group(1);
			client.send("[67," + request + "]");
			client.expect("\\[6,\\{.*\\},\"wamp.close.system_shutdown\"]");
			client.send("[6,{},\"wamp.close.goodbye_and_out\"]");
			assertThat(process.exitCode()).isEqualTo(143);
		}
	}

	@Test
	void aRouterThatDoesNotAnswerDoesNotKeepItFromEnding() throws Exception {
		try (ScriptedRouter router = ScriptedRouter.start();
				ApplicationProcess process = ApplicationProcess.start(Application.class, "wamp.url=" + router.uri(),
						"wamp.realm=realm1", "wamp.serializers=json", "wamp.leave-timeout=200ms")) {
			RawWebSocket client = router.accept("wamp.2.json");
			client.expect("\\[1,\"realm1\",.*");
			client.send("[2,7,{\"roles\":{\"broker\":{},\"dealer\":{}}}]");
			String request = client.expect("\\[64,(\\d+),.*").group(1);
			client.send("[65," + request + ",9]");
			client.send("[68,1,9,{},[2,3]]");
			client.expect("\\[70,1,.*");

			process.terminate();

			assertThat(process.exitCode()).isEqualTo(143);
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		public static void main(String[] args) {
			SpringApplication application = new SpringApplication(Application.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.run(args);
		}

		@WampProcedure("com.example.add2")
		int add2(int a, int b) {
			return a + b;
		}

	}

}
