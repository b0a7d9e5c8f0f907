package io.wampspring.router.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wampspring.message.Abort;
import io.wampspring.message.Authenticate;
import io.wampspring.message.Challenge;
import io.wampspring.message.Hello;
import io.wampspring.message.Welcome;
import io.wampspring.options.RoleFeatures;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.router.config.UserConfig;
import io.wampspring.transport.CloseCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may join which realm as whom.
 */
class WelcomerTests {

	private static final String SECRETS = "secrets";

	private final CoreRouter router = new CoreRouter(RouterConfig.of(RealmConfig.open(CoreRouter.REALM),
			RealmConfig.closed(SECRETS).withUsers(new UserConfig("joe", "secret-of-joe", "backend")),
			RealmConfig.open("both").withUsers(new UserConfig("joe", "secret-of-joe", "backend")),
			RealmConfig.closed("internal")));

	@Test
	@Tag("R-2")
	void anUnknownRealmIsRefused() {
		CorePeer peer = this.router.connect();

		hello(peer, "realm9", Map.of());

		assertThat(assertRefused(peer, "wamp.error.no_such_realm")).contains("'realm9'");
		assertThat(this.router.isIdle()).isTrue();
	}

	@ParameterizedTest
	@MethodSource
	@Tag("R-3")
	@Tag("E-2")
	void aClientWithoutRoleIsRefused(Map<String, Object> details) {
		CorePeer peer = this.router.connect();

		peer.says(new Hello(CoreRouter.REALM, details));

		assertRefused(peer, "wamp.error.no_such_role");
	}

	static List<Map<String, Object>> aClientWithoutRoleIsRefused() {
		return List.of(Map.of(), Map.of("roles", Map.of()),
				Map.of("roles", Map.of("broker", Map.of(), "astronaut", Map.of())));
	}

	@Test
	@Tag("R-2")
	void whatIsNoNameOfARealmIsNotEchoed() {
		CorePeer peer = this.router.connect();

		hello(peer, "no\nrealm", Map.of());

		assertThat(assertRefused(peer, "wamp.error.no_such_realm")).doesNotContain("\n");
	}

	@Test
	void whoOffersTheWrongMethodsLearnsTheRightOnes() {
		CorePeer peer = this.router.connect();

		hello(peer, "both", Map.of("authmethods", List.of("wampcra")));

		assertThat(assertRefused(peer, "wamp.error.no_matching_auth_method")).contains("[anonymous, ticket]");
	}

	@Test
	@Tag("R-4")
	void welcomeSaysWhoJoinedAndExactlyWhatTheRouterHas() {
		CorePeer peer = this.router.connect();

		Welcome welcome = peer.join(CoreRouter.REALM, CorePeer.PLAIN);

		assertThat(welcome.session()).isBetween(1L, 1L << 53);
		assertThat(welcome.details()).containsEntry("realm", CoreRouter.REALM)
			.containsEntry("authrole", "anonymous")
			.containsEntry("authmethod", "anonymous")
			.containsEntry("authprovider", "static")
			.containsEntry("roles",
					Map.of("broker", Map.of("features", Map.of("publisher_exclusion", true)), "dealer",
							Map.of("features", Map.of("progressive_call_results", true, "call_canceling", true))))
			.containsKey("agent");
		assertThat((String) welcome.details().get("authid")).startsWith("anonymous-");
	}

	@Test
	@Tag("R-4")
	void aSessionIdThatIsInUseIsNotDrawnAgain() {
		long[] drawn = { 7, 7, 7, 8 };
		int[] next = { 0 };
		RouterConfig config = RouterConfig.of(RealmConfig.open(CoreRouter.REALM));
		Realm realm = new Realm(config.realms().get(0), config, () -> drawn[next[0]++], (what) -> {
		});
		Identity identity = new Identity("a", "b", "c", "d");

		Peer first = realm.join(identity, RoleFeatures.NONE, (message) -> true);
		Peer second = realm.join(identity, RoleFeatures.NONE, (message) -> true);

		assertThat(first.session()).isEqualTo(7);
		assertThat(second.session()).isEqualTo(8);
	}

	@ParameterizedTest
	@MethodSource
	void anonymousAccessIsOpenToThoseWhoAskForIt(List<String> authmethods) {
		CorePeer peer = this.router.connect();

		hello(peer, CoreRouter.REALM, Map.of("authmethods", authmethods, "authid", "root", "authrole", "trusted"));

		assertThat(peer.take(Welcome.class).details()).containsEntry("authrole", "anonymous")
			.doesNotContainEntry("authid", "root");
	}

	static List<List<String>> anonymousAccessIsOpenToThoseWhoAskForIt() {
		return List.of(List.of(), List.of("anonymous"), List.of("wampcra", "anonymous"),
				List.of("ticket", "anonymous"));
	}

	@ParameterizedTest
	@MethodSource
	void withoutACommonMethodNobodyJoins(String realm, List<String> authmethods) {
		CorePeer peer = this.router.connect();

		hello(peer, realm, Map.of("authmethods", authmethods));

		assertRefused(peer, "wamp.error.no_matching_auth_method");
	}

	static Stream<Arguments> withoutACommonMethodNobodyJoins() {
		return Stream.of(Arguments.of(CoreRouter.REALM, List.of("ticket")),
				Arguments.of(CoreRouter.REALM, List.of("wampcra", "scram")), Arguments.of(SECRETS, List.of()),
				Arguments.of(SECRETS, List.of("anonymous")), Arguments.of("internal", List.of("anonymous")),
				Arguments.of("internal", List.of("ticket")), Arguments.of("internal", List.of("internal")));
	}

	@Test
	void theRightTicketOpensTheRealm() {
		CorePeer peer = this.router.connect();
		hello(peer, SECRETS, Map.of("authmethods", List.of("ticket"), "authid", "joe"));
		assertThat(peer.take(Challenge.class)).isEqualTo(new Challenge("ticket", Map.of()));

		peer.says(new Authenticate("secret-of-joe", Map.of()));

		assertThat(peer.take(Welcome.class).details()).containsEntry("authid", "joe")
			.containsEntry("authrole", "backend")
			.containsEntry("authmethod", "ticket")
			.containsEntry("authprovider", "static")
			.containsEntry("realm", SECRETS);
		assertThat(this.router.timers().pending()).isZero();
	}

	@Test
	void anUnknownUserSeesWhatAWrongTicketSees() {
		CorePeer wrong = this.router.connect();
		hello(wrong, SECRETS, Map.of("authmethods", List.of("ticket"), "authid", "joe"));
		CorePeer unknown = this.router.connect();
		hello(unknown, SECRETS, Map.of("authmethods", List.of("ticket"), "authid", "jack"));
		CorePeer nameless = this.router.connect();
		hello(nameless, SECRETS, Map.of("authmethods", List.of("ticket")));
		for (CorePeer peer : List.of(wrong, unknown, nameless)) {
			peer.says(new Authenticate("secret-of-jane", Map.of()));
		}

		assertThat(unknown.received()).isEqualTo(wrong.received());
		assertThat(nameless.received()).isEqualTo(wrong.received());
		wrong.take(Challenge.class);
		assertThat(wrong.received()).singleElement()
			.isInstanceOfSatisfying(Abort.class, (abort) -> assertThat(abort.toString()).doesNotContain("secret-of"));
		assertRefused(wrong, "wamp.error.authentication_denied");
	}

	@Test
	void aChallengeIsAnsweredOnce() {
		CorePeer peer = this.router.connect();
		hello(peer, SECRETS, Map.of("authmethods", List.of("ticket"), "authid", "joe"));
		peer.take(Challenge.class);
		peer.says(new Authenticate("wrong", Map.of()));
		assertRefused(peer, "wamp.error.authentication_denied");

		peer.says(new Authenticate("secret-of-joe", Map.of()));

		assertThat(peer.received()).isEmpty();
	}

	@Test
	void theClientsFirstPossibleMethodIsTaken() {
		CorePeer first = this.router.connect();
		hello(first, "both", Map.of("authmethods", List.of("wampcra", "ticket", "anonymous"), "authid", "joe"));
		first.take(Challenge.class);
		CorePeer second = this.router.connect();
		hello(second, "both", Map.of("authmethods", List.of("anonymous", "ticket"), "authid", "joe"));
		second.take(Welcome.class);
	}

	@Test
	@Tag("R-1")
	void nothingButTheAnswerMayFollowAChallenge() {
		CorePeer peer = this.router.connect();
		hello(peer, SECRETS, Map.of("authmethods", List.of("ticket"), "authid", "joe"));
		peer.take(Challenge.class);

		hello(peer, CoreRouter.REALM, Map.of());

		assertThat(peer.take(Abort.class).reason()).isEqualTo("wamp.error.protocol_violation");
		assertThat(peer.closed()).isEqualTo(CloseCode.PROTOCOL_ERROR);
	}

	@Test
	@Tag("R-84")
	void aChallengeMustBeAnsweredWithinFiveSeconds() {
		CorePeer peer = this.router.connect();
		this.router.timers().advance(4000);
		hello(peer, SECRETS, Map.of("authmethods", List.of("ticket"), "authid", "joe"));
		peer.take(Challenge.class);

		this.router.timers().advance(4999);
		assertThat(peer.closed()).isNull();
		this.router.timers().advance(1);

		assertRefused(peer, "wamp.error.authentication_failed");
	}

	@Test
	void theApplicationsOwnSessionIsTrusted() {
		CorePeer own = this.router.connect(true);

		Welcome welcome = own.join("internal", CorePeer.PLAIN);

		assertThat(welcome.details()).containsEntry("authrole", "trusted")
			.containsEntry("authmethod", "internal")
			.containsEntry("authprovider", "internal");
		assertThat((String) welcome.details().get("authid")).startsWith("internal-");
	}

	@Test
	void theApplicationsOwnSessionChoosesItsAuthid() {
		CorePeer own = this.router.connect(true);

		hello(own, SECRETS, Map.of("authmethods", List.of("ticket"), "authid", "shop"));

		assertThat(own.take(Welcome.class).details()).containsEntry("authid", "shop");
	}

	private static void hello(CorePeer peer, String realm, Map<String, Object> details) {
		Map<String, Object> all = new HashMap<>(details);
		all.put("roles", CorePeer.PLAIN);
		peer.says(new Hello(realm, all));
	}

	/** Returns the text for people. */
	private static String assertRefused(CorePeer peer, String reason) {
		Abort abort = peer.take(Abort.class);
		assertThat(abort.reason()).isEqualTo(reason);
		assertThat(abort.details()).containsKey("message");
		assertThat(peer.received()).isEmpty();
		assertThat(peer.closed()).isEqualTo(CloseCode.POLICY);
		assertThat(peer.history()).contains("refused " + reason);
		return String.valueOf(abort.details().get("message"));
	}

}
