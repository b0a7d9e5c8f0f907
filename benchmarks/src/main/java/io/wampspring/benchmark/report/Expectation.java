package io.wampspring.benchmark.report;

import java.util.List;

/** What a variant of ours may cost at most, measured against a tree in the same run. */
enum Expectation {

	/** Bytes to typed values. */
	DECODE("typed decoding", "DecodeBenchmark", "typed", Varied.DECODED, 0.7) {

		@Override
		String[] parameters(String message, String serializer) {
			return new String[] { message, serializer };
		}

	},

	/** Bytes in, bytes out. */
	ROUTE("routing the slice", "RouteBenchmark", "slice", List.of("CALL"), 0.55) {

		@Override
		String[] parameters(String message, String serializer) {
			return new String[] { serializer };
		}

	};

	private final String title;

	private final String benchmark;

	private final String variant;

	private final List<String> messages;

	private final double limit;

	Expectation(String title, String benchmark, String variant, List<String> messages, double limit) {
		this.title = title;
		this.benchmark = benchmark;
		this.variant = variant;
		this.messages = messages;
		this.limit = limit;
	}

	/** The values of the benchmark's parameters, in the order of their names. */
	abstract String[] parameters(String message, String serializer);

	String title() {
		return this.title;
	}

	List<String> messages() {
		return this.messages;
	}

	double limit() {
		return this.limit;
	}

	double part(Results results, String message, String serializer) {
		String[] parameters = parameters(message, serializer);
		return results.score(this.benchmark + '.' + this.variant, parameters).time()
				/ results.score(this.benchmark + ".tree", parameters).time();
	}

	/** Judges the number as it is printed, with two digits. */
	boolean isMet(double part) {
		return Math.round(part * 100) <= Math.round(this.limit * 100);
	}

}
