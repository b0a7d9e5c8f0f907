package io.wampspring.router.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.wampspring.transport.OutboundLimits;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a router cannot be told.
 */
class RouterConfigTests {

	@ParameterizedTest
	@MethodSource
	void nonsenseIsNamed(ThrowingCallable configuration, String named) {
		assertThatIllegalArgumentException().isThrownBy(configuration).withMessageContaining(named);
	}

	static Stream<Arguments> nonsenseIsNamed() {
		UserConfig joe = new UserConfig("joe", "secret", "user");
		return Stream.of(arguments(() -> RouterConfig.of(), "at least one realm"),
				arguments(() -> RouterConfig.of(RealmConfig.open("a"), RealmConfig.closed("a")), "two realms 'a'"),
				arguments(() -> RealmConfig.open("my realm"), "'my realm'"),
				arguments(() -> RealmConfig.closed("a").withUsers(joe, joe), "two users 'joe'"),
				arguments(() -> new UserConfig(" ", "secret", "user"), "authid"),
				arguments(() -> new UserConfig("joe", "", "user"), "'joe' needs a ticket"),
				arguments(() -> new UserConfig("joe", "secret", ""), "'joe' needs a role"),
				arguments(() -> new UserConfig("joe", "secret", "trusted"), "'trusted'"),
				arguments(() -> limits(0, 1, Duration.ofSeconds(1)), "message-size"),
				arguments(() -> limits(1, 0, Duration.ofSeconds(1)), "uri-length"),
				arguments(() -> limits(1, 1025, Duration.ofSeconds(1)), "uri-length"),
				arguments(() -> limits(1, 1, Duration.ZERO), "hello-timeout"));
	}

	@Test
	void theMessageSizeIsTheCodecs() {
		assertThat(limits(4711, 1, Duration.ofSeconds(1)).codec().messageSize()).isEqualTo(4711);
		assertThat(RouterLimits.DEFAULT.codec().messageSize()).isEqualTo(1024 * 1024);
	}

	@Test
	void aTicketIsInNoText() {
		RouterConfig config = RouterConfig
			.of(RealmConfig.closed("a").withUsers(new UserConfig("joe", "very-secret", "user")));

		assertThat(config.toString()).contains("joe").doesNotContain("very-secret");
	}

	@Test
	void listsAreCopied() {
		List<UserConfig> users = new ArrayList<>();
		RealmConfig realm = new RealmConfig("a", false, users);

		users.add(new UserConfig("joe", "secret", "user"));

		assertThat(realm.users()).isEmpty();
	}

	private static Arguments arguments(ThrowingCallable configuration, String named) {
		return Arguments.of(configuration, named);
	}

	private static RouterLimits limits(int messageSize, int uriLength, Duration helloTimeout) {
		return new RouterLimits(messageSize, OutboundLimits.DEFAULT, 1, 1, 1, uriLength, helloTimeout,
				Duration.ofSeconds(1), Duration.ofSeconds(1));
	}

}
