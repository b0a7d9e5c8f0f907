package io.wampspring.router.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.wampspring.message.Cancel;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Unregister;
import io.wampspring.message.Yield;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever callers and callees do, and in whatever order: every call gets exactly one
 * final answer, and nothing is left in the tables.
 */
class RandomCallsTests {

	private static final int RUNS = 1000;

	private static final int STEPS = 60;

	private static final List<String> PROCEDURES = List.of("com.example.a", "com.example.b", "com.example.c");

	private static final List<String> MODES = List.of("skip", "kill", "killnowait");

	@Test
	@Tag("R-59")
	@Tag("R-60")
	@Tag("R-61")
	void everyCallGetsExactlyOneFinalAnswer() {
		long seed = Long.getLong("wamp.seed", new Random().nextLong());
		for (int run = 0; run < RUNS; run++) {
			Play play = new Play(new Random(seed + run), "seed " + (seed + run));
			for (int step = 0; step < STEPS; step++) {
				play.step();
			}
			play.end();
		}
	}

	/**
	 * One run: some sessions that do something at random.
	 */
	private static final class Play {

		private final Random random;

		private final String name;

		private final CoreRouter router = new CoreRouter();

		private final List<Actor> actors = new ArrayList<>();

		private Play(Random random, String name) {
			this.random = random;
			this.name = name;
			for (int i = 0; i < 3; i++) {
				this.actors.add(newActor());
			}
		}

		private Actor newActor() {
			return new Actor(this.router
				.join(pick(List.of(CorePeer.PLAIN, CorePeer.ALL_FEATURES, CorePeer.withCallee("call_canceling")))));
		}

		private void step() {
			Actor actor = this.actors.get(this.random.nextInt(this.actors.size()));
			switch (this.random.nextInt(10)) {
				case 0 -> leave(actor);
				case 1 -> actor.register(pick(PROCEDURES));
				case 2 -> actor.unregister(this.random);
				case 3, 4, 5 -> actor.call(pick(PROCEDURES), this.random.nextBoolean());
				case 6 -> actor.cancel(this.random, pick(MODES));
				default -> actor.answer(this.random);
			}
			this.actors.forEach((each) -> each.hear(this.name));
		}

		private void leave(Actor actor) {
			if (this.random.nextBoolean()) {
				actor.peer.says(new Goodbye(Map.of(), "wamp.close.normal"));
			}
			else {
				actor.peer.disconnect();
			}
			this.actors.remove(actor);
			this.actors.add(newActor());
		}

		private void end() {
			Actor last = this.actors.remove(0);
			this.actors.forEach((actor) -> actor.peer.disconnect());
			last.hear(this.name);
			last.answerAll();
			last.hear(this.name);
			assertThat(last.unanswered()).as(this.name).isEmpty();
			last.peer.disconnect();
			assertThat(this.router.isIdle()).as(this.name).isTrue();
			assertThat(last.peer.violation()).as(this.name).isNull();
		}

		private <T> T pick(List<T> from) {
			return from.get(this.random.nextInt(from.size()));
		}

	}

	/**
	 * A session with its own books.
	 */
	private static final class Actor {

		private final CorePeer peer;

		/** How many final answers each call got. */
		private final Map<Long, Integer> answers = new LinkedHashMap<>();

		private final Map<Long, Boolean> invocations = new HashMap<>();

		private final List<Long> registrations = new ArrayList<>();

		private Actor(CorePeer peer) {
			this.peer = peer;
		}

		private void register(String procedure) {
			this.peer.says(new Register(this.peer.nextRequest(), Map.of(), procedure));
		}

		private void unregister(Random random) {
			if (!this.registrations.isEmpty()) {
				long registration = this.registrations.remove(random.nextInt(this.registrations.size()));
				this.peer.says(new Unregister(this.peer.nextRequest(), registration, Map.of()));
			}
		}

		private void call(String procedure, boolean progress) {
			this.answers.put(this.peer.call(Map.of("receive_progress", progress), procedure), 0);
		}

		private void cancel(Random random, String mode) {
			if (!this.answers.isEmpty()) {
				List<Long> calls = List.copyOf(this.answers.keySet());
				this.peer.says(new Cancel(calls.get(random.nextInt(calls.size())), Map.of("mode", mode)));
			}
		}

		/** Any answer to any invocation, those that were answered before included. */
		private void answer(Random random) {
			if (this.invocations.isEmpty()) {
				return;
			}
			List<Long> all = List.copyOf(this.invocations.keySet());
			long invocation = all.get(random.nextInt(all.size()));
			if (random.nextInt(3) == 0) {
				this.peer.says(new ErrorMessage(MessageType.INVOCATION, invocation, Map.of(), "com.example.failed",
						Payload.EMPTY));
			}
			else {
				this.peer.says(new Yield(invocation, Map.of("progress", random.nextBoolean()), Payload.EMPTY));
			}
		}

		private void answerAll() {
			this.invocations.keySet()
				.forEach((invocation) -> this.peer.says(new Yield(invocation, Map.of(), Payload.EMPTY)));
		}

		private void hear(String name) {
			while (!this.peer.received().isEmpty()) {
				hear(this.peer.take(MessageToClient.class), name);
			}
		}

		private void hear(MessageToClient message, String name) {
			if (message instanceof Registered registered) {
				this.registrations.add(registered.registration());
			}
			else if (message instanceof Invocation invocation) {
				assertThat(this.invocations.put(invocation.request(), true)).as(name).isNull();
			}
			else if (message instanceof Result result) {
				boolean last = !Boolean.TRUE.equals(result.details().get("progress"));
				answered(result.request(), last ? 1 : 0, name);
			}
			else if (message instanceof ErrorMessage error && error.requestType() == MessageType.CALL) {
				answered(error.request(), 1, name);
			}
		}

		private void answered(long call, int more, String name) {
			assertThat(this.answers.get(call)).as("%s: answers of call %s so far", name, call).isZero();
			this.answers.merge(call, more, Integer::sum);
		}

		private List<Long> unanswered() {
			return this.answers.keySet().stream().filter((call) -> this.answers.get(call) == 0).toList();
		}

	}

}
