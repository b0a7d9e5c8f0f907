package io.wampspring.router.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wampspring.auth.Ticket;
import io.wampspring.message.Authenticate;
import io.wampspring.message.Challenge;
import io.wampspring.message.Hello;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Welcome;
import io.wampspring.options.Feature;
import io.wampspring.options.HelloDetails;
import io.wampspring.options.Role;
import io.wampspring.options.RoleFeatures;
import io.wampspring.options.WelcomeDetails;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.UserConfig;
import io.wampspring.uri.ErrorUris;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

/**
 * The router's half of the handshake of one session: who may join which realm as whom.
 * Confined to the lane that its session lives on.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md, advanced/authentication_*.md</a>
 */
public final class Welcomer {

	/** Exactly what this router has. */
	private static final RoleFeatures ROUTER = RoleFeatures.NONE.with(Role.BROKER, Feature.PUBLISHER_EXCLUSION)
		.with(Role.DEALER, Feature.PROGRESSIVE_CALL_RESULTS, Feature.CALL_CANCELING);

	private static final String AGENT = "wamp-for-spring";

	private static final String ANONYMOUS = "anonymous";

	private static final String INTERNAL = "internal";

	private static final String TRUSTED = "trusted";

	/** The provider of identities that stand in the configuration. */
	private static final String STATIC = "static";

	/** Radix of generated authids: digits and letters. */
	private static final int RADIX = 36;

	private final Map<String, Realm> realms;

	private final Ids ids;

	private final boolean trusted;

	private @Nullable Candidate candidate;

	/**
	 * Creates the handshake of one session.
	 * @param realms the realms by name
	 * @param ids random ids, for generated authids
	 * @param trusted whether the session is the application's own
	 */
	public Welcomer(Map<String, Realm> realms, Ids ids, boolean trusted) {
		this.realms = realms;
		this.ids = ids;
		this.trusted = trusted;
	}

	/**
	 * Answers HELLO.
	 * @return who may join, {@code null} if the {@link #challenge} must be answered first
	 * @throws JoinRefusedException if nobody may
	 */
	@Nullable Admission hello(Hello hello) {
		this.candidate = null;
		HelloDetails details = HelloDetails.from(hello.details());
		RoleFeatures features = RoleFeatures.from(details.roles());
		Realm realm = this.realms.get(hello.realm());
		if (realm == null) {
			throw new JoinRefusedException(ErrorUris.NO_SUCH_REALM, "this router has no realm " + quote(hello.realm()));
		}
		if (!isClient(features)) {
			throw new JoinRefusedException(ErrorUris.NO_SUCH_ROLE, "HELLO announces no role of a client");
		}
		if (this.trusted) {
			String authid = Optional.ofNullable(details.authid()).orElseGet(() -> generate(INTERNAL));
			return new Admission(realm, new Identity(authid, TRUSTED, INTERNAL, INTERNAL), features);
		}
		String method = choose(realm.config(), details.authmethods());
		if (method.equals(ANONYMOUS)) {
			return new Admission(realm, new Identity(generate(ANONYMOUS), ANONYMOUS, ANONYMOUS, STATIC), features);
		}
		this.candidate = new Candidate(realm, features, find(realm.config(), details.authid()));
		return null;
	}

	/** The question to somebody whom {@link #hello} did not admit at once. */
	Challenge challenge() {
		return new Challenge(Ticket.METHOD, Map.of());
	}

	/**
	 * Checks the answer to the challenge, which counts once.
	 * @throws JoinRefusedException if it is wrong; whether there is such a user cannot be
	 * told from text or time
	 */
	Admission authenticate(Authenticate authenticate) {
		Candidate asked = this.candidate;
		this.candidate = null;
		if (asked == null) {
			throw new ProtocolViolationException("AUTHENTICATE without CHALLENGE");
		}
		UserConfig user = asked.user();
		boolean right = Ticket.matches((user != null) ? user.ticket() : null, authenticate.signature());
		if (user == null || !right) {
			throw new JoinRefusedException(ErrorUris.AUTHENTICATION_DENIED, "authid or ticket is wrong");
		}
		Identity identity = new Identity(user.authid(), user.role(), Ticket.METHOD, STATIC);
		return new Admission(asked.realm(), identity, asked.features());
	}

	/** What the router says to somebody who joined. */
	static Welcome welcome(Realm realm, Peer peer) {
		Identity identity = peer.identity();
		WelcomeDetails details = WelcomeDetails.NONE.withRoles(ROUTER.toDict())
			.withRealm(realm.name())
			.withAuthid(identity.authid())
			.withAuthrole(identity.authrole())
			.withAuthmethod(identity.authmethod())
			.withAuthprovider(identity.authprovider())
			.withAgent(AGENT);
		return new Welcome(peer.session(), details.toDict());
	}

	private static boolean isClient(RoleFeatures features) {
		return features.has(Role.PUBLISHER) || features.has(Role.SUBSCRIBER) || features.has(Role.CALLER)
				|| features.has(Role.CALLEE);
	}

	/** The client's list is in its order of preference. */
	private static String choose(RealmConfig realm, @Nullable List<String> offered) {
		List<String> methods = (offered == null || offered.isEmpty()) ? List.of(ANONYMOUS) : offered;
		List<String> accepted = accepted(realm);
		for (String method : methods) {
			if (accepted.contains(method)) {
				return method;
			}
		}
		throw new JoinRefusedException(ErrorUris.NO_MATCHING_AUTH_METHOD,
				"no offered authentication method is one of those that the realm accepts: " + accepted);
	}

	private static List<String> accepted(RealmConfig realm) {
		List<String> accepted = new ArrayList<>();
		if (realm.anonymous()) {
			accepted.add(ANONYMOUS);
		}
		if (!realm.users().isEmpty()) {
			accepted.add(Ticket.METHOD);
		}
		return accepted;
	}

	/** What is no URI is not sent back. */
	private static String quote(String realm) {
		return UriRules.LOOSE.isValid(realm) ? "'" + realm + "'" : "of that name";
	}

	private static @Nullable UserConfig find(RealmConfig realm, @Nullable String authid) {
		return realm.users().stream().filter((user) -> user.authid().equals(authid)).findFirst().orElse(null);
	}

	private String generate(String kind) {
		return kind + "-" + Long.toString(this.ids.next(), RADIX);
	}

	/**
	 * Somebody who has not proved yet who it is.
	 *
	 * @param realm the realm to join
	 * @param features what the client announced
	 * @param user who it says it is, {@code null} if there is no such user
	 */
	private record Candidate(Realm realm, RoleFeatures features, @Nullable UserConfig user) {
	}

}
