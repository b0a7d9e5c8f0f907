package io.wampspring.client;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.wampspring.client.session.CallReply;
import io.wampspring.client.session.CallRequest;
import io.wampspring.client.session.Failure;
import io.wampspring.client.session.Joined;
import io.wampspring.client.session.RegistrationEntry;
import io.wampspring.client.session.RunningCall;
import io.wampspring.client.session.RunningInvocation;
import io.wampspring.client.session.SubscriptionEntry;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.PlainPayload;
import io.wampspring.options.CancelMode;
import io.wampspring.options.PublishOptions;
import io.wampspring.options.RoleFeatures;
import io.wampspring.options.WelcomeDetails;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkInfo;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * A joined session: brings requests to its lane and to the roles of its core.
 */
final class DefaultSession implements WampSession, OperationTarget {

	private final ConnectionContext context;

	private final Link<MessageToRouter> link;

	private final SessionLane lane;

	private final Joined joined;

	private final Dispatcher dispatcher;

	private final SendGate gate;

	private final Operations operations;

	private final Set<SessionSubscription> subscriptions = Collections.synchronizedSet(new LinkedHashSet<>());

	private final Set<SessionRegistration> registrations = Collections.synchronizedSet(new LinkedHashSet<>());

	private volatile boolean open = true;

	DefaultSession(ConnectionContext context, Link<MessageToRouter> link, SessionLane lane, Joined joined) {
		this.context = context;
		this.link = link;
		this.lane = lane;
		this.joined = joined;
		this.dispatcher = new Dispatcher(context, link, lane);
		this.gate = new SendGate(link);
		this.operations = new Operations(this, context);
	}

	Application application() {
		return this.context.application();
	}

	SessionLane lane() {
		return this.lane;
	}

	Dispatcher dispatcher() {
		return this.dispatcher;
	}

	/** Makes a future for the application of one that is completed on the lane. */
	<T extends @Nullable Object> CompletableFuture<T> handOut(CompletableFuture<T> internal) {
		return application().handOut(internal, this.lane.lane());
	}

	SendGate gate() {
		return this.gate;
	}

	/** Encodes on the calling thread. */
	Payload encode(Payload payload) {
		try {
			return (payload instanceof PlainPayload plain) ? this.link.encode(plain.args(), plain.kwargs()) : payload;
		}
		catch (PayloadException ex) {
			throw new RequestPayloadException(ex);
		}
	}

	/** The session is over. Called on the lane. */
	void end() {
		this.open = false;
		this.gate.release();
	}

	/**
	 * Holds a thread of the application back while the transport does not keep up. A lane
	 * does not wait, nor does an interrupted thread: it still has its message sent.
	 */
	void waitForRoom() {
		if (!InlineScope.mayBlock(this.lane.lane())) {
			return;
		}
		try {
			if (!this.gate.await(this.context.requestTimeout())) {
				throw new WampException(ErrorUris.TIMEOUT, "the transport takes nothing more");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void hand(Runnable request, Consumer<RuntimeException> failed) {
		this.gate.entered();
		boolean posted = this.lane.post(() -> {
			this.gate.left();
			try {
				request.run();
			}
			catch (PayloadException ex) {
				failed.accept(ex);
			}
		});
		if (!posted) {
			this.gate.left();
			failed.accept(new WampNotConnectedException(this.context.name(), ConnectionState.CLOSED));
		}
	}

	/**
	 * Calls.
	 * @param request what is called, encoded
	 * @param reply gets the answers, on the lane
	 * @param failed hears that nothing was sent
	 * @return the way to cancel it
	 */
	Consumer<CancelMode> call(CallRequest request, CallReply reply, Consumer<RuntimeException> failed) {
		CallOnLane call = new CallOnLane();
		hand(() -> call.running = this.joined.roles().caller().call(request, reply), failed);
		return (mode) -> this.lane.post(() -> call.cancel(mode));
	}

	/**
	 * Sends a progressive result. A handler makes them faster than a transport takes
	 * them, so it waits for room like a publisher.
	 */
	void progress(RunningInvocation call, Payload payload) {
		waitForRoom();
		hand(() -> call.progress(payload), (unsent) -> {
		});
	}

	/** Publishes; completes on the lane when the message was sent. */
	CompletableFuture<@Nullable Void> publish(String topic, PublishOptions options, Payload payload) {
		CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
		this.gate.whenOpen(() -> hand(() -> {
			Failure failure = this.joined.roles().publisher().publish(topic, options, payload);
			if (failure != null) {
				sent.completeExceptionally(Failures.toException(failure));
			}
			else {
				sent.complete(null);
			}
		}, sent::completeExceptionally));
		return sent;
	}

	/** Publishes; completes on the lane when the router confirmed it. */
	CompletableFuture<Long> publishAcknowledged(String topic, PublishOptions options, Payload payload) {
		ReplyFuture<Long> reply = awaited();
		this.gate.whenOpen(() -> hand(
				() -> this.joined.roles()
					.publisher()
					.publish(topic, options, payload, this.context.requestTimeout(), reply),
				reply::completeExceptionally));
		return reply;
	}

	private <T extends @Nullable Object> ReplyFuture<T> awaited() {
		ReplyFuture<T> reply = new ReplyFuture<>();
		await(reply);
		return reply;
	}

	private void await(CompletableFuture<?> reply) {
		this.dispatcher.replyAwaited();
		reply.whenComplete((value, failure) -> this.dispatcher.replyCame());
	}

	@Override
	public SessionSubscription subscribe(SubscriptionPlan plan) {
		return subscribe(plan, null);
	}

	SessionSubscription subscribe(SubscriptionPlan plan, @Nullable Subscription owner) {
		SessionSubscription subscription = new SessionSubscription(this, plan, owner);
		await(subscription.answered());
		hand(() -> this.joined.roles()
			.subscriber()
			.subscribe(plan.topic(), plan.options(), subscription.target(), this.context.requestTimeout(),
					subscription.reply()),
				subscription.answered()::completeExceptionally);
		return subscription;
	}

	CompletableFuture<Boolean> unsubscribe(SubscriptionEntry entry) {
		ReplyFuture<Boolean> reply = awaited();
		hand(() -> this.joined.roles().subscriber().unsubscribe(entry, this.context.requestTimeout(), reply),
				reply::completeExceptionally);
		return reply;
	}

	@Override
	public SessionRegistration register(RegistrationPlan plan) {
		return register(plan, null);
	}

	SessionRegistration register(RegistrationPlan plan, @Nullable Registration owner) {
		SessionRegistration registration = new SessionRegistration(this, plan, owner);
		await(registration.answered());
		hand(() -> this.joined.roles()
			.callee()
			.register(plan.procedure(), plan.options(), registration.target(), this.context.requestTimeout(),
					registration.reply()),
				registration.answered()::completeExceptionally);
		return registration;
	}

	CompletableFuture<@Nullable Void> unregister(RegistrationEntry entry) {
		ReplyFuture<@Nullable Void> reply = awaited();
		hand(() -> this.joined.roles().callee().unregister(entry, this.context.requestTimeout(), reply),
				reply::completeExceptionally);
		return reply;
	}

	void add(SessionSubscription subscription) {
		this.subscriptions.add(subscription);
	}

	void remove(SessionSubscription subscription) {
		this.subscriptions.remove(subscription);
	}

	void add(SessionRegistration registration) {
		this.registrations.add(registration);
	}

	void remove(SessionRegistration registration) {
		this.registrations.remove(registration);
	}

	@Override
	public DefaultSession requireSession() {
		if (!this.open) {
			throw new WampNotConnectedException(this.context.name(), ConnectionState.CLOSED);
		}
		return this;
	}

	@Override
	public CallSpec call(String procedure) {
		return this.operations.call(procedure);
	}

	@Override
	public PublishSpec publish(String topic) {
		return this.operations.publish(topic);
	}

	@Override
	public SubscribeSpec subscribe(String topic) {
		return this.operations.subscribe(topic);
	}

	@Override
	public RegisterSpec register(String procedure) {
		return this.operations.register(procedure);
	}

	@Override
	public long id() {
		return this.joined.id();
	}

	@Override
	public String realm() {
		return this.joined.realm();
	}

	@Override
	public boolean isOpen() {
		return this.open;
	}

	@Override
	public WelcomeDetails details() {
		return this.joined.details();
	}

	@Override
	public RoleFeatures features() {
		return this.joined.features();
	}

	@Override
	public List<Subscription> subscriptions() {
		synchronized (this.subscriptions) {
			return this.subscriptions.stream()
				.filter(SessionSubscription::isActive)
				.map(SessionSubscription::owner)
				.toList();
		}
	}

	@Override
	public List<Registration> registrations() {
		synchronized (this.registrations) {
			return this.registrations.stream()
				.filter(SessionRegistration::isActive)
				.map(SessionRegistration::owner)
				.toList();
		}
	}

	@Override
	public LinkInfo transport() {
		return this.link.info();
	}

	@Override
	public WampConnection connection() {
		return this.context.connection();
	}

	@Override
	public String toString() {
		return "session " + id() + " on '" + realm() + "'";
	}

	/**
	 * A call once it is made. Confined to the lane.
	 */
	private static final class CallOnLane {

		private @Nullable RunningCall running;

		void cancel(CancelMode mode) {
			if (this.running != null) {
				this.running.cancel(mode);
			}
		}

	}

}
