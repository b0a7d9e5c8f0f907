package io.wampspring.router;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.router.config.UserConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A ticket is in no line of the log, whatever the level, and a message is one line.
 */
class TicketLogTests {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final WampRouter router = WampRouter
		.of(RouterConfig.of(RealmConfig.closed("realm1").withUsers(new UserConfig("joe", "right-secret", "user")))
			.withLimits(TestLimits.impatient()));

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Level before = root().getLevel();

	@BeforeEach
	void start() {
		this.log.start();
		root().setLevel(Level.TRACE);
		root().addAppender(this.log);
		this.router.start();
	}

	@AfterEach
	void close() {
		this.router.close();
		root().detachAppender(this.log);
		root().setLevel(this.before);
		this.executor.shutdownNow();
	}

	@Test
	void neitherTheRightNorAWrongTicketIsLogged() {
		JsonLink right = hello();
		right.says("[5,\"right-secret\",{}]");
		assertThat(right.hears()).startsWith("[2,");
		JsonLink wrong = hello();
		wrong.says("[5,\"wrong-secret\",{\"more\":\"other-secret\"}]");
		assertThat(wrong.hears()).endsWith("\"wamp.error.authentication_denied\"]").doesNotContain("secret");
		JsonLink broken = hello();
		broken.says("[5,\"broken-secret\"]");
		assertThat(broken.hears()).endsWith("\"wamp.error.protocol_violation\"]").doesNotContain("secret");

		await().untilAsserted(() -> assertThat(lines()).anyMatch((line) -> line.contains("authentication_denied")));
		this.router.close();

		assertThat(lines()).noneMatch((line) -> line.contains("secret"));
	}

	@Test
	void whatAClientSendsDoesNotLookLikeLinesOfTheLog() {
		JsonLink link = JsonLink.open(this.router.accept(), this.executor);
		link.says("[1,\"realm1\\nERROR forged\",{\"roles\":{\"caller\":{}}}]");
		assertThat(link.hears()).endsWith("\"wamp.error.no_such_realm\"]");

		assertThat(lines()).anyMatch((line) -> line.contains("ERROR forged"))
			.noneMatch((line) -> line.contains("\nERROR forged"));
	}

	private JsonLink hello() {
		JsonLink link = JsonLink.open(this.router.accept(), this.executor);
		link.says("[1,\"realm1\",{\"roles\":{\"caller\":{}},\"authmethods\":[\"ticket\"],\"authid\":\"joe\"}]");
		assertThat(link.hears()).isEqualTo("[4,\"ticket\",{}]");
		return link;
	}

	private List<String> lines() {
		return List.copyOf(this.log.list)
			.stream()
			.map((event) -> event.getFormattedMessage() + event.getThrowableProxy())
			.toList();
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

}
