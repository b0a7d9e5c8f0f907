package io.wampspring.benchmark.report;

import java.util.List;

/** A table in Markdown. */
final class Table {

	private final StringBuilder text = new StringBuilder();

	Table(List<String> columns) {
		row(columns);
		row(columns.stream().map((column) -> "---").toList());
	}

	void row(List<String> cells) {
		this.text.append("| ").append(String.join(" | ", cells)).append(" |\n");
	}

	String text() {
		return this.text.toString();
	}

}
