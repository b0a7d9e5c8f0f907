package io.wampspring.benchmark.report;

import java.util.List;
import java.util.stream.Stream;

/** On what was measured. */
final class EnvironmentSection {

	private static final List<String> NAMED = List.of("jackson-databind", "jackson-dataformat-cbor", "jmh-core",
			"msgpack-core", "netty-codec-http-");

	private final Environment environment;

	EnvironmentSection(Environment environment) {
		this.environment = environment;
	}

	String text() {
		Environment on = this.environment;
		Table table = new Table(List.of("measured on", ""));
		table.row(List.of("day", on.date()));
		table.row(List.of("sources", on.revision()));
		table.row(List.of("machine", on.cpu() + ", " + on.cores() + " processors, " + on.memoryGiB() + " GiB"));
		table.row(List.of("system", on.os()));
		table.row(List.of("load before", on.load() + " (0 is a quiet machine)"));
		table.row(List.of("Java", on.jdk()));
		table.row(List.of("libraries", String.join(", ", libraries().toList())));
		return "## " + on.jdk() + "\n\n" + table.text() + "\n";
	}

	private Stream<String> libraries() {
		return this.environment.libraries().stream().filter((jar) -> NAMED.stream().anyMatch(jar::startsWith));
	}

}
