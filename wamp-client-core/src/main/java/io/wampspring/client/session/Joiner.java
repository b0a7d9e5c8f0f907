package io.wampspring.client.session;

import java.util.List;
import java.util.Map;

import io.wampspring.message.Authenticate;
import io.wampspring.message.Challenge;
import io.wampspring.message.Hello;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Welcome;
import io.wampspring.options.HelloDetails;
import io.wampspring.options.Role;
import io.wampspring.options.RoleFeatures;
import io.wampspring.options.WelcomeDetails;

/**
 * Asks to be let in: HELLO, any CHALLENGE and its AUTHENTICATE, WELCOME.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md, advanced/authentication.md</a>
 */
final class Joiner {

	private static final int MAX_ROUNDS = 4;

	private final SessionConfig config;

	private final Outbox out;

	private final SessionListener listener;

	private int round;

	private boolean over;

	Joiner(SessionConfig config, Outbox out, SessionListener listener) {
		this.config = config;
		this.out = out;
		this.listener = listener;
	}

	void start() {
		HelloDetails hello = this.config.hello().withRoles(this.config.features().toDict());
		this.out.send(new Hello(this.config.realm(), hello.toDict()));
	}

	/** Nothing that was asked before is sent any more. */
	void stop() {
		this.over = true;
	}

	void onChallenge(Challenge challenge, Refusal refusal) {
		List<String> offered = this.config.hello().authmethods();
		if (offered == null || !offered.contains(challenge.authMethod())) {
			String text = "authentication method '" + challenge.authMethod() + "' was not offered";
			refusal.refuse(text, new ProtocolViolationException(text));
			return;
		}
		this.round++;
		if (this.round > MAX_ROUNDS) {
			throw new ProtocolViolationException("more than " + MAX_ROUNDS + " challenges");
		}
		this.listener.onChallenge(challenge, new Round(this.round, refusal));
	}

	/** Checks WELCOME and returns what the router can. */
	RoleFeatures onWelcome(Welcome welcome) {
		if (welcome.session() < 1 || welcome.session() > PendingRequests.MAX_ID) {
			throw new ProtocolViolationException("WELCOME with session " + welcome.session());
		}
		RoleFeatures router = RoleFeatures.from(WelcomeDetails.from(welcome.details()).roles());
		if (!router.has(Role.BROKER) && !router.has(Role.DEALER)) {
			throw new ProtocolViolationException("WELCOME of a router that is neither broker nor dealer");
		}
		stop();
		return router;
	}

	/**
	 * Ends the join because of a challenge.
	 */
	interface Refusal {

		void refuse(String text, Throwable cause);

	}

	/**
	 * One challenge. Only the last one can be answered.
	 */
	private final class Round implements Answer {

		private final int number;

		private final Refusal refusal;

		Round(int number, Refusal refusal) {
			this.number = number;
			this.refusal = refusal;
		}

		@Override
		public void give(String signature, Map<String, Object> extra) {
			if (isCurrent()) {
				Joiner.this.out.send(new Authenticate(signature, extra));
			}
		}

		@Override
		public void refuse(String text, Throwable cause) {
			if (isCurrent()) {
				this.refusal.refuse(text, cause);
			}
		}

		private boolean isCurrent() {
			return !Joiner.this.over && this.number == Joiner.this.round;
		}

	}

}
