package io.wampspring.endpoint;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.wampspring.client.Registration;
import io.wampspring.client.Subscription;
import io.wampspring.client.WampConnectionLostException;
import io.wampspring.client.WampSession;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of the registry: whether it shall serve, and what came of it in the
 * current session. Guarded by the lock of its {@link ConnectionEndpoints}.
 */
final class Endpoint {

	private final EndpointDefinition definition;

	private final String connection;

	private final Starter starter;

	private boolean desired;

	private @Nullable Attachment attachment;

	Endpoint(EndpointDefinition definition, String connection, Starter starter) {
		this.definition = definition;
		this.connection = connection;
		this.starter = starter;
		this.desired = definition.autoStartup();
	}

	EndpointDefinition definition() {
		return this.definition;
	}

	boolean isDesired() {
		return this.desired;
	}

	void setDesired(boolean desired) {
		this.desired = desired;
	}

	/**
	 * Asks the router, unless that was done in the same session.
	 * @param session the session to serve in
	 * @param announce runs when the router has answered what is asked now
	 * @return completes with the router's answer
	 */
	CompletableFuture<?> attach(WampSession session, Runnable announce) {
		Attachment current = this.attachment;
		if (current != null && current.session == session) {
			return current.answer;
		}
		Attachment attachment = new Attachment(session, start(session));
		this.attachment = attachment;
		return attachment.answer.whenComplete((answer, failure) -> announce.run());
	}

	private Serving start(WampSession session) {
		try {
			return this.starter.start(session);
		}
		catch (RuntimeException ex) {
			return Serving.refused(ex);
		}
	}

	/**
	 * Ends it in the session it serves in.
	 * @return completes when the router has answered
	 */
	CompletableFuture<?> detach() {
		Attachment attachment = this.attachment;
		this.attachment = null;
		return (attachment != null) ? attachment.serving.end().get() : CompletableFuture.completedFuture(null);
	}

	EndpointStatus status() {
		Attachment current = this.attachment;
		EndpointState state = EndpointState.WAITING;
		Throwable error = null;
		if (!this.desired) {
			state = EndpointState.STOPPED;
		}
		else if (current != null && current.session.isOpen()) {
			error = current.failure;
			state = (error != null) ? EndpointState.FAILED : current.state();
		}
		return new EndpointStatus(this.definition.id(), this.definition.kind(), this.definition.uri(), this.connection,
				this.definition.describe(), state, error);
	}

	/** What came of it in one session. */
	private static final class Attachment {

		private final WampSession session;

		private final Serving serving;

		private final CompletableFuture<?> answer;

		private volatile @Nullable Throwable failure;

		Attachment(WampSession session, Serving serving) {
			this.session = session;
			this.serving = serving;
			this.answer = serving.ready().handle(this::answered);
		}

		private @Nullable Void answered(@Nullable Object ready, @Nullable Throwable failure) {
			Throwable error = (failure instanceof CompletionException && failure.getCause() != null)
					? failure.getCause() : failure;
			// The end of the session is no refusal.
			this.failure = (error instanceof WampConnectionLostException) ? null : error;
			return null;
		}

		private EndpointState state() {
			return this.serving.active().getAsBoolean() ? EndpointState.REGISTERED : EndpointState.WAITING;
		}

	}

	/** Registers or subscribes. */
	@FunctionalInterface
	interface Starter {

		/**
		 * Asks the router; does not wait.
		 * @param session the session to serve in
		 * @return the way to end it
		 */
		Serving start(WampSession session);

	}

	/**
	 * A registration or subscription.
	 *
	 * @param ready completes with the router's answer
	 * @param end ends it; completes when the router has answered
	 * @param active whether the router has accepted it and it was not ended
	 */
	record Serving(CompletableFuture<?> ready, Supplier<CompletableFuture<?>> end, BooleanSupplier active) {

		static Serving of(Registration registration) {
			return new Serving(registration.ready(), registration::unregister, registration::isActive);
		}

		static Serving of(Subscription subscription) {
			return new Serving(subscription.ready(), subscription::unsubscribe, subscription::isActive);
		}

		static Serving refused(Throwable error) {
			return new Serving(CompletableFuture.failedFuture(error), () -> CompletableFuture.completedFuture(null),
					() -> false);
		}

	}

}
