package io.wampspring.transport;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OriginRuleTests {

	@ParameterizedTest
	@CsvSource({ "http://localhost:8080, localhost:8080", "https://example.com, example.com",
			"https://example.com, example.com:443", "http://example.com:80, EXAMPLE.com",
			"http://[::1]:8080, [::1]:8080" })
	void pagesOfTheServerItselfMayConnect(String origin, String host) {
		assertThat(OriginRule.SAME_HOST.allows(origin, host)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:3000, localhost:8080", "https://evil.example, example.com", "null, example.com",
			"http://example.com.evil, example.com", "https://example.com, example.com:80", "'', example.com" })
	void strangersMayNotConnect(String origin, String host) {
		assertThat(OriginRule.SAME_HOST.allows(origin, host)).isFalse();
	}

	@Test
	void whoSendsNoOriginIsNoBrowserAndMayConnect() {
		assertThat(OriginRule.SAME_HOST.allows(null, "example.com")).isTrue();
	}

	@Test
	void anOriginWithoutAHostToCompareWithMayNotConnect() {
		assertThat(OriginRule.SAME_HOST.allows("http://example.com", null)).isFalse();
	}

	@Test
	void listedOriginsMayConnect() {
		OriginRule rule = new OriginRule(Set.of("https://App.example.com/", "null"));
		assertThat(rule.allows("https://app.example.com:443", "router.example.com")).isTrue();
		assertThat(rule.allows("null", "router.example.com")).isTrue();
		assertThat(rule.allows("https://other.example.com", "router.example.com")).isFalse();
	}

	@Test
	void aStarAllowsAll() {
		assertThat(new OriginRule(Set.of("*")).allows("https://evil.example", "example.com")).isTrue();
	}

}
