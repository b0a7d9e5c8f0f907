package io.wampspring.benchmark;

import org.jspecify.annotations.Nullable;

/** What is measured must be right: a benchmark of a wrong result ends here. */
final class Check {

	private Check() {
	}

	static void equal(String what, @Nullable Object actual, @Nullable Object expected) {
		if (expected == null || !expected.equals(actual)) {
			throw new IllegalStateException(what + " yields " + actual + ", not " + expected);
		}
	}

}
