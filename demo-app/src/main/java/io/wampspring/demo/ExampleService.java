package io.wampspring.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.wampspring.annotation.WampController;
import io.wampspring.annotation.WampProcedure;
import io.wampspring.client.ProgressSink;
import io.wampspring.client.WampClient;
import io.wampspring.client.WampException;
import io.wampspring.demo.Ballot.Votes;
import io.wampspring.uri.ErrorUris;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What the page calls and hears. Each annotated method is a procedure of the realm.
 */
@WampController("com.example.")
class ExampleService {

	private static final int LONGEST_COUNTDOWN = 60;

	private final WampClient wamp;

	private final Ballot ballot;

	private final TaskScheduler scheduler;

	ExampleService(WampClient wamp, Ballot ballot, TaskScheduler scheduler) {
		this.wamp = wamp;
		this.ballot = ballot;
		this.scheduler = scheduler;
	}

	@WampProcedure("add2")
	long add2(long a, long b) {
		return Math.addExact(a, b);
	}

	@WampProcedure("votes.get")
	List<Votes> votes() {
		return this.ballot.all();
	}

	/** One vote at a time, so that the events come in the order of the counts. */
	@WampProcedure(value = "votes.vote", concurrency = "1")
	int vote(String subject) {
		int votes = this.ballot.vote(subject);
		this.wamp.publish("com.example.votes.changed").args(subject, votes).send();
		return votes;
	}

	/** A caller that cancels the call cancels the future. */
	@WampProcedure("countdown")
	CompletableFuture<Integer> countdown(int from, ProgressSink progress) {
		if (from < 0 || from > LONGEST_COUNTDOWN) {
			throw new WampException(ErrorUris.INVALID_ARGUMENT,
					"A countdown starts from 0 to %d".formatted(LONGEST_COUNTDOWN));
		}
		return Countdown.start(from, progress, this.scheduler);
	}

	/** A tick that nobody can hear is not published. */
	@Scheduled(fixedRate = 1000)
	void tick() {
		if (this.wamp.connection().isOpen()) {
			this.wamp.publish("com.example.clock")
				.args(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
				.send();
		}
	}

}
