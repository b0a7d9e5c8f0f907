package io.wampspring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;

import io.wampspring.annotation.WampController;
import io.wampspring.annotation.WampError;
import io.wampspring.annotation.WampKwarg;
import io.wampspring.annotation.WampProcedure;
import io.wampspring.annotation.WampSubscribe;
import io.wampspring.client.CallResult;
import io.wampspring.client.ErrorContext;
import io.wampspring.client.Invocation;
import io.wampspring.client.ProgressSink;
import io.wampspring.client.WampErrorHandler;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.ScriptedRouter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.Payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Annotated methods as a router sees them: literal frames in, literal frames out. */
class AnnotatedEndpointsIT {

	private final Errors errors = new Errors();

	private final Shop shop = new Shop();

	/** Lets the application in, registers everything, and plays on. */
	private void play(Steps steps) {
		CountDownLatch done = new CountDownLatch(1);
		try (ScriptedRouter router = ScriptedRouter.start()) {
			ScriptedRouter.Script script = router.play(() -> {
				RawWebSocket client = router.accept("wamp.2.json");
				client.expect("\\[1,\"realm1\",.*");
				client.send("[2,7,{\"roles\":{\"broker\":{},\"dealer\":{\"features\":"
						+ "{\"progressive_call_results\":true,\"call_canceling\":true}}}}]");
				steps.run(new Peer(client));
				done.countDown();
				farewell(client);
			});
			Wamp.runner()
				.withBean(Shop.class, () -> this.shop)
				.withBean(WampErrorHandler.class, () -> this.errors)
				.withPropertyValues("wamp.url=" + router.uri(), "wamp.realm=realm1", "wamp.serializers=json")
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
				});
			script.await();
		}
	}

	private static void farewell(RawWebSocket client) {
		String message = client.receive();
		while (!message.startsWith("[6,")) {
			String request = message.replaceAll("\\[\\d+,(\\d+),.*", "$1");
			client.send(message.startsWith("[66,") ? "[67," + request + "]" : "[35," + request + "]");
			message = client.receive();
		}
		client.send("[6,{},\"wamp.close.goodbye_and_out\"]");
	}

	@Test
	void argumentsAndResultsTravelAsTheyAreDeclared() {
		play((peer) -> {
			int add2 = peer.id("com.shop.add2");
			int order = peer.id("com.shop.order");
			int several = peer.id("com.shop.several");
			int find = peer.id("com.shop.find");
			int nothing = peer.id("com.shop.nothing");
			int stock = peer.id("com.shop..stock");

			peer.client.send("[68,1,%d,{},[2,3]]".formatted(add2));
			peer.client.expect("\\[70,1,\\{\\},\\[5]]");
			peer.client.send("[68,2,%d,{},[],{\"subject\":\"lemon\",\"count\":3}]".formatted(order));
			peer.client.expect("\\[70,2,\\{\\},\\[\\{\"subject\":\"lemon\",\"count\":3}]]");
			peer.client.send("[68,3,%d,{}]".formatted(several));
			peer.client.expect("\\[70,3,\\{\\},\\[1,2],\\{\"c\":3}]");
			peer.client.send("[68,4,%d,{},[],{\"name\":\"nobody\"}]".formatted(find));
			peer.client.expect("\\[70,4,\\{\\}]");
			peer.client.send("[68,5,%d,{},[],{\"name\":\"ada\"}]".formatted(find));
			peer.client.expect("\\[70,5,\\{\\},\\[\"Ada\"]]");
			peer.client.send("[68,6,%d,{}]".formatted(nothing));
			peer.client.expect("\\[70,6,\\{\\}]");
			peer.client.send("[68,7,%d,{\"procedure\":\"com.shop.berlin.stock\"}]".formatted(stock));
			peer.client.expect("\\[70,7,\\{\\},\\[\"berlin\"]]");
		});
	}

	@Test
	@Tag("E-109")
	void errorsAreAnsweredByWhatWasThrown() {
		play((peer) -> {
			int add2 = peer.id("com.shop.add2");
			int fail = peer.id("com.shop.fail");

			peer.client.send("[68,1,%d,{},[2,\"x\"]]".formatted(add2));
			peer.client.expect(
					"\\[8,68,1,\\{\\},\"wamp.error.invalid_argument\",\\[\"Argument 1 \\(b\\) cannot be read as Integer\"]]");
			peer.client.send("[68,2,%d,{},[2]]".formatted(add2));
			peer.client
				.expect("\\[8,68,2,\\{\\},\"wamp.error.invalid_argument\",\\[\"Argument 1 \\(b\\) is missing\"]]");
			peer.client.send("[68,3,%d,{},[\"mapped\"]]".formatted(fail));
			peer.client.expect("\\[8,68,3,\\{\\},\"com.shop.error.sold_out\",\\[\"no lemons left\"]]");
			peer.client.send("[68,4,%d,{},[\"bug\"]]".formatted(fail));
			String text = peer.client.expect("\\[8,68,4,\\{\\},\"wamp.error.runtime_error\",\\[\"(.*)\"]]").group(1);
			assertThat(text).doesNotContain("secret").isNotBlank();
			peer.client.send("[68,5,%d,{},[\"other bug\"]]".formatted(fail));
			assertThat(peer.client.expect("\\[8,68,5,\\{\\},\"wamp.error.runtime_error\",\\[\"(.*)\"]]").group(1))
				.isEqualTo(text);
		});
		assertThat(this.errors.reported).contains("INVOCATION com.shop.fail secret bug",
				"INVOCATION com.shop.fail secret other bug");
	}

	@Test
	void progressIsSentAndACancelReachesTheMethod() {
		play((peer) -> {
			int count = peer.id("com.shop.count");

			peer.client.send("[68,1,%d,{\"receive_progress\":true},[2]]".formatted(count));
			peer.client.expect("\\[70,1,\\{\"progress\":true},\\[2]]");
			peer.client.expect("\\[70,1,\\{\"progress\":true},\\[1]]");
			peer.client.expect("\\[70,1,\\{\\},\\[0]]");
			peer.client.send("[68,2,%d,{},[-1]]".formatted(count));
			this.shop.started.await();
			peer.client.send("[69,2,{\"mode\":\"kill\"}]");
			peer.client.expect("\\[8,68,2,\\{\\},\"wamp.error.canceled\".*");
		});
		assertThat(this.shop.canceled).succeedsWithin(10, TimeUnit.SECONDS);
	}

	@Test
	@Tag("E-74")
	void aHandlerOfEventsThatFailsHarmsNobody() {
		play((peer) -> {
			int sold = peer.id("com.shop.sold");

			peer.client.send("[36,%d,1,{},[\"lemon\"],{\"count\":1}]".formatted(sold));
			peer.client.send("[36,%d,2,{},[\"lemon\"],{\"count\":\"many\"}]".formatted(sold));
			peer.client.send("[36,%d,3,{},[\"apple\"],{\"count\":2}]".formatted(sold));
			await().until(() -> this.shop.sold.size() == 5);
		});
		assertThat(this.shop.sold).containsExactlyInAnyOrder("lemon 1", "apple 2", "all lemon", "all lemon",
				"all apple");
		assertThat(this.errors.reported).hasSize(4)
			.contains("EVENT com.shop.sold no lemons left")
			.anyMatch((error) -> error.contains("Keyword argument 'count' cannot be read as Integer"));
	}

	/** Steps of a script. */
	@FunctionalInterface
	interface Steps {

		void run(Peer peer) throws Exception;

	}

	/** Answers REGISTER and SUBSCRIBE with ids that a test can ask for. */
	static final class Peer {

		private final RawWebSocket client;

		private final List<String> uris = new ArrayList<>();

		Peer(RawWebSocket client) {
			this.client = client;
			for (int i = 0; i < Shop.ENDPOINTS; i++) {
				MatchResult request = client.expect("\\[(64|32),(\\d+),\\{.*\\},\"(.*)\"]");
				if (!this.uris.contains(request.group(3))) {
					this.uris.add(request.group(3));
				}
				client.send("[%d,%s,%d]".formatted(Integer.parseInt(request.group(1)) + 1, request.group(2),
						id(request.group(3))));
			}
		}

		int id(String uri) {
			assertThat(this.uris).contains(uri);
			return 100 + this.uris.indexOf(uri);
		}

	}

	record Order(String subject, int count) {

	}

	@WampController("com.shop.")
	static class Shop {

		static final int ENDPOINTS = 10;

		final List<String> sold = new CopyOnWriteArrayList<>();

		final CountDownLatch started = new CountDownLatch(1);

		final CompletableFuture<Integer> canceled = new CompletableFuture<>();

		@WampProcedure("add2")
		int add2(int a, int b) {
			return a + b;
		}

		@WampProcedure("order")
		Order order(@Payload Order order) {
			return order;
		}

		@WampProcedure("several")
		CallResult several() {
			return CallResult.of(1, 2).kwarg("c", 3);
		}

		@WampProcedure("find")
		Optional<String> find(@WampKwarg String name) {
			return "ada".equals(name) ? Optional.of("Ada") : Optional.empty();
		}

		@WampProcedure("nothing")
		void nothing() {
		}

		@WampProcedure("{city}.stock")
		String stock(@DestinationVariable String city) {
			return city;
		}

		@WampProcedure("fail")
		void fail(String how) {
			if ("mapped".equals(how)) {
				throw new SoldOutException("no lemons left");
			}
			throw new IllegalStateException("secret " + how);
		}

		@WampProcedure("count")
		CompletableFuture<Integer> count(int from, ProgressSink progress, Invocation invocation) {
			if (from < 0) {
				invocation.onCancel((interruption) -> this.canceled.complete(0));
				this.started.countDown();
				return new CompletableFuture<>();
			}
			for (int i = from; i > 0; i--) {
				progress.send(i);
			}
			return CompletableFuture.completedFuture(0);
		}

		@WampSubscribe("sold")
		void sold(String subject, @WampKwarg int count) {
			this.sold.add(subject + " " + count);
		}

		@WampSubscribe("sold")
		CompletableFuture<Void> soldAll(String subject) {
			this.sold.add("all " + subject);
			return CompletableFuture.failedFuture(new SoldOutException("no lemons left"));
		}

	}

	@WampError("com.shop.error.sold_out")
	static class SoldOutException extends RuntimeException {

		SoldOutException(String message) {
			super(message);
		}

	}

	static final class Errors implements WampErrorHandler {

		final List<String> reported = new CopyOnWriteArrayList<>();

		@Override
		public void onUserError(Throwable error, ErrorContext context) {
			this.reported.add(context.kind() + " " + context.uri() + " " + root(error));
		}

		@Override
		public void onInternalError(Throwable error, ErrorContext context) {
			this.reported.add("internal " + error);
		}

		private static String root(Throwable error) {
			return (error.getCause() != null && error.getCause() instanceof SoldOutException)
					? error.getCause().getMessage() : String.valueOf(error.getMessage());
		}

	}

}
