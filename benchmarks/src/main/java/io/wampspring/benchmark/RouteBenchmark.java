package io.wampspring.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import io.wampspring.message.Payload;

/** What a router does with a message: bytes in, the payload in another message out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // the set-up runs before anything is measured
public class RouteBenchmark {

	/** How both messages are encoded. */
	@Param({ "JSON", "CBOR", "MSGPACK" })
	public Serializer serializer;

	/** What is routed: a call becomes an invocation, a publication an event. */
	@Param({ "CALL", "PUBLISH" })
	public Sample sample;

	private Codecs codecs;

	private Tree tree;

	private Sample routed;

	private byte[] bytes;

	/** Prepares both ways and checks that the receiver gets the same from both. */
	@Setup
	public void prepare() {
		this.codecs = new Codecs(this.serializer);
		this.tree = Tree.of(this.serializer);
		this.routed = (this.sample == Sample.CALL) ? Sample.INVOCATION : Sample.EVENT;
		this.bytes = this.sample.encode(this.codecs);
		check("slice", slice());
		check("tree", tree());
	}

	private void check(String variant, byte[] bytes) {
		@Nullable Object[] values = this.routed.parameters(this.codecs).read(this.routed.decode(this.codecs, bytes));
		Check.equal(variant, Arrays.asList(values), this.routed.expected());
	}

	/**
	 * Routes as the product does: the payload is checked, its bytes are copied.
	 * @return the message for the receiver
	 */
	@Benchmark
	public byte[] slice() {
		Payload payload = this.sample.decode(this.codecs, this.bytes);
		return this.routed.encode(this.codecs, payload);
	}

	/**
	 * Decodes into a tree and encodes another.
	 * @return the message for the receiver
	 */
	@Benchmark
	public byte[] tree() {
		List<Object> message = new ArrayList<>(this.routed.head());
		message.add(this.tree.read(this.bytes).get(4));
		return this.tree.write(message);
	}

}
