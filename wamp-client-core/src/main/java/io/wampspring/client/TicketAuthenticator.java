package io.wampspring.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Answers with a ticket (method {@code ticket}): a token, a password, a JWT. Shows it to
 * nobody else.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/authentication_ticket.md</a>
 */
public final class TicketAuthenticator implements WampAuthenticator {

	/** The name of the method. */
	public static final String METHOD = "ticket";

	private final Supplier<String> ticket;

	/**
	 * Creates the authenticator.
	 * @param ticket asked at every attempt to join, on the application executor; may
	 * block
	 */
	public TicketAuthenticator(Supplier<String> ticket) {
		this.ticket = ticket;
	}

	@Override
	public CompletionStage<Authentication> authenticate(Challenge challenge) {
		if (!METHOD.equals(challenge.method())) {
			throw new IllegalArgumentException("a ticket does not answer a challenge of method " + challenge.method());
		}
		return CompletableFuture.completedFuture(new Authentication(this.ticket.get()));
	}

	@Override
	public List<String> methods() {
		return List.of(METHOD);
	}

	@Override
	public String toString() {
		return "TicketAuthenticator[***]";
	}

}
