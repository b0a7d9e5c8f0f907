package io.wampspring.router;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.wampspring.message.Call;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Hello;
import io.wampspring.message.Invocation;
import io.wampspring.message.Payload;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Yield;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.InProcessConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many sessions on many threads at once: joining, leaving and moving between realms while
 * calls are on their way.
 */
class RouterUnderLoadTests {

	private static final int SESSIONS = 16;

	private static final int ROUNDS = 30;

	private final ExecutorService executor = Executors.newFixedThreadPool(8);

	private final ExecutorService drivers = Executors.newFixedThreadPool(SESSIONS);

	private final WampRouter router = WampRouter
		.of(RouterConfig.of(RealmConfig.open("realm1"), RealmConfig.open("realm2"), RealmConfig.open("realm3"))
			.withLimits(TestLimits.impatient()));

	@BeforeEach
	void start() {
		this.router.start();
	}

	@AfterEach
	void close() {
		this.router.close();
		this.drivers.shutdownNow();
		this.executor.shutdownNow();
	}

	@Test
	@Tag("R-6")
	@Tag("R-9")
	void everySessionGetsItsOwnAnswersInWhateverRealmItIs() {
		List<CompletableFuture<Void>> all = new ArrayList<>();
		for (int i = 0; i < SESSIONS; i++) {
			int number = i;
			all.add(CompletableFuture.runAsync(() -> callItselfInOneRealmAfterTheOther(number), this.drivers));
		}
		CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();

		await().untilAsserted(() -> assertThat(this.router.statistics().links()).isZero());
		RouterStatistics after = this.router.statistics();
		assertThat(after.sessionsOpened()).isEqualTo(SESSIONS * ROUNDS).isEqualTo(after.sessionsClosed());
		assertThat(after.calls()).isEqualTo(SESSIONS * ROUNDS);
		assertThat(after.violations()).isZero();
	}

	@Test
	@Tag("R-59")
	void noCallHangsWhenCalleesVanish() {
		RawPeer caller = connect();
		caller.join("realm1");
		for (int round = 1; round <= ROUNDS; round++) {
			RawPeer callee = connect();
			callee.join("realm1");
			callee.send(new Register(1, Map.of(), "com.example.vanishing"));
			callee.take(Registered.class);
			for (int i = 0; i < 10; i++) {
				caller.send(new Call(round * 100L + i, Map.of(), "com.example.vanishing", Payload.EMPTY));
			}
			callee.take(Invocation.class);

			callee.link().close(CloseCode.NORMAL, "vanished");

			for (int i = 0; i < 10; i++) {
				assertThat(caller.take(ErrorMessage.class).error()).isIn("wamp.error.canceled",
						"wamp.error.no_such_procedure");
			}
		}
	}

	@Test
	void aFloodWaitsAtItsSourceWhileTheRealmIsBusy() throws InterruptedException {
		JsonLink flooding = JsonLink.open(this.router.accept(), this.executor);
		flooding.joins("realm1");
		CountDownLatch busy = new CountDownLatch(1);
		CountDownLatch entered = new CountDownLatch(1);
		this.router.addListener(new RouterListener() {
			@Override
			public void onSessionOpened(SessionInfo session) {
				entered.countDown();
				try {
					busy.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
		});
		connect().send(new Hello("realm1", Map.of("roles", RawPeer.ALL_ROLES)));
		entered.await();

		for (int i = 1; i <= 300; i++) {
			flooding.says("[16," + i + ",{\"acknowledge\":true},\"com.example.topic\"]");
		}

		await().untilAsserted(() -> assertThat(flooding.readings()).containsExactly(false));
		busy.countDown();
		for (int i = 1; i <= 300; i++) {
			assertThat(flooding.hears()).startsWith("[17," + i + ",");
		}
		await().untilAsserted(() -> assertThat(flooding.readings()).containsExactly(false, true));
	}

	private void callItselfInOneRealmAfterTheOther(int number) {
		RawPeer peer = connect();
		String procedure = "com.example.session" + number;
		for (int round = 0; round < ROUNDS; round++) {
			peer.join("realm" + (1 + (number + round) % 3));
			peer.send(new Register(1, Map.of(), procedure));
			peer.take(Registered.class);
			peer.send(new Call(2, Map.of(), procedure, Payload.of(number, round)));
			Invocation invocation = peer.take(Invocation.class);
			assertThat(invocation.payload().args()).containsExactly(number, round);
			peer.send(new Yield(invocation.request(), Map.of(), invocation.payload()));
			assertThat(peer.take(Result.class).payload().args()).containsExactly(number, round);
			peer.send(new Goodbye(Map.of(), "wamp.close.normal"));
			peer.take(Goodbye.class);
		}
		peer.link().close(CloseCode.NORMAL, "done");
	}

	private RawPeer connect() {
		RawPeer peer = new RawPeer();
		new InProcessConnector(this.router.accept(), this.executor, InProcessConnector.Settings.defaults())
			.connect(peer.opener())
			.toCompletableFuture()
			.join();
		return peer;
	}

}
