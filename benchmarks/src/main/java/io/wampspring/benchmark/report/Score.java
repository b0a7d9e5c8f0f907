package io.wampspring.benchmark.report;

import java.util.List;

/**
 * What one benchmark came to.
 *
 * @param rounds the median of each round, in the unit of the benchmark
 * @param bytes bytes allocated per operation, by all threads
 * @param answers how many answers came and were checked, 0 where none are counted
 */
record Score(List<Double> rounds, double bytes, long answers) {

	/** What else runs on the machine only adds: the quickest round counts. */
	double time() {
		return this.rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
	}

	/** How much longer the slowest round took, in percent. */
	double spread() {
		return 100 * (this.rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow() / time() - 1);
	}

}
