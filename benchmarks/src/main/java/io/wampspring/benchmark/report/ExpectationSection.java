package io.wampspring.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was expected of each variant, and what came out. */
final class ExpectationSection {

	private final Results results;

	private final Reasons reasons;

	private final Set<String> explanations = new LinkedHashSet<>();

	ExpectationSection(Results results, Reasons reasons) {
		this.results = results;
		this.reasons = reasons;
	}

	String text() {
		List<String> columns = new ArrayList<>(List.of("time, as a part of the tree's", "message", "at most"));
		Varied.SERIALIZERS.forEach((serializer) -> columns.add(Varied.name(serializer)));
		Table table = new Table(columns);
		for (Expectation expectation : Expectation.values()) {
			expectation.messages().forEach((message) -> table.row(row(expectation, message)));
		}
		return "### Expected and found\n\n" + table.text() + "\n" + explained();
	}

	private List<String> row(Expectation expectation, String message) {
		List<String> cells = new ArrayList<>(
				List.of(expectation.title(), Varied.name(message), PerformancePage.part(expectation.limit())));
		for (String serializer : Varied.SERIALIZERS) {
			double part = expectation.part(this.results, message, serializer);
			boolean met = expectation.isMet(part);
			cells.add(PerformancePage.part(part) + (met ? "" : " **missed**"));
			if (!met) {
				this.explanations.add(this.reasons.of(expectation, message, serializer));
			}
		}
		return cells;
	}

	private String explained() {
		return this.explanations.isEmpty() ? "All as expected.\n\n"
				: "Why some are missed:\n\n- " + String.join("\n- ", this.explanations) + "\n\n";
	}

}
