package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * A registration that is wanted in every session.
 */
final class WishedRegistration extends Wish implements Registration {

	private final RegistrationPlan plan;

	private final CompletableFuture<Registration> ready = new CompletableFuture<>();

	private volatile @Nullable SessionRegistration current;

	WishedRegistration(DesiredEndpoints endpoints, RegistrationPlan plan) {
		super(endpoints);
		this.plan = plan;
	}

	@Override
	CompletableFuture<?> request(DefaultSession session) {
		SessionRegistration registration = session.register(this.plan, this);
		this.current = registration;
		return registration.answered();
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
		SessionRegistration registration = this.current;
		return (registration != null && registration.isActive()) ? registration.id() : null;
	}

	@Override
	public String procedure() {
		return this.plan.procedure();
	}

	@Override
	public CompletableFuture<Registration> ready() {
		return endpoints().application().handOut(this.ready, null);
	}

	@Override
	public CompletableFuture<@Nullable Void> unregister() {
		SessionRegistration registration;
		synchronized (endpoints()) {
			endpoints().remove(this);
			registration = this.current;
		}
		return (registration != null && registration.isOfOpenSession()) ? registration.unregister()
				: CompletableFuture.completedFuture(null);
	}

	@Override
	public boolean isActive() {
		SessionRegistration registration = this.current;
		return registration != null && registration.isActive();
	}

	@Override
	String describe() {
		return "the registration of '" + procedure() + "'";
	}

	@Override
	String uri() {
		return procedure();
	}

	@Override
	public String toString() {
		return "Registration[" + procedure() + ", id=" + id() + "]";
	}

}
