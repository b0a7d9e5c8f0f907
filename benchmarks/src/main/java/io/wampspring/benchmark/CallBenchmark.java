package io.wampspring.benchmark;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import io.wampspring.client.Invocation;
import io.wampspring.client.WampConnection;
import io.wampspring.message.Payload;

/**
 * A call through a router to a callee and back, with the defaults of client and router.
 * Each answer is checked and counted, and the callee must have counted as many.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 2, time = 1)
@SuppressWarnings("NullAway.Init") // the set-up runs before anything is measured
public class CallBenchmark {

	private static final int IN_FLIGHT = 64;

	private static final String PROCEDURE = "com.example.add2";

	/** How caller and callee reach the router. */
	@Param({ "INPROCESS", "WEBSOCKET" })
	public Transport transport;

	private final AtomicLong served = new AtomicLong();

	private final Queue<Pending> pending = new ArrayDeque<>(IN_FLIGHT);

	private Transport.Site site;

	private WampConnection callee;

	private WampConnection caller;

	private int next;

	private long answered;

	/** Starts the router, connects both clients and registers the procedure. */
	@Setup
	public void connect() {
		this.site = this.transport.open();
		this.callee = join("callee");
		this.callee.client().register(PROCEDURE).handle(this::add).ready().join();
		this.caller = join("caller");
	}

	private WampConnection join(String name) {
		WampConnection connection = WampConnection.builder()
			.name(name)
			.realm(Transport.REALM)
			.connectors(List.of(this.site.connectors().get()))
			.build();
		connection.open().join();
		return connection;
	}

	private Object add(Invocation invocation) {
		this.served.incrementAndGet();
		Payload payload = invocation.payload();
		return number(payload, 0) + number(payload, 1);
	}

	private static int number(Payload payload, int index) {
		return Objects.requireNonNull(payload.<Integer>arg(index, int.class));
	}

	/**
	 * One call at a time, the thread waits for each.
	 * @param answers counts
	 */
	@Benchmark
	public void one(Answers answers) {
		int a = this.next++;
		check(a, this.caller.client().call(PROCEDURE).args(a, 2).retrieve(Integer.class));
		answers.answers++;
	}

	/**
	 * One call more, after the oldest of 64 is answered.
	 * @param answers counts
	 */
	@Benchmark
	public void pipelined(Answers answers) {
		if (this.pending.size() == IN_FLIGHT) {
			awaitOldest();
			answers.answers++;
		}
		int a = this.next++;
		this.pending.add(new Pending(a, this.caller.client().call(PROCEDURE).args(a, 2).retrieveAsync(Integer.class)));
	}

	private void awaitOldest() {
		Pending oldest = this.pending.remove();
		check(oldest.a(), oldest.sum().join());
	}

	private void check(int a, @Nullable Integer sum) {
		Check.equal(PROCEDURE, sum, a + 2);
		this.answered++;
	}

	/** Nothing is in flight between iterations, and both ends have counted the same. */
	@TearDown(Level.Iteration)
	public void settle() {
		while (!this.pending.isEmpty()) {
			awaitOldest();
		}
		Check.equal("the callee's count", this.served.get(), this.answered);
	}

	/** Closes everything. */
	@TearDown
	public void close() {
		this.caller.close().join();
		this.callee.close().join();
		this.site.end().run();
	}

	/**
	 * A call that is not answered yet.
	 *
	 * @param a its first argument
	 * @param sum what comes back
	 */
	private record Pending(int a, CompletableFuture<@Nullable Integer> sum) {

	}

}
