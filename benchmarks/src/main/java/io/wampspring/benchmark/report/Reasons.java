package io.wampspring.benchmark.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * Why an expectation is not met, by expectation and message, or by expectation, message
 * and serializer. No page is made without them.
 */
final class Reasons {

	static final String FILE = "reasons.properties";

	private final Properties reasons;

	private Reasons(Properties reasons) {
		this.reasons = reasons;
	}

	static Reasons read() throws IOException {
		Properties reasons = new Properties();
		try (InputStream in = Objects.requireNonNull(Reasons.class.getResourceAsStream(FILE))) {
			reasons.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return new Reasons(reasons);
	}

	String of(Expectation expectation, String sample, String serializer) {
		String key = expectation + "." + sample;
		String reason = this.reasons.getProperty(key + "." + serializer, this.reasons.getProperty(key));
		if (reason == null) {
			throw new IllegalStateException("An expectation is not met, and nothing says why: write " + key + " or "
					+ key + "." + serializer + " into " + FILE);
		}
		return reason;
	}

}
