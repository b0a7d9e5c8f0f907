package io.wampspring.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.wampspring.codec.Serializer;

/** The values of a call or an event to bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // the set-up runs before anything is measured
public class EncodeBenchmark {

	/** How the message is encoded. */
	@Param({ "JSON", "CBOR", "MSGPACK" })
	public Serializer serializer;

	/** What is encoded. */
	@Param({ "CALL", "EVENT" })
	public Sample sample;

	private Codecs codecs;

	private Tree tree;

	/** Prepares both ways and checks that the receiver gets the same from both. */
	@Setup
	public void prepare() {
		this.codecs = new Codecs(this.serializer);
		this.tree = Tree.of(this.serializer);
		check("typed", typed());
		check("tree", tree());
	}

	private void check(String variant, byte[] bytes) {
		@Nullable Object[] values = this.sample.parameters(this.codecs).read(this.sample.decode(this.codecs, bytes));
		Check.equal(variant, Arrays.asList(values), this.sample.expected());
	}

	/**
	 * Encodes as the product does: the payload first, its head put before it.
	 * @return the message
	 */
	@Benchmark
	public byte[] typed() {
		return this.sample.encode(this.codecs);
	}

	/**
	 * Encodes a list of the elements.
	 * @return the message
	 */
	@Benchmark
	public byte[] tree() {
		return this.tree.write(this.sample.tree());
	}

}
