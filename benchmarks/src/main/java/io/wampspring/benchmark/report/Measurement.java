package io.wampspring.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures everything and writes the raw results, with what they were made on beside
 * them. Started by {@code benchmarks/run.sh}. What is compared runs back to back, and
 * everything in rounds, so that what else happens on the machine meets all alike.
 */
public final class Measurement {

	private static final int ROUNDS = 2;

	private final boolean quick;

	private final List<RunResult> results = new ArrayList<>();

	private Measurement(boolean quick) {
		this.quick = quick;
	}

	/**
	 * Measures.
	 * @param args the directory of the results, the revision of the sources, and
	 * {@code full} or {@code quick} (one short round, for a first look)
	 * @throws IOException if the results cannot be written
	 * @throws RunnerException if a benchmark fails
	 */
	public static void main(String[] args) throws IOException, RunnerException {
		Path directory = Path.of(args[0], "jdk" + Runtime.version().feature());
		boolean quick = args[2].equals("quick");
		Environment environment = Environment.current(args[1]);
		Measurement codec = new Measurement(quick);
		Measurement calls = new Measurement(quick);
		for (int round = 0; round < (quick ? 1 : ROUNDS); round++) {
			codec.measureCodec();
			calls.measureCalls();
		}
		Files.createDirectories(directory);
		codec.write(directory.resolve(Results.CODEC));
		calls.write(directory.resolve(Results.CALLS));
		JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT)
			.build()
			.writeValue(directory.resolve(Results.ENVIRONMENT).toFile(), environment);
	}

	private void measureCodec() throws RunnerException {
		for (String serializer : Varied.SERIALIZERS) {
			for (String message : Varied.DECODED) {
				run("Decode", Map.of("serializer", serializer, "sample", message));
			}
			for (String message : Varied.ENCODED) {
				run("Encode", Map.of("serializer", serializer, "sample", message));
			}
			run("Route", Map.of("serializer", serializer));
		}
	}

	private void measureCalls() throws RunnerException {
		for (String transport : Varied.TRANSPORTS) {
			run("Call", Map.of("transport", transport));
		}
	}

	/** Runs all methods of a benchmark, one after the other. */
	private void run(String benchmark, Map<String, String> parameters) throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder().include("\\." + benchmark + "Benchmark\\.")
			.addProfiler(GCProfiler.class)
			.shouldFailOnError(true);
		parameters.forEach(options::param);
		if (this.quick) {
			options.warmupIterations(2)
				.measurementIterations(2)
				.warmupTime(TimeValue.milliseconds(500))
				.measurementTime(TimeValue.milliseconds(200));
		}
		this.results.addAll(new Runner(options.build()).run());
	}

	private void write(Path file) {
		ResultFormatFactory.getInstance(ResultFormatType.JSON, file.toString()).writeOut(this.results);
	}

}
