package io.wampspring.client;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.wampspring.client.InvocationGate.Slots;
import io.wampspring.client.session.Failure;
import io.wampspring.client.session.InvocationTarget;
import io.wampspring.client.session.RegistrationEntry;
import io.wampspring.client.session.Reply;
import io.wampspring.client.session.RunningInvocation;
import io.wampspring.message.Payload;
import io.wampspring.options.CancelMode;
import io.wampspring.options.InterruptOptions;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * A registration of one session.
 */
final class SessionRegistration implements Registration {

	private final DefaultSession session;

	private final RegistrationPlan plan;

	/** What the application was given: this, or the wish that this fulfills. */
	private final Registration owner;

	private final CompletableFuture<Registration> ready = new CompletableFuture<>();

	private volatile @Nullable RegistrationEntry entry;

	private volatile boolean ended;

	SessionRegistration(DefaultSession session, RegistrationPlan plan, @Nullable Registration owner) {
		this.session = session;
		this.plan = plan;
		this.owner = (owner != null) ? owner : this;
	}

	/** The target of its invocations; called on the lane. */
	InvocationTarget target() {
		return new Target();
	}

	/** What to do with the answer to REGISTER. */
	Reply<RegistrationEntry> reply() {
		return new Answer();
	}

	RegistrationPlan plan() {
		return this.plan;
	}

	Registration owner() {
		return this.owner;
	}

	@Override
	public @Nullable Long id() {
		RegistrationEntry confirmed = this.entry;
		return (confirmed != null) ? confirmed.id() : null;
	}

	@Override
	public String procedure() {
		return this.plan.procedure();
	}

	@Override
	public CompletableFuture<Registration> ready() {
		return this.session.handOut(this.ready);
	}

	/** Completes on the lane. */
	CompletableFuture<Registration> answered() {
		return this.ready;
	}

	@Override
	public CompletableFuture<@Nullable Void> unregister() {
		this.ended = true;
		this.session.remove(this);
		CompletableFuture<@Nullable Void> gone = this.ready.handle((registration, failure) -> this.entry)
			.thenCompose((confirmed) -> (confirmed != null) ? this.session.unregister(confirmed)
					: CompletableFuture.completedFuture(null));
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
		return "Registration[" + procedure() + ", id=" + id() + "]";
	}

	/**
	 * The answer to REGISTER. The id is set before anybody hears of it.
	 */
	private final class Answer implements Reply<RegistrationEntry> {

		@Override
		public void onSuccess(RegistrationEntry value) {
			SessionRegistration.this.entry = value;
			SessionRegistration.this.session.add(SessionRegistration.this);
			SessionRegistration.this.ready.complete(SessionRegistration.this.owner);
		}

		@Override
		public void onFailure(Failure failure) {
			SessionRegistration.this.ready.completeExceptionally(Failures.toException(failure));
		}

	}

	/**
	 * Takes invocations on the lane and hands them to the handler.
	 */
	private final class Target implements InvocationTarget {

		private final Slots slots;

		private final Executor executor;

		private final Map<RunningInvocation, SessionInvocation> running = new HashMap<>();

		Target() {
			RegistrationPlan plan = SessionRegistration.this.plan;
			Executor own = plan.executor();
			this.slots = new Slots(plan.concurrency());
			this.executor = (own != null) ? own : SessionRegistration.this.session.application().executor();
		}

		@Override
		public void onInvocation(RunningInvocation call) {
			DefaultSession session = SessionRegistration.this.session;
			SessionInvocation invocation = new SessionInvocation(session, SessionRegistration.this, call);
			this.running.put(call, invocation);
			if (SessionRegistration.this.plan.inline()) {
				invocation.whenEnded(() -> this.running.remove(call));
				InlineScope.run(invocation);
				return;
			}
			invocation.whenEnded(() -> {
				this.running.remove(call);
				session.dispatcher().invocationEnded(this.slots);
			});
			if (!session.dispatcher().dispatchInvocation(this.slots, () -> start(invocation))) {
				this.running.remove(call);
				call.fail(ErrorUris.UNAVAILABLE, Payload.of("too many calls wait here"));
			}
		}

		private void start(SessionInvocation invocation) {
			try {
				this.executor.execute(invocation);
			}
			catch (RejectedExecutionException ex) {
				invocation.refuse();
			}
		}

		@Override
		public void onInterrupt(RunningInvocation call, InterruptOptions options) {
			SessionInvocation invocation = this.running.get(call);
			if (invocation != null) {
				invocation.interrupt(new Interruption(CancelMode.find(options.mode()), options.reason()));
			}
		}

		@Override
		public void onRevoked(@Nullable String reason) {
			SessionRegistration.this.ended = true;
			SessionRegistration.this.session.remove(SessionRegistration.this);
		}

	}

}
