package io.wampspring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.wampspring.client.WampConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The ticket is in no log of either end, however much is logged. */
class SecretsIT {

	private static final String CANARY = "com.example.canary";

	private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private List<Appender<ILoggingEvent>> others = List.of();

	@BeforeEach
	void logEverythingIntoMemory() {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
		this.root.iteratorForAppenders().forEachRemaining(appenders::add);
		this.others = appenders;
		appenders.forEach(this.root::detachAppender);
		this.log.start();
		this.root.addAppender(this.log);
		this.root.setLevel(Level.TRACE);
	}

	@AfterEach
	void logAsBefore() {
		System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
		this.root.setLevel(Level.WARN);
		this.root.detachAppender(this.log);
		this.others.forEach(this.root::addAppender);
	}

	@ParameterizedTest
	@CsvSource({ "t1cket-s3cret-7f, t1cket-s3cret-7f, json", "t1cket-s3cret-7f, t1cket-s3cret-7f, cbor",
			"t1cket-s3cret-7f, wr0ng-s3cret-7f, json" })
	void neitherAnAcceptedNorARefusedTicketIsLogged(String expected, String sent, String serializer) {
		try (ServletWebServerApplicationContext router = router(expected)) {
			Wamp.runner()
				.withPropertyValues("wamp.url=ws://127.0.0.1:" + router.getWebServer().getPort() + "/ws",
						"wamp.realm=" + CANARY, "wamp.authid=ada", "wamp.credentials.ticket=" + sent,
						"wamp.serializers=" + serializer)
				.run((context) -> assertThat(context.getBean(WampConnection.class).isOpen())
					.isEqualTo(sent.equals(expected)));
		}
		String log = text();
		assertThat(log).contains("TRACE", ">> Hello[realm=" + CANARY, "<< Hello[realm=" + CANARY,
				"Authenticate[signature=***");
		assertHidden(log, expected);
		assertHidden(log, sent);
	}

	/** With the messages of all exceptions. */
	private String text() {
		StringBuilder text = new StringBuilder();
		for (ILoggingEvent event : List.copyOf(this.log.list)) {
			text.append(event).append('\n');
			for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
				text.append(thrown.getMessage()).append('\n');
			}
		}
		return text.toString();
	}

	private static void assertHidden(String log, String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		assertThat(log.contains(secret)).isFalse();
		assertThat(log.contains(Base64.getEncoder().withoutPadding().encodeToString(bytes))).isFalse();
		assertThat(log.contains(HexFormat.of().formatHex(bytes))).isFalse();
	}

	private static ServletWebServerApplicationContext router(String ticket) {
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.SERVLET)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"logging.level.root=trace", "spring.main.register-shutdown-hook=false",
					"wamp.router.websocket.path=/ws", "wamp.router.realms[0].name=" + CANARY,
					"wamp.router.realms[0].users[0].authid=ada", "wamp.router.realms[0].users[0].ticket=" + ticket)
			.run();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
