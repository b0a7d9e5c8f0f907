package io.wampspring.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import io.wampspring.client.ErrorContext.Kind;
import io.wampspring.client.session.EventTarget;
import io.wampspring.client.session.Failure;
import io.wampspring.client.session.Reply;
import io.wampspring.client.session.SubscriptionEntry;
import io.wampspring.message.Event;
import io.wampspring.options.EventDetails;
import io.wampspring.options.MatchPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of one session.
 */
final class SessionSubscription implements Subscription {

	private final DefaultSession session;

	private final SubscriptionPlan plan;

	/** What the application was given: this, or the wish that this fulfills. */
	private final Subscription owner;

	private final CompletableFuture<Subscription> ready = new CompletableFuture<>();

	private volatile @Nullable SubscriptionEntry entry;

	private volatile boolean ended;

	SessionSubscription(DefaultSession session, SubscriptionPlan plan, @Nullable Subscription owner) {
		this.session = session;
		this.plan = plan;
		this.owner = (owner != null) ? owner : this;
	}

	/** What the application was given. */
	Subscription owner() {
		return this.owner;
	}

	/** The target of its events; called on the lane. */
	EventTarget target() {
		return new Target();
	}

	/** What to do with the answer to SUBSCRIBE. */
	Reply<SubscriptionEntry> reply() {
		return new Answer();
	}

	@Override
	public @Nullable Long id() {
		SubscriptionEntry confirmed = this.entry;
		return (confirmed != null) ? confirmed.id() : null;
	}

	@Override
	public String topic() {
		return this.plan.topic();
	}

	@Override
	public MatchPolicy match() {
		return this.plan.options().match();
	}

	@Override
	public CompletableFuture<Subscription> ready() {
		return this.session.handOut(this.ready);
	}

	/** Completes on the lane. */
	CompletableFuture<Subscription> answered() {
		return this.ready;
	}

	@Override
	public CompletableFuture<Boolean> unsubscribe() {
		this.ended = true;
		this.session.remove(this);
		CompletableFuture<Boolean> gone = this.ready.handle((subscription, failure) -> this.entry)
			.thenCompose((confirmed) -> (confirmed != null) ? this.session.unsubscribe(confirmed)
					: CompletableFuture.completedFuture(false));
		return this.session.handOut(gone);
	}

	boolean isOfOpenSession() {
		return this.session.isOpen();
	}

	@Override
	public boolean isActive() {
		return this.entry != null && !this.ended && this.session.isOpen();
	}

	@Override
	public String toString() {
		return "Subscription[" + topic() + ", " + match().wireName() + ", id=" + id() + "]";
	}

	/**
	 * The answer to SUBSCRIBE. The id is set before anybody hears of it.
	 */
	private final class Answer implements Reply<SubscriptionEntry> {

		@Override
		public void onSuccess(SubscriptionEntry value) {
			SessionSubscription.this.entry = value;
			SessionSubscription.this.session.add(SessionSubscription.this);
			SessionSubscription.this.ready.complete(SessionSubscription.this.owner);
		}

		@Override
		public void onFailure(Failure failure) {
			SessionSubscription.this.ready.completeExceptionally(Failures.toException(failure));
		}

	}

	/**
	 * Takes events on the lane and hands them to the handler.
	 */
	private final class Target implements EventTarget {

		private final Executor executor;

		Target() {
			Executor own = SessionSubscription.this.plan.executor();
			this.executor = (own != null) ? own : SessionSubscription.this.session.application().executor();
		}

		@Override
		public void onEvent(Event event, EventDetails details) {
			DefaultSession session = SessionSubscription.this.session;
			session.dispatcher()
				.dispatchEvent(SessionSubscription.this.plan.mode(), this.executor, () -> handle(event, details));
		}

		private void handle(Event event, EventDetails details) {
			if (SessionSubscription.this.ended) {
				return;
			}
			String topic = (details.topic() != null) ? details.topic() : topic();
			SessionEvent seen = new SessionEvent(event.payload(), details, topic, event.publication(),
					SessionSubscription.this.owner, SessionSubscription.this.session);
			try {
				SessionSubscription.this.plan.handler().handle(seen);
			}
			catch (Throwable ex) {
				report(ex, topic);
			}
		}

		private void report(Throwable error, String topic) {
			DefaultSession session = SessionSubscription.this.session;
			WampErrorHandler own = SessionSubscription.this.plan.errorHandler();
			Runnable report = () -> session.application()
				.userError(own, error, Kind.EVENT, "the handler of an event of topic '" + topic + "' failed", topic);
			if (SessionSubscription.this.plan.mode() == EventMode.INLINE) {
				session.application().execute(report);
			}
			else {
				report.run();
			}
		}

		@Override
		public void onRevoked(@Nullable String reason) {
			SessionSubscription.this.ended = true;
			SessionSubscription.this.session.remove(SessionSubscription.this);
		}

	}

}
