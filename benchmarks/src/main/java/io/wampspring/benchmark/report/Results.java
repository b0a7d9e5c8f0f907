package io.wampspring.benchmark.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The raw results of one measurement, as JMH wrote them. */
final class Results {

	static final String CODEC = "codec.json";

	static final String CALLS = "calls.json";

	static final String ENVIRONMENT = "environment.json";

	private static final JsonMapper mapper = JsonMapper.builder().build();

	private final Environment environment;

	private final Map<String, Score> scores;

	private Results(Environment environment, Map<String, Score> scores) {
		this.environment = environment;
		this.scores = scores;
	}

	static Results read(Path directory) {
		Map<String, List<JsonNode>> rounds = new HashMap<>();
		for (String file : List.of(CODEC, CALLS)) {
			for (JsonNode round : mapper.readTree(directory.resolve(file).toFile())) {
				rounds.computeIfAbsent(key(round), (key) -> new ArrayList<>()).add(round);
			}
		}
		Map<String, Score> scores = new HashMap<>();
		rounds.forEach((key, of) -> scores.put(key, score(of)));
		return new Results(mapper.readValue(directory.resolve(ENVIRONMENT).toFile(), Environment.class), scores);
	}

	private static String key(JsonNode round) {
		String name = round.get("benchmark").asString();
		Map<String, String> parameters = new TreeMap<>();
		round.path("params").forEachEntry((parameter, value) -> parameters.put(parameter, value.asString()));
		return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1) + parameters.values();
	}

	private static Score score(List<JsonNode> rounds) {
		return new Score(rounds.stream().map((round) -> median(values(round.get("primaryMetric")))).toList(),
				median(rounds.stream().map(Results::bytes).toList()),
				rounds.stream().mapToLong(Results::answers).sum());
	}

	private static double bytes(JsonNode round) {
		return median(values(round.get("secondaryMetrics").get("gc.alloc.rate.norm")));
	}

	private static long answers(JsonNode round) {
		return values(round.get("secondaryMetrics").path("answers")).stream().mapToLong(Double::longValue).sum();
	}

	private static List<Double> values(JsonNode metric) {
		List<Double> values = new ArrayList<>();
		metric.path("rawData").forEach((fork) -> fork.forEach((iteration) -> values.add(iteration.asDouble())));
		return values;
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	Environment environment() {
		return this.environment;
	}

	/**
	 * Finds a score.
	 * @param benchmark class and method
	 * @param parameters the values of its parameters, in the order of their names
	 */
	Score score(String benchmark, String... parameters) {
		String key = benchmark + List.of(parameters);
		Score score = this.scores.get(key);
		if (score == null) {
			throw new IllegalStateException("The results lack " + key);
		}
		return score;
	}

}
