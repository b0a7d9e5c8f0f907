package io.wampspring.integration.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import io.wampspring.integration.peer.Autobahn;
import io.wampspring.integration.peer.CrossbarProcess;
import io.wampspring.integration.peer.ForeignClient;
import io.wampspring.test.Evidence;
import io.wampspring.test.Peer;
import io.wampspring.test.RequiresPeer;
import io.wampspring.test.Side;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample with an external router: the same application, the same page.
 */
@RequiresPeer({ Peer.CROSSBAR_PROCESS, Peer.AUTOBAHN_JS, Peer.CHROMIUM })
@Tag("crossbar")
class DemoWithCrossbarIT {

	private static CrossbarProcess router;

	private static RunningDemo demo;

	@BeforeAll
	static void start() {
		router = CrossbarProcess.start();
		demo = RunningDemo.start("--spring.profiles.active=crossbar", "--wamp.url=" + router.url());
	}

	@AfterAll
	static void stop() {
		demo.close();
		router.close();
	}

	@Test
	void anAnnotatedMethodIsCalledThroughTheExternalRouter() {
		evidence("cbor", "call", "register");
		try (ForeignClient client = Autobahn.JS.join(router.url(), "realm1", "json")) {
			client.evidence(Side.CLIENT).feature("call");
			assertThat(client.call("com.example.add2", 2, 3).done().path("args")).hasToString("[5]");
		}
	}

	@Test
	void noRouterOfItsOwnIsServed() throws Exception {
		assertThat(get("/wamp.json").body()).isEqualTo("{\"url\":\"" + router.url() + "\",\"realm\":\"realm1\"}");
		assertThat(get("/ws").statusCode()).isEqualTo(404);
	}

	@Test
	void thePageJoinsTheExternalRouterAndComesBackWithIt(@TempDir Path profile) {
		evidence("cbor", "call", "register", "publish", "reconnect");
		try (Browser browser = Browser.start(profile)) {
			Evidence.peer(Peer.CHROMIUM, browser.version()).transport("websocket").serializer("json").side(Side.CLIENT);
			browser.open(demo.origin() + "/");
			awaitSum(browser);
			router.kill();
			await().until(() -> "closed".equals(browser.attribute("#connection", "data-state")));
			router.startAgain();
			awaitSum(browser);
			browser.click("[data-vote=Banana]");
			await().untilAsserted(() -> assertThat(browser.text("[data-votes=Banana]")).isEqualTo("1"));
		}
	}

	/** The page and the application come back independently: either may be the first. */
	private static void awaitSum(Browser browser) {
		await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(500)).until(() -> {
			browser.type("#a", "2");
			browser.click("#add");
			return "5".equals(browser.text("#sum"));
		});
	}

	private static void evidence(String serializer, String... features) {
		router.evidence(Side.CLIENT).serializer(serializer).feature(features);
	}

	private static HttpResponse<String> get(String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(demo.origin() + path)).build(), BodyHandlers.ofString());
	}

}
