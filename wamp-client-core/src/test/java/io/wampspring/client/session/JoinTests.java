package io.wampspring.client.session;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wampspring.message.Abort;
import io.wampspring.message.Authenticate;
import io.wampspring.message.Challenge;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Hello;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Published;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unregistered;
import io.wampspring.message.Unsubscribed;
import io.wampspring.message.Welcome;
import io.wampspring.options.Feature;
import io.wampspring.options.HelloDetails;
import io.wampspring.options.Role;
import io.wampspring.options.RoleFeatures;
import io.wampspring.uri.UriRules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * From HELLO to WELCOME, or to the refusal.
 */
class JoinTests {

	private static final HelloDetails TICKET = HelloDetails.NONE.withAuthmethods(List.of("ticket")).withAuthid("joe");

	@Test
	@Tag("E-1")
	@Tag("E-2")
	void helloIsTheOnlyMessageBeforeWelcomeAndCarriesRolesAndFeatures() {
		Core core = Core.with(HelloDetails.NONE.withAgent("wamp-spring/1"), UriRules.LOOSE, false);

		core.session.start();

		assertThat(core.sent).containsExactly(new Hello("realm1", Map.of("agent", "wamp-spring/1", "roles",
				Map.of("publisher", Map.of("features", Map.of("publisher_exclusion", true)), "subscriber",
						Map.of("features", Map.of("pattern_based_subscription", true)), "caller",
						Map.of("features", Map.of("progressive_call_results", true, "call_canceling", true)), "callee",
						Map.of("features",
								Map.of("progressive_call_results", true, "call_canceling", true, "call_reroute", true,
										"pattern_based_registration", true, "shared_registration", true))))));
		core.timers.advance(9_999);
		assertThat(core.sent).hasSize(1);
		assertThat(core.isOver()).isFalse();
	}

	@Test
	void welcomeOpensTheSessionWithTheFeaturesOfBothEnds() {
		Core core = Core.lenient().start();

		core.receive(new Welcome(9_007_199_254_740_992L, Map.of("roles", Map.of("broker", Map.of(), "dealer",
				Map.of("features", Map.of("call_canceling", true, "call_timeout", true))))));

		assertThat(core.joined.id()).isEqualTo(9_007_199_254_740_992L);
		RoleFeatures features = core.joined.features();
		assertThat(features.has(Role.CALLER, Feature.CALL_CANCELING)).isTrue();
		assertThat(features.has(Role.CALLER, Feature.CALL_TIMEOUT)).isFalse();
		assertThat(features.has(Role.CALLER, Feature.PROGRESSIVE_CALL_RESULTS)).isFalse();
		assertThat(features.has(Role.PUBLISHER)).isTrue();
		assertThat(features.has(Role.PUBLISHER, Feature.PUBLISHER_EXCLUSION)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("welcomesWithoutRoles")
	@Tag("E-3")
	void welcomeWithoutBrokerAndDealerIsRefused(Map<String, Object> details) {
		Core core = Core.lenient().start();

		core.receive(new Welcome(1, details));

		assertThat(core.joined).isNull();
		assertViolation(core, "WELCOME of a router that is neither broker nor dealer");
	}

	static Stream<Map<String, Object>> welcomesWithoutRoles() {
		return Stream.of(Map.of(), Map.of("roles", Map.of()), Map.of("roles", Map.of("caller", Map.of())));
	}

	@Test
	@Tag("E-4")
	void unknownKeysOfWelcomeAndChallengeAreIgnoredAndKept() {
		Core core = Core.with(TICKET, UriRules.LOOSE, true).start();

		core.receive(new Challenge("ticket", Map.of("x_new", 1L)));
		core.answer.give("secret", Map.of());
		core.receive(
				new Welcome(1, Map.of("roles", Map.of("broker", Map.of(), "oracle", Map.of()), "x_cb_node", "n1")));

		assertThat(core.challenges.get(0).extra()).containsEntry("x_new", 1L);
		assertThat(core.joined.details().toDict()).containsEntry("x_cb_node", "n1");
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1, 9_007_199_254_740_993L })
	@Tag("E-5")
	void welcomeWithAnImpossibleSessionIsRefused(long id) {
		Core core = Core.lenient().start();

		core.receive(new Welcome(id, Core.ROUTER));

		assertThat(core.joined).isNull();
		assertViolation(core, "WELCOME with session " + id);
	}

	@Test
	@Tag("E-6")
	@Tag("E-7")
	void abortEndsTheJoinWithItsUriMessageAndPayloadAndIsNotAnswered() {
		Core core = Core.lenient().start();

		core.receive(new Abort(Map.of("message", "no realm here"), "wamp.error.no_such_realm",
				Payload.of(List.of(1L), Map.of("a", "b"))));

		assertThat(core.sent).isEmpty();
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.ABORTED);
		assertThat(core.end().uri()).isEqualTo("wamp.error.no_such_realm");
		assertThat(core.end().message()).isEqualTo("no realm here");
		assertThat(core.end().payload().args()).containsExactly(1L);
		assertThat(core.end().payload().kwargs()).containsEntry("a", "b");
	}

	@ParameterizedTest
	@MethodSource("messagesOfOpenSessions")
	@Tag("E-8")
	void messagesOfAnOpenSessionBeforeWelcomeAreViolations(MessageToClient message) {
		Core core = Core.lenient().start();

		core.receive(message);

		assertViolation(core, message.type() + " before WELCOME");
	}

	static Stream<MessageToClient> messagesOfOpenSessions() {
		return Stream.of(new Goodbye(Map.of(), "wamp.close.normal"),
				new ErrorMessage(MessageType.CALL, 1, Map.of(), "com.e", Payload.EMPTY), new Published(1, 2),
				new Subscribed(1, 2), new Unsubscribed(1), new Event(1, 2, Map.of(), Payload.EMPTY),
				new Result(1, Map.of(), Payload.EMPTY), new Registered(1, 2), new Unregistered(1),
				new Invocation(1, 2, Map.of(), Payload.EMPTY), new Interrupt(1, Map.of()));
	}

	@Test
	@Tag("E-9")
	void aSecondWelcomeIsAViolation() {
		Core core = Core.lenient().join();

		core.receive(new Welcome(8, Core.ROUTER));

		assertViolation(core, "WELCOME after WELCOME");
		assertThat(core.joined.id()).isEqualTo(7);
	}

	@Test
	@Tag("E-10")
	void aChallengeAfterTheJoinIsAViolation() {
		Core core = Core.with(TICKET, UriRules.LOOSE, false).join();

		core.receive(new Challenge("ticket", Map.of()));

		assertThat(core.challenges).isEmpty();
		assertViolation(core, "CHALLENGE after WELCOME");
	}

	@ParameterizedTest
	@ValueSource(strings = { "HELLO", "AUTHENTICATE", "PUBLISH", "SUBSCRIBE", "UNSUBSCRIBE", "CALL", "CANCEL",
			"REGISTER", "UNREGISTER", "YIELD" })
	@Tag("E-11")
	void messagesForRoutersAreViolations(String type) {
		Core core = Core.lenient().join();

		// The table refuses the message before it exists, so the link tells of it.
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> MessageType.valueOf(type).readToClient(null))
			.satisfies(core.session::onViolation);

		assertViolation(core, type + " is not a message that a client receives");
	}

	@Test
	@Tag("E-12")
	void aRouterThatDoesNotAnswerEndsTheJoin() {
		Core core = Core.lenient().start();

		core.timers.advance(10_000);

		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.JOIN_TIMEOUT);
		assertThat(core.end().message()).isEqualTo("no WELCOME within 10000 ms");
		core.receive(new Welcome(1, Core.ROUTER));
		assertThat(core.joined).isNull();
		assertThat(core.timers.size()).isZero();
	}

	@Test
	@Tag("E-12")
	void aChallengeThatIsNeverAnsweredEndsWithTheJoinTimeout() {
		Core core = Core.with(TICKET, UriRules.LOOSE, false).start();
		core.receive(new Challenge("ticket", Map.of()));

		core.timers.advance(10_000);
		core.answer.give("secret", Map.of());

		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.JOIN_TIMEOUT);
		assertThat(core.sent).isEmpty();
	}

	@Test
	@Tag("E-13")
	void welcomeOverridesRealmAndIdentity() {
		Core core = Core.with(TICKET, UriRules.LOOSE, false).start();

		core.receive(new Welcome(1,
				Map.of("roles", Map.of("broker", Map.of()), "realm", "realm2", "authid", "jim", "authrole", "admin")));

		assertThat(core.joined.realm()).isEqualTo("realm2");
		assertThat(core.joined.details().authid()).isEqualTo("jim");
		assertThat(core.joined.details().authrole()).isEqualTo("admin");
		assertThat(Core.lenient().join().joined.realm()).isEqualTo("realm1");
	}

	@Test
	void aTicketAnswersTheChallenge() {
		Core core = Core.with(TICKET, UriRules.LOOSE, false);
		core.session.start();
		assertThat(core.sent.get(0)).isInstanceOfSatisfying(Hello.class,
				(hello) -> assertThat(hello.details()).containsEntry("authmethods", List.of("ticket"))
					.containsEntry("authid", "joe"));

		core.receive(new Challenge("ticket", Map.of()));
		core.answer.give("magic", Map.of());
		core.receive(new Welcome(1, Core.ROUTER));

		assertThat(core.last()).isEqualTo(new Authenticate("magic", Map.of()));
		assertThat(core.joined).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "wampcra", "scram", "" })
	@Tag("E-119")
	void aChallengeOfAMethodThatWasNotOfferedAbortsTheJoin(String method) {
		Core core = Core.with(TICKET, UriRules.LOOSE, false).start();

		core.receive(new Challenge(method, Map.of()));

		String text = "authentication method '" + method + "' was not offered";
		assertThat(core.challenges).isEmpty();
		assertThat(core.sent)
			.containsExactly(new Abort(Map.of("message", text), "wamp.error.cannot_authenticate", Payload.EMPTY));
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.UNAUTHENTICATED);
		assertThat(core.end().cause()).isInstanceOf(ProtocolViolationException.class);
	}

	@Test
	@Tag("E-119")
	void aChallengeWithoutAnyOfferedMethodAbortsTheJoin() {
		Core core = Core.lenient().start();

		core.receive(new Challenge("ticket", Map.of()));

		assertThat(core.end().uri()).isEqualTo("wamp.error.cannot_authenticate");
	}

	@Test
	void anAuthenticatorThatGivesUpAbortsTheJoinWithoutItsReason() {
		Core core = Core.with(TICKET, UriRules.LOOSE, false).start();
		core.receive(new Challenge("ticket", Map.of()));

		core.answer.refuse("the challenge cannot be answered", new IllegalStateException("the vault is closed"));

		assertThat(core.sent).containsExactly(new Abort(Map.of("message", "the challenge cannot be answered"),
				"wamp.error.cannot_authenticate", Payload.EMPTY));
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.UNAUTHENTICATED);
	}

	@Test
	void aSecondRoundIsAllowedAndOnlyTheLastChallengeIsAnswered() {
		Core core = Core.with(TICKET, UriRules.LOOSE, false).start();
		core.receive(new Challenge("ticket", Map.of()));
		Answer first = core.answer;
		core.receive(new Challenge("ticket", Map.of()));

		first.give("late", Map.of());
		core.answer.give("second", Map.of());

		assertThat(core.sent).containsExactly(new Authenticate("second", Map.of()));
	}

	@Test
	void aRouterThatNeverStopsAskingIsAViolation() {
		Core core = Core.with(TICKET, UriRules.LOOSE, false).start();

		for (int i = 0; i < 5; i++) {
			core.receive(new Challenge("ticket", Map.of()));
		}

		assertViolation(core, "more than 4 challenges");
	}

	static void assertViolation(Core core, String message) {
		assertThat(core.last())
			.isEqualTo(new Abort(Map.of("message", message), "wamp.error.protocol_violation", Payload.EMPTY));
		assertThat(core.end().kind()).isEqualTo(SessionEnd.Kind.VIOLATION);
		assertThat(core.end().cause()).isInstanceOf(ProtocolViolationException.class);
	}

}
