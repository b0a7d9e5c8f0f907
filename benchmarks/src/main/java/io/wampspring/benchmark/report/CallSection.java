package io.wampspring.benchmark.report;

import java.util.List;
import java.util.Locale;

/** Calls through a router. */
final class CallSection {

	private static final String INTRODUCTION = """
			### Calls

			A call of two integers, answered with their sum. Caller, router and callee share one process; on the way are CALL, INVOCATION,
			YIELD and RESULT, in CBOR; handlers run, and futures complete, on the default executor. One in flight: the caller blocks for
			each answer, which on an idle machine measures how long threads take to wake. 64 in flight: futures, the oldest is awaited
			before the next call. Every answer is checked and counted, and the callee must have counted as many. Bytes are those of all
			three parties.

			""";

	private final Results results;

	CallSection(Results results) {
		this.results = results;
	}

	String text() {
		Table table = new Table(List.of("transport", "in flight", "µs per call", "calls per second", "bytes per call",
				"answers checked"));
		for (String transport : Varied.TRANSPORTS) {
			table.row(row(transport, "1", "CallBenchmark.one"));
			table.row(row(transport, "64", "CallBenchmark.pipelined"));
		}
		return INTRODUCTION + table.text() + "\n";
	}

	private List<String> row(String transport, String inFlight, String benchmark) {
		Score score = this.results.score(benchmark, transport);
		return List.of(Varied.name(transport), inFlight,
				String.format(Locale.ROOT, "%.1f", score.time()) + PerformancePage.spread(score),
				PerformancePage.whole(1_000_000 / score.time()), PerformancePage.whole(score.bytes()),
				PerformancePage.whole(score.answers()));
	}

}
