package io.wampspring.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.JavaType;

import io.wampspring.codec.Parameters;
import io.wampspring.codec.Serializer;

/** Bytes to the typed values of a handler. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // the set-up runs before anything is measured
public class DecodeBenchmark {

	/** How the message is encoded. */
	@Param({ "JSON", "CBOR", "MSGPACK" })
	public Serializer serializer;

	/** What is decoded. */
	@Param({ "CALL", "INVOCATION", "EVENT", "EVENT_KWARGS" })
	public Sample sample;

	private Codecs codecs;

	private Parameters parameters;

	private Tree tree;

	private JavaType[] types;

	private String[] keywords;

	private byte[] bytes;

	/** Prepares both ways and checks that they yield the same. */
	@Setup
	public void prepare() {
		this.codecs = new Codecs(this.serializer);
		this.parameters = this.sample.parameters(this.codecs);
		this.tree = Tree.of(this.serializer);
		this.types = this.sample.expected()
			.stream()
			.map((value) -> this.tree.type(value.getClass()))
			.toArray(JavaType[]::new);
		this.keywords = this.sample.kwargs().keySet().toArray(String[]::new);
		this.bytes = this.sample.encode(this.codecs);
		Check.equal("typed", Arrays.asList(typed()), this.sample.expected());
		Check.equal("tree", tree(), this.sample.expected());
	}

	/**
	 * Decodes as the product does.
	 * @return the values
	 */
	@Benchmark
	public @Nullable Object[] typed() {
		return this.parameters.read(this.sample.decode(this.codecs, this.bytes));
	}

	/**
	 * Decodes into a tree, then converts.
	 * @return the values
	 */
	@Benchmark
	public List<@Nullable Object> tree() {
		List<?> message = this.tree.read(this.bytes);
		List<?> args = (List<?>) message.get(4);
		List<@Nullable Object> values = new ArrayList<>(this.types.length);
		for (int i = 0; i < args.size(); i++) {
			values.add(this.tree.convert(args.get(i), this.types[i]));
		}
		for (String keyword : this.keywords) {
			Map<?, ?> kwargs = (Map<?, ?>) message.get(5);
			values.add(this.tree.convert(kwargs.get(keyword), this.types[values.size()]));
		}
		return values;
	}

}
