package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import io.wampspring.options.MatchPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that is wanted in every session.
 */
final class WishedSubscription extends Wish implements Subscription {

	private final SubscriptionPlan plan;

	private final CompletableFuture<Subscription> ready = new CompletableFuture<>();

	private volatile @Nullable SessionSubscription current;

	WishedSubscription(DesiredEndpoints endpoints, SubscriptionPlan plan) {
		super(endpoints);
		this.plan = plan;
	}

	@Override
	CompletableFuture<?> request(DefaultSession session) {
		SessionSubscription subscription = session.subscribe(this.plan, this);
		this.current = subscription;
		return subscription.answered();
	}

	@Override
	void onFirstAnswer(@Nullable Throwable failure) {
		if (failure != null) {
			this.ready.completeExceptionally(failure);
		}
		else {
			this.ready.complete(this);
		}
	}

	@Override
	public @Nullable Long id() {
		SessionSubscription subscription = this.current;
		return (subscription != null && subscription.isActive()) ? subscription.id() : null;
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
		return endpoints().application().handOut(this.ready, null);
	}

	@Override
	public CompletableFuture<Boolean> unsubscribe() {
		SessionSubscription subscription;
		synchronized (endpoints()) {
			endpoints().remove(this);
			subscription = this.current;
		}
		return (subscription != null && subscription.isOfOpenSession()) ? subscription.unsubscribe()
				: CompletableFuture.completedFuture(true);
	}

	@Override
	public boolean isActive() {
		SessionSubscription subscription = this.current;
		return subscription != null && subscription.isActive();
	}

	@Override
	String describe() {
		return "the subscription to '" + topic() + "'";
	}

	@Override
	String uri() {
		return topic();
	}

	@Override
	public String toString() {
		return "Subscription[" + topic() + ", " + match().wireName() + ", id=" + id() + "]";
	}

}
