package io.wampspring.auth;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The comparison of {@link Ticket}.
 */
class TicketTests {

	@Test
	void onlyTheSameTicketMatches() {
		assertThat(Ticket.matches("secret", "secret")).isTrue();
		assertThat(Ticket.matches("secret", "secreT")).isFalse();
		assertThat(Ticket.matches("secret", "secret ")).isFalse();
		assertThat(Ticket.matches("schlüssel", "schlüssel")).isTrue();
	}

	@Test
	void nobodysTicketMatchesNothing() {
		assertThat(Ticket.matches(null, "")).isFalse();
		assertThat(Ticket.matches(null, "null")).isFalse();
	}

}
