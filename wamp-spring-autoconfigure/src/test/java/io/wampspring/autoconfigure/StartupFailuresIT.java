package io.wampspring.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.ScriptedRouter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What an operator sees of an application that cannot start: a reason and a cure, no
 * stack.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupFailuresIT {

	private static final String[] FAIL = { "wamp.startup.failure-policy=fail", "wamp.startup.timeout=1s",
			"wamp.realm=realm1", "wamp.retry.delay=100ms" };

	private static void fails(CapturedOutput output, Class<?> application, List<String> properties, String... texts) {
		SpringApplication spring = new SpringApplication(application);
		spring.setWebApplicationType(WebApplicationType.NONE);
		spring.setRegisterShutdownHook(false);
		String[] args = properties.stream().map((property) -> "--" + property).toArray(String[]::new);

		assertThatException().isThrownBy(() -> spring.run(args));

		assertReport(output.toString(), texts);
	}

	private static void assertReport(String report, String... texts) {
		assertThat(report).contains("APPLICATION FAILED TO START", "Description:", "Action:").contains(texts);
		assertThat(report.substring(report.indexOf("APPLICATION FAILED TO START"))).doesNotContain("\tat ");
	}

	@Test
	void theProcessEndsAfterAMistake() throws Exception {
		endsWithReport("wamp.retry.delay=2.5s", "wamp.retry.delay");
	}

	@Test
	void theProcessEndsWhenThereIsNoRouter() throws Exception {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			router.refuseConnections();
			endsWithReport("wamp.url=" + router.uri(), router.uri().getAuthority());
		}
	}

	private static void endsWithReport(String property, String text) throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(Application.class,
				failing(property).toArray(String[]::new))) {
			assertThat(process.exitCode()).as(process::output).isEqualTo(1);
			assertReport(process.output(), text);
		}
	}

	private static List<String> failing(String... more) {
		List<String> properties = new ArrayList<>(Arrays.asList(FAIL));
		properties.addAll(Arrays.asList(more));
		return properties;
	}

	/** Mistakes of the configuration. */
	static List<Mistake> mistakes() {
		return List.of(
				new Mistake(List.of("wamp.url=ws://127.0.0.1:1/ws", "wamp.realm=realm1",
						"wamp.transports[0].url=ws://127.0.0.1:2/ws"), "wamp.url", "wamp.transports"),
				new Mistake(List.of("wamp.url=htp://127.0.0.1:1/ws", "wamp.realm=realm1"), "'wamp.url'",
						"htp://127.0.0.1:1/ws", "ws:// or wss://"),
				new Mistake(List.of("wamp.url=127.0.0.1", "wamp.realm=realm1"), "wamp.url", "127.0.0.1", "scheme"),
				new Mistake(List.of("wamp.url=ws://127.0.0.1:1/ws"), "'wamp.realm'"),
				new Mistake(List.of("wamp.router.enabled=false"), "'wamp.url'", "wamp.router.enabled"),
				new Mistake(List.of("wamp.retry.delay=2.5s"), "wamp.retry.delay", "2.5s"),
				new Mistake(List.of("wamp.join-timeout=-1s"), "wamp.join-timeout", "must be positive"),
				new Mistake(List.of("wamp.max-message-size=3GB"), "wamp.max-message-size", "less than 2 GB"),
				new Mistake(List.of("wamp.router.limits.message-size=3GB"), "wamp.router.limits.message-size",
						"less than 2 GB"),
				new Mistake(List.of("wamp.authmethods=ticket"), "wamp.authmethods", "wamp.credentials.ticket"),
				new Mistake(List.of("wamp.router.websocket.path=/ws"), "wamp.router.websocket.path", "servlet"));
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void aMistakeOfTheConfigurationIsNamed(Mistake mistake, CapturedOutput output) {
		fails(output, Application.class, mistake.properties(), mistake.texts());
	}

	@Test
	void aRouterThatIsNotThereIsNamedUnderFail(CapturedOutput output) {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			router.refuseConnections();
			fails(output, Application.class, failing("wamp.url=" + router.uri()), router.uri().getAuthority(),
					"'wamp.url'", "'wamp.startup.failure-policy'");
		}
	}

	@Test
	void aWrongPathIsNamed(CapturedOutput output) {
		refusedHandshake(output, (handshake) -> handshake.refuse(404), "404", "path in 'wamp.url'");
	}

	@Test
	void aRouterWithoutTheSubprotocolIsNamed(CapturedOutput output) {
		refusedHandshake(output, (handshake) -> handshake.refuse(400), "400", "'wamp.url'");
	}

	private static void refusedHandshake(CapturedOutput output, Consumer<ScriptedRouter.Handshake> answer,
			String... texts) {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			router.play(() -> answer.accept(router.handshake()));
			fails(output, Application.class, failing("wamp.url=" + router.uri(), "wamp.retry.max-retries=0"), texts);
		}
	}

	@Test
	void anUnknownRealmIsNamed(CapturedOutput output) {
		try (ScriptedRouter router = ScriptedRouter.start()) {
			router.play(() -> {
				RawWebSocket client = router.accept("wamp.2.json");
				client.expect("\\[1,\"realm1\",.*");
				client.send("[3,{\"message\":\"no realm of that name\"},\"wamp.error.no_such_realm\"]");
			});
			fails(output, Application.class, failing("wamp.url=" + router.uri(), "wamp.serializers=json"),
					"realm 'realm1'", "wamp.error.no_such_realm", "'wamp.realm'");
		}
	}

	@Test
	void aSecondProcedureOfTheSameUriIsNamedWithTheFirst(CapturedOutput output) {
		fails(output, DuplicateApplication.class, List.of(), "com.example.add2", "Doubled.first()", "Doubled.second()");
	}

	@Test
	void aPrivateMethodIsNamed(CapturedOutput output) {
		fails(output, PrivateApplication.class, List.of(), "Hidden.hidden()", "private", "public");
	}

	record Mistake(List<String> properties, String... texts) {

		@Override
		public String toString() {
			return this.properties.toString();
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		public static void main(String[] args) {
			SpringApplication spring = new SpringApplication(Application.class);
			spring.setWebApplicationType(WebApplicationType.NONE);
			spring.run(args);
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Doubled.class)
	static class DuplicateApplication {

	}

	static class Doubled {

		@WampProcedure("com.example.add2")
		void first() {
		}

		@WampProcedure("com.example.add2")
		void second() {
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Hidden.class)
	static class PrivateApplication {

	}

	static class Hidden {

		@WampProcedure("com.example.hidden")
		private void hidden() {
		}

	}

}
