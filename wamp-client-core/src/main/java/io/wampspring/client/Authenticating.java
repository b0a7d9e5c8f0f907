package io.wampspring.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.wampspring.client.ErrorContext.Kind;
import io.wampspring.client.session.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the application for the answer to a challenge and brings it back to the lane.
 * Nothing of the answer is logged.
 */
final class Authenticating {

	private final ConnectionContext context;

	private final SessionLane lane;

	private final Answer answer;

	Authenticating(ConnectionContext context, SessionLane lane, Answer answer) {
		this.context = context;
		this.lane = lane;
		this.answer = answer;
	}

	/** Called on the lane. */
	void answer(Challenge challenge) {
		WampAuthenticator authenticator = this.context.authenticator();
		if (authenticator == null) {
			String text = "no authenticator answers a challenge of method '" + challenge.method() + "'";
			this.context.application()
				.postInternalError(new IllegalStateException(text), Kind.AUTHENTICATOR, text, challenge.method());
			this.answer.refuse(text, new IllegalStateException(text));
			return;
		}
		CompletableFuture.supplyAsync(() -> ask(authenticator, challenge), this.context.application())
			.thenCompose((stage) -> stage)
			.whenComplete((authentication, failure) -> bringBack(challenge, authentication, failure));
	}

	private static CompletionStage<Authentication> ask(WampAuthenticator authenticator, Challenge challenge) {
		try {
			return authenticator.authenticate(challenge);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new CompletionException(ex);
		}
	}

	private void bringBack(Challenge challenge, @Nullable Authentication authentication, @Nullable Throwable failure) {
		if (authentication != null) {
			this.lane.post(() -> this.answer.give(authentication.signature(), authentication.extra()));
			return;
		}
		Throwable error = unwrap((failure != null) ? failure : new NullPointerException("no authentication"));
		this.context.application()
			.userError(null, error, Kind.AUTHENTICATOR,
					"the authenticator failed on a challenge of method '" + challenge.method() + "'",
					challenge.method());
		this.lane.post(() -> this.answer.refuse("the challenge cannot be answered", error));
	}

	private static Throwable unwrap(Throwable failure) {
		Throwable cause = failure.getCause();
		return (failure instanceof CompletionException && cause != null) ? cause : failure;
	}

}
