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
import io.wampspring.transport.CloseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Bytes that no client may send end their session and nothing else.
 */
class ProtocolViolationTests {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final WampRouter router = WampRouter
		.of(RouterConfig.of(RealmConfig.open("realm1")).withLimits(TestLimits.impatient()));

	private final RouterEntrance entrance = this.router.accept();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void start() {
		this.router.start();
		this.log.start();
		logger().addAppender(this.log);
	}

	@AfterEach
	void close() {
		logger().detachAppender(this.log);
		this.router.close();
		this.executor.shutdownNow();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not json", "7", "{}", "[]", "[32", "[\"32\",1,{},\"a.b\"]", "[true]", "[99,1]",
			"[300,1,{}]", "[32.5,1,{},\"a.b\"]", "[-1,1]", "[1,\"realm1\",{\"roles\":{\"caller\":{}}}]", "[2,1,{}]",
			"[4,\"ticket\",{}]", "[5,\"secret\",{}]", "[17,1,1]", "[33,1,1]", "[35,1]", "[36,1,1,{}]", "[50,1,{}]",
			"[65,1,1]", "[67,1]", "[68,1,1,{}]", "[69,1,{}]", "[8,48,1,{},\"a.b\"]", "[8,32,1,{},\"a.b\"]",
			"[8,68,1,{}]", "[8,68,1,[],\"a.b\"]", "[32,1,{}]", "[32,\"1\",{},\"a.b\"]", "[32,1.5,{},\"a.b\"]",
			"[32,0,{},\"a.b\"]", "[32,-1,{},\"a.b\"]", "[32,9007199254740993,{},\"a.b\"]", "[32,1,[],\"a.b\"]",
			"[32,1,null,\"a.b\"]", "[32,1,{},7]", "[32,1,{},null]", "[32,1,{\"match\":\"invalid\"},\"a.b\"]",
			"[48,1,{},\"a.b\",{}]", "[48,1,{},\"a.b\",\"args\"]", "[48,1,{},\"a.b\",[],[]]", "[48,1,{},\"a.b\",[1}",
			"[48,1,{\"receive_progress\":1},\"a.b\"]", "[16,1,{\"acknowledge\":1},\"a.b\"]",
			"[16,1,{\"eligible\":[\"x\"]},\"a.b\"]", "[70,1,{\"progress\":\"yes\"}]", "[6,{}]", "[6,[],\"a.b\"]" })
	@Tag("R-10")
	@Tag("E-29")
	@Tag("E-32")
	void eachIsAnsweredWithAbortAndNothingAfterItIsProcessed(String wrong) {
		JsonLink subscriber = JsonLink.open(this.entrance, this.executor);
		subscriber.joins("realm1");
		subscriber.says("[32,1,{},\"com.example.topic\"]");
		assertThat(subscriber.hears()).startsWith("[33,1,");
		JsonLink peer = JsonLink.open(this.entrance, this.executor);
		peer.joins("realm1");

		peer.says(wrong);
		peer.says("[16,2,{},\"com.example.topic\",[\"too late\"]]");

		assertThat(peer.hears()).startsWith("[3,{\"message\":\"").endsWith("},\"wamp.error.protocol_violation\"]");
		assertThat(peer.awaitClosed()).isEqualTo(CloseCode.PROTOCOL_ERROR);
		await().untilAsserted(() -> assertThat(this.router.statistics().sessions()).isEqualTo(1));
		assertThat(peer.unheard()).isEmpty();
		subscriber.says("[16,2,{\"exclude_me\":false},\"com.example.topic\",[\"alive\"]]");
		assertThat(subscriber.hears()).startsWith("[36,").endsWith("[\"alive\"]]");
		assertThat(warnings()).singleElement().asString().contains("peer-in-test", "broke the protocol");
		assertThat(this.router.statistics().violations()).isEqualTo(1);
	}

	@Test
	@Tag("R-1")
	void aStrangerThatSpeaksAnotherProtocolIsAborted() {
		JsonLink peer = JsonLink.open(this.entrance, this.executor);

		peer.says("GET / HTTP/1.1");

		assertThat(peer.hears()).endsWith("\"wamp.error.protocol_violation\"]");
		assertThat(peer.awaitClosed()).isEqualTo(CloseCode.PROTOCOL_ERROR);
	}

	@Test
	void whatTheClientSentCannotForgeALineOfTheLog() {
		JsonLink peer = JsonLink.open(this.entrance, this.executor);

		peer.says("[1,\"realm1\",{\"roles\":{\"\\nWARN forged\":1}}]");

		assertThat(peer.hears()).endsWith("\"wamp.error.protocol_violation\"]");
		peer.awaitClosed();
		assertThat(warnings()).singleElement().asString().contains("?WARN forged").doesNotContain("\n");
	}

	@Test
	void aDeepMessageIsRefusedBeforeItCosts() {
		JsonLink peer = JsonLink.open(this.entrance, this.executor);
		peer.joins("realm1");

		peer.says("[48,1,{},\"a.b\",[" + "[".repeat(200_000) + "]".repeat(200_000) + "]]");

		assertThat(peer.hears()).endsWith("\"wamp.error.protocol_violation\"]");
	}

	@Test
	void aMessageOverTheLimitIsRefused() {
		JsonLink peer = JsonLink.open(this.entrance, this.executor);
		peer.joins("realm1");

		peer.says("[48,1,{},\"a.b\",[\"" + "x".repeat(1 << 20) + "\"]]");

		assertThat(peer.hears()).endsWith("\"wamp.error.protocol_violation\"]");
	}

	private List<String> warnings() {
		return List.copyOf(this.log.list)
			.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("io.wampspring");
	}

}
