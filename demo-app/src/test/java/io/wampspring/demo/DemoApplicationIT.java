package io.wampspring.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.wampspring.options.CancelMode;
import io.wampspring.client.TypeRef;
import io.wampspring.client.WampCall;
import io.wampspring.client.WampClient;
import io.wampspring.client.WampException;
import io.wampspring.demo.Ballot.Votes;
import io.wampspring.endpoint.EndpointState;
import io.wampspring.endpoint.EndpointStatus;
import io.wampspring.endpoint.WampEndpointRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DemoApplicationIT {

	@Value("${local.server.port}")
	private int port;

	@Autowired
	private WampClient wamp;

	@Autowired
	private WampEndpointRegistry endpoints;

	@Test
	void thePageIsAtTheRoot() {
		assertThat(get("/")).contains("id=\"connection\"");
	}

	@Test
	void thePageIsToldToJoinTheRouterOnThePortItCameFrom() {
		assertThat(get("/wamp.json"))
			.isEqualTo("{\"url\":\"ws://127.0.0.1:%d/ws\",\"realm\":\"realm1\"}".formatted(this.port));
	}

	@Test
	void healthIsUpAndMetricsAreThere() {
		await().untilAsserted(() -> assertThat(get("/actuator/health")).contains("\"status\":\"UP\"", "\"wamp\""));
		assertThat(get("/actuator/metrics")).contains("jvm.memory.used");
	}

	@Test
	void allProceduresAreRegistered() {
		await().untilAsserted(() -> assertThat(this.endpoints.endpoints()).extracting(EndpointStatus::state)
			.containsOnly(EndpointState.REGISTERED));
		assertThat(this.endpoints.endpoints()).extracting(EndpointStatus::uri)
			.containsExactlyInAnyOrder("com.example.add2", "com.example.votes.get", "com.example.votes.vote",
					"com.example.countdown");
	}

	@Test
	void twoNumbersAreAdded() {
		assertThat(this.wamp.call("com.example.add2").args(2, 3).retrieve(Long.class)).isEqualTo(5L);
	}

	@Test
	void aSumBeyondLongIsAnErrorAndNotAWrongNumber() {
		assertThatExceptionOfType(WampException.class)
			.isThrownBy(() -> this.wamp.call("com.example.add2").args(Long.MAX_VALUE, 1).retrieve(Long.class))
			.satisfies((ex) -> assertThat(ex.uri()).isEqualTo("wamp.error.runtime_error"));
	}

	@Test
	void votesAreCounted() {
		int votes = votesOf("Lemon");
		assertThat(this.wamp.call("com.example.votes.vote").args("Lemon").retrieve(Integer.class)).isEqualTo(votes + 1);
		assertThat(votesOf("Lemon")).isEqualTo(votes + 1);
	}

	@Test
	void aVoteForWhatIsNotOnTheBallotIsAnErrorWithAUri() {
		assertThatExceptionOfType(WampException.class)
			.isThrownBy(() -> this.wamp.call("com.example.votes.vote").args("Durian").retrieve(Integer.class))
			.satisfies((ex) -> assertThat(ex.uri()).isEqualTo("com.example.error.unknown_subject"))
			.satisfies((ex) -> assertThat(ex.args()).containsExactly("Nobody can vote for 'Durian'"));
	}

	@Test
	void aCountdownTellsEachSecondAndReturnsZero() {
		List<Integer> progress = new CopyOnWriteArrayList<>();
		Integer last = this.wamp.call("com.example.countdown")
			.args(2)
			.onProgress(Integer.class, progress::add)
			.retrieve(Integer.class);
		assertThat(last).isZero();
		await().untilAsserted(() -> assertThat(progress).containsExactly(2, 1));
	}

	@Test
	void aCountdownIsCanceled() throws Exception {
		BlockingQueue<Integer> progress = new LinkedBlockingQueue<>();
		WampCall<Integer> call = this.wamp.call("com.example.countdown")
			.args(50)
			.onProgress(Integer.class, progress::add)
			.startAsync(Integer.class);
		assertThat(progress.poll(10, TimeUnit.SECONDS)).isEqualTo(50);
		call.cancel(CancelMode.KILL);
		CompletableFuture<Integer> result = call.result();
		await().atMost(Duration.ofSeconds(10)).until(result::isDone);
		assertThat(result).isCompletedExceptionally();
	}

	@Test
	void aCountdownFromTooFarIsRefused() {
		assertThatExceptionOfType(WampException.class)
			.isThrownBy(() -> this.wamp.call("com.example.countdown").args(61).retrieve(Integer.class))
			.satisfies((ex) -> assertThat(ex.uri()).isEqualTo("wamp.error.invalid_argument"));
	}

	private int votesOf(String subject) {
		List<Votes> all = this.wamp.call("com.example.votes.get").retrieve(new TypeRef<List<Votes>>() {
		});
		assertThat(all).extracting(Votes::subject).containsExactly("Banana", "Lemon", "Grapefruit");
		return all.stream().filter((votes) -> votes.subject().equals(subject)).findFirst().orElseThrow().votes();
	}

	private String get(String path) {
		return RestClient.create("http://127.0.0.1:" + this.port).get().uri(path).retrieve().body(String.class);
	}

}
