package io.wampspring.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes the page {@code docs/performance.md} of the results of all measurements. */
public final class PerformancePage {

	private static final String INTRODUCTION = """
			# Performance

			What our own parts cost on one machine. The times say nothing about other WAMP peers and little about other machines; what
			carries over are the ratios and the bytes.

			This page is made of the raw results in [benchmarks/results](../benchmarks/results); edits are lost.

			    benchmarks/run.sh         # measures everything and makes the page: less than ten minutes on a quiet machine
			    benchmarks/run.sh page    # only makes the page

			Each benchmark runs in two rounds, in a process of its own, right before or after what it is compared with. A time is the
			median of the iterations of the quicker round, since what else runs on a machine only adds; in brackets how much longer the
			other round took. `JAVA_HOME` says on which JDK.

			""";

	private final Reasons reasons;

	private final StringBuilder text = new StringBuilder(INTRODUCTION);

	private PerformancePage(Reasons reasons) {
		this.reasons = reasons;
	}

	/**
	 * Makes the page.
	 * @param args the directory of the results and the file of the page
	 * @throws IOException if the results cannot be read, or the page cannot be written
	 */
	public static void main(String[] args) throws IOException {
		Files.writeString(Path.of(args[1]), of(Path.of(args[0])));
	}

	static String of(Path results) throws IOException {
		PerformancePage page = new PerformancePage(Reasons.read());
		for (Path measurement : measurements(results)) {
			page.measurement(Results.read(measurement));
		}
		return page.text.toString().stripTrailing() + "\n";
	}

	private static List<Path> measurements(Path results) throws IOException {
		try (Stream<Path> directories = Files.list(results)) {
			return directories.filter(Files::isDirectory).sorted().toList();
		}
	}

	private void measurement(Results results) {
		this.text.append(new EnvironmentSection(results.environment()).text());
		this.text.append(new ExpectationSection(results, this.reasons).text());
		this.text.append(new CodecSection(results).text());
		this.text.append(new CallSection(results).text());
	}

	static String part(double part) {
		return String.format(Locale.ROOT, "%.2f", part);
	}

	static String spread(Score score) {
		return " (+" + whole(score.spread()) + " %)";
	}

	static String whole(double value) {
		return String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
	}

}
