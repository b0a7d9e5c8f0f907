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

/** What a router does with a call: bytes in, the same payload in an invocation out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // the set-up runs before anything is measured
public class RouteBenchmark {

	/** How both messages are encoded. */
	@Param({ "JSON", "CBOR", "MSGPACK" })
	public Serializer serializer;

	private Codecs codecs;

	private Tree tree;

	private byte[] bytes;

	/** Prepares both ways and checks that the receiver gets the same from both. */
	@Setup
	public void prepare() {
		this.codecs = new Codecs(this.serializer);
		this.tree = Tree.of(this.serializer);
		this.bytes = Sample.CALL.encode(this.codecs);
		check("slice", slice());
		check("tree", tree());
	}

	private void check(String variant, byte[] bytes) {
		@Nullable Object[] values = Sample.INVOCATION.parameters(this.codecs).read(Sample.INVOCATION.decode(this.codecs, bytes));
		Check.equal(variant, Arrays.asList(values), Sample.INVOCATION.expected());
	}

	/**
	 * Routes as the product does: the payload is checked, its bytes are copied.
	 * @return the message for the receiver
	 */
	@Benchmark
	public byte[] slice() {
		Payload payload = Sample.CALL.decode(this.codecs, this.bytes);
		return Sample.INVOCATION.encode(this.codecs, payload);
	}

	/**
	 * Decodes into a tree and encodes another.
	 * @return the message for the receiver
	 */
	@Benchmark
	public byte[] tree() {
		List<Object> message = new ArrayList<>(Sample.INVOCATION.head());
		message.add(this.tree.read(this.bytes).get(4));
		return this.tree.write(message);
	}

}
