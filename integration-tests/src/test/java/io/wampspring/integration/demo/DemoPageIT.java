package io.wampspring.integration.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.wampspring.test.Evidence;
import io.wampspring.test.Peer;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.RawWebSocketClient;
import io.wampspring.test.RequiresPeer;
import io.wampspring.test.Side;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample's page, used as a person would.
 */
@RequiresPeer(Peer.CHROMIUM)
class DemoPageIT {

	private static final Path PICTURES = Path.of("target", "screenshots");

	private static RunningDemo demo;

	private static Browser browser;

	private String window;

	@BeforeAll
	static void start(@TempDir Path profile) {
		demo = RunningDemo.start();
		browser = Browser.start(profile);
	}

	@AfterAll
	static void stop() {
		browser.close();
		demo.close();
	}

	@BeforeEach
	void openThePage() {
		this.window = browser.open(demo.origin() + "/");
		awaitState("open");
	}

	@AfterEach
	void closeOtherWindows() {
		browser.closeOthers(this.window);
		browser.console();
	}

	@Test
	void aSumIsComputedByTheAnnotatedMethod() {
		evidence("call");
		browser.type("#a", "40");
		browser.type("#b", "-17");
		browser.click("#add");
		soon().untilAsserted(() -> assertThat(browser.text("#sum")).isEqualTo("23"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2.5", "9007199254740993" })
	void whatHasNoExactSumIsNotAdded(String number) {
		evidence("call");
		browser.click("#add");
		soon().untilAsserted(() -> assertThat(browser.text("#sum")).isEqualTo("5"));
		browser.type("#a", number);
		browser.click("#add");
		soon().untilAsserted(() -> assertThat(browser.text("#add-message")).startsWith("Two whole numbers"));
		assertThat(browser.text("#sum")).isEmpty();
	}

	@Test
	void aNumberThatCannotBeCountedDownIsAskedForAgain() {
		evidence("call");
		browser.type("#from", "61");
		browser.click("#countdown");
		soon().untilAsserted(() -> assertThat(browser.text("#countdown-message")).startsWith("A whole number"));
		assertThat(browser.property("#countdown", "disabled")).isEqualTo("false");
	}

	@Test
	void countsThatFallAreReadAnewAndNoNumbersAreIgnored() {
		evidence("subscribe", "call");
		soon().until(() -> votes("Banana") >= 0);
		int votes = votes("Banana");
		publishVotes(String.valueOf(votes + 50));
		soon().until(() -> votes("Banana") == votes + 50);
		publishVotes("\"many\"");
		publishVotes(String.valueOf(votes + 1));
		soon().until(() -> votes("Banana") == votes);
	}

	@Test
	void aVoteIsSeenInASecondWindowAtOnce() {
		evidence("call", "subscribe");
		String second = browser.openAnother(demo.origin() + "/");
		awaitState("open");
		soon().until(() -> votes("Lemon") >= 0);
		int before = votes("Lemon");
		browser.switchTo(this.window);
		browser.click("[data-vote=Lemon]");
		await().atMost(Duration.ofSeconds(2)).until(() -> votes("Lemon") == before + 1);
		browser.switchTo(second);
		await().atMost(Duration.ofSeconds(2)).until(() -> votes("Lemon") == before + 1);
	}

	@Test
	void aWaveOfOneWindowIsPublishedToTheOther() {
		evidence("publish", "subscribe");
		String second = browser.openAnother(demo.origin() + "/");
		awaitState("open");
		browser.click("#wave");
		soon().untilAsserted(() -> assertThat(browser.text("#wave-message")).isEqualTo("You waved"));
		browser.switchTo(this.window);
		soon().untilAsserted(() -> assertThat(browser.text("#wave-message")).contains("waves to you"));
		browser.switchTo(second);
	}

	@Test
	void aCountdownShowsItsProgressToItsEnd() {
		evidence("progress");
		browser.type("#from", "2");
		browser.click("#countdown");
		soon().until(() -> progress() == 1);
		soon().untilAsserted(() -> assertThat(browser.text("#countdown-message")).isEqualTo("Done"));
		assertThat(browser.text("#remaining")).isEqualTo("0");
		assertThat(progress()).isEqualTo(2);
	}

	@Test
	void aCountdownIsCanceled() {
		evidence("progress", "cancel");
		browser.type("#from", "30");
		browser.click("#countdown");
		soon().until(() -> progress() >= 1);
		browser.click("#cancel");
		soon().untilAsserted(() -> assertThat(browser.text("#countdown-message")).startsWith("Canceled at "));
		assertThat(browser.property("#countdown", "disabled")).isEqualTo("false");
	}

	@Test
	void theClockTicks() {
		evidence("subscribe");
		soon().untilAsserted(() -> assertThat(browser.text("#clock")).matches("\\d{1,2}:\\d\\d:\\d\\d"));
		String first = browser.text("#clock");
		soon().untilAsserted(() -> assertThat(browser.text("#clock")).isNotEqualTo(first));
	}

	@Test
	void anErrorOfTheServiceIsShownWithItsUri() {
		evidence("error");
		browser.setAttribute("[data-vote=Banana]", "data-vote", "Durian");
		browser.click("[data-vote=Durian]");
		soon().untilAsserted(() -> assertThat(browser.text("#votes-message"))
			.isEqualTo("Nobody can vote for 'Durian' (com.example.error.unknown_subject)"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void theConnectionComesBackAfterARestartAndTheVotesAreReadAgain(boolean killed) {
		evidence("call", "reconnect");
		browser.click("[data-vote=Grapefruit]");
		soon().until(() -> votes("Grapefruit") > 0);
		if (killed) {
			demo.kill();
		}
		else {
			demo.stop();
		}
		awaitState("closed");
		assertThat(browser.text("#connection-text")).isEqualTo("Not connected");
		demo.startAgain();
		await().atMost(Duration.ofSeconds(30)).until(() -> state().equals("open"));
		soon().until(() -> votes("Grapefruit") == 0);
		browser.click("#add");
		soon().untilAsserted(() -> assertThat(browser.text("#sum")).isEqualTo("5"));
	}

	@Test
	void theConsoleStaysEmptyAndNothingIsFetchedFromElsewhere() {
		evidence("call");
		browser.console();
		browser.requests();
		browser.open(demo.origin() + "/");
		awaitState("open");
		browser.click("#add");
		soon().untilAsserted(() -> assertThat(browser.text("#sum")).isEqualTo("5"));
		assertThat(browser.console()).isEmpty();
		assertThat(browser.requests()).contains(demo.origin() + "/wamp.json", demo.routerUrl().toString())
			.allMatch((url) -> url.startsWith(demo.origin() + "/") || url.equals(demo.routerUrl().toString()));
	}

	@Test
	void thePageIsPhotographed() {
		evidence("call", "progress");
		browser.click("#add");
		for (String subject : List.of("Banana", "Banana", "Banana", "Lemon", "Grapefruit", "Grapefruit")) {
			browser.click("[data-vote=" + subject + "]");
		}
		browser.click("#countdown");
		soon().until(() -> progress() >= 3);
		browser.emulate(1280, 900, 1, "light");
		browser.photograph(PICTURES.resolve("demo-desktop.png"), true);
		browser.emulate(1280, 900, 1, "dark");
		browser.photograph(PICTURES.resolve("demo-desktop-dark.png"), true);
		browser.emulate(390, 844, 2, "light");
		browser.photograph(PICTURES.resolve("demo-phone-light.png"), true);
		browser.emulate(390, 844, 2, "dark");
		browser.photograph(PICTURES.resolve("demo-phone.png"), false);
		assertThat(browser.scrollsSideways()).isFalse();
		assertThat(PICTURES).isDirectoryContaining("glob:**demo-phone.png");
	}

	private static void publishVotes(String votes) {
		try (RawWebSocket socket = RawWebSocketClient.to(demo.routerUrl()).offer("wamp.2.json").connect()) {
			socket.send("[1,\"realm1\",{\"roles\":{\"publisher\":{}}}]").expect("\\[2,.*");
			socket.send("[16,1,{\"acknowledge\":true},\"com.example.votes.changed\",[\"Banana\",%s]]".formatted(votes))
				.expect("\\[17,1,.*");
		}
	}

	private static void evidence(String... features) {
		Evidence.peer(Peer.CHROMIUM, browser.version())
			.transport("websocket")
			.serializer("json")
			.side(Side.ROUTER)
			.feature(features);
	}

	private static ConditionFactory soon() {
		return await().atMost(Duration.ofSeconds(10)).ignoreExceptions();
	}

	private static void awaitState(String state) {
		soon().until(() -> state().equals(state));
	}

	private static String state() {
		return browser.attribute("#connection", "data-state");
	}

	/** The votes that the current window shows; -1 as long as it shows none. */
	private static int votes(String subject) {
		String text = browser.text("[data-votes=" + subject + "]");
		return text.matches("\\d+") ? Integer.parseInt(text) : -1;
	}

	private static int progress() {
		return (int) Double.parseDouble(browser.property("#progress", "value"));
	}

}
