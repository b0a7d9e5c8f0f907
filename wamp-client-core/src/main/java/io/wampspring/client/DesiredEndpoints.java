package io.wampspring.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.wampspring.client.ErrorContext.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What shall be subscribed and registered, whatever session there is. May be used by many
 * threads; its monitor guards the wishes.
 */
final class DesiredEndpoints implements OperationTarget {

	private final Application application;

	private final Supplier<DefaultSession> sessions;

	private final Set<Wish> wishes = new LinkedHashSet<>();

	private @Nullable DefaultSession session;

	/**
	 * Creates the endpoints.
	 * @param application the door to code of the application
	 * @param sessions gives the current session or throws
	 */
	DesiredEndpoints(Application application, Supplier<DefaultSession> sessions) {
		this.application = application;
		this.sessions = sessions;
	}

	Application application() {
		return this.application;
	}

	@Override
	public DefaultSession requireSession() {
		return this.sessions.get();
	}

	@Override
	public Subscription subscribe(SubscriptionPlan plan) {
		WishedSubscription wish = new WishedSubscription(this, plan);
		add(wish);
		return wish;
	}

	@Override
	public Registration register(RegistrationPlan plan) {
		WishedRegistration wish = new WishedRegistration(this, plan);
		add(wish);
		return wish;
	}

	private synchronized void add(Wish wish) {
		this.wishes.add(wish);
		if (this.session != null) {
			wish.attach(this.session);
		}
	}

	synchronized void remove(Wish wish) {
		wish.end();
		this.wishes.remove(wish);
	}

	/**
	 * Sets everything up in a new session.
	 * @return completes, never with a failure, when the router has answered all
	 */
	synchronized CompletableFuture<Void> restore(DefaultSession joined) {
		this.session = joined;
		List<CompletableFuture<?>> answers = this.wishes.stream()
			.<CompletableFuture<?>>map((wish) -> wish.attach(joined))
			.toList();
		return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
	}

	synchronized void onSessionEnded(DefaultSession ended) {
		if (this.session == ended) {
			this.session = null;
		}
	}

	void onRefused(Wish wish, Throwable failure) {
		this.application.postUserError(failure, Kind.RESTORE, wish.describe() + " was refused", wish.uri());
	}

}
