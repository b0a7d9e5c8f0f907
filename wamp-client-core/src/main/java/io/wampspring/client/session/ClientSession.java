package io.wampspring.client.session;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.wampspring.lane.Timers;
import io.wampspring.message.Abort;
import io.wampspring.message.Challenge;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Published;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unregistered;
import io.wampspring.message.Unsubscribed;
import io.wampspring.message.Welcome;
import io.wampspring.options.CloseDetails;
import io.wampspring.options.Feature;
import io.wampspring.options.RoleFeatures;
import io.wampspring.options.WelcomeDetails;
import io.wampspring.uri.CloseReasons;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * The life of a client's session, from HELLO to its end; everything else is done by the
 * roles. Confined to the lane of the link.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md</a>
 */
public final class ClientSession implements MessageToClient.Receiver {

	private final SessionConfig config;

	private final Outbox out;

	private final Timers timers;

	private final SessionListener listener;

	private final Deadlines deadlines;

	private final PendingRequests requests;

	private final SetupWindow setups;

	private final Joiner joiner;

	private Phase phase = Phase.NEW;

	private Joined.@Nullable Roles roles;

	private Timers.@Nullable Timer timer;

	/**
	 * Creates a session.
	 * @param config what it asks for
	 * @param sink takes the messages, in order; throws
	 * {@link io.wampspring.message.PayloadException} for one that cannot be sent
	 * @param timers tells the time on the lane
	 * @param listener hears of its life
	 */
	public ClientSession(SessionConfig config, Consumer<MessageToRouter> sink, Timers timers,
			SessionListener listener) {
		this.config = config;
		this.out = new Outbox(sink);
		this.timers = timers;
		this.listener = listener;
		this.deadlines = new Deadlines(timers);
		this.requests = new PendingRequests(this.out, this.deadlines, config.strict(), listener::onIncident);
		this.setups = new SetupWindow(this.deadlines);
		this.joiner = new Joiner(config, this.out, listener);
	}

	/**
	 * Asks to join.
	 */
	public void start() {
		this.phase = Phase.JOINING;
		this.timer = this.timers.schedule(this.config.joinTimeout(), () -> end(SessionEnd
			.of(SessionEnd.Kind.JOIN_TIMEOUT, null, "no WELCOME within " + this.config.joinTimeout() + " ms")));
		this.joiner.start();
	}

	/**
	 * Takes a message. Nothing is processed after the end of the session.
	 * @param message the message
	 */
	public void receive(MessageToClient message) {
		if (this.phase == Phase.ENDED) {
			return;
		}
		try {
			message.deliverTo(this);
		}
		catch (ProtocolViolationException ex) {
			onViolation(ex);
		}
	}

	/**
	 * The router broke the protocol: tells it and ends the session.
	 * @param violation how
	 */
	public void onViolation(ProtocolViolationException violation) {
		if (this.phase == Phase.ENDED) {
			return;
		}
		abort(SessionEnd.Kind.VIOLATION, ErrorUris.PROTOCOL_VIOLATION, String.valueOf(violation.getMessage()),
				violation);
	}

	/**
	 * A message of an extension type came.
	 */
	public void onExtension() {
		this.listener.onIncident(Incident.EXTENSION_MESSAGE);
	}

	/**
	 * The transport is gone.
	 * @param text how
	 * @param cause what broke it, {@code null} when nothing is known
	 */
	public void onTransportClosed(String text, @Nullable Throwable cause) {
		if (this.phase == Phase.LEAVING) {
			end(SessionEnd.of(SessionEnd.Kind.LEFT, null, "the transport closed before GOODBYE was answered"));
		}
		else {
			end(new SessionEnd(SessionEnd.Kind.LOST, null, text, Payload.EMPTY, cause));
		}
	}

	/**
	 * Leaves: sends GOODBYE, or ABORT while the session is not joined. What waits for an
	 * answer fails at once.
	 * @param reason why
	 * @param message a text for people
	 */
	public void leave(String reason, @Nullable String message) {
		switch (this.phase) {
			case JOINING -> {
				this.out.sendLast(new Abort(details(message), reason, Payload.EMPTY));
				end(SessionEnd.of(SessionEnd.Kind.LEFT, reason, null));
			}
			case OPEN -> {
				this.phase = Phase.LEAVING;
				this.out.sendLast(new Goodbye(details(message), reason));
				failAll(reason, "the session was left");
				this.timer = this.timers.schedule(this.config.leaveTimeout(),
						() -> end(SessionEnd.of(SessionEnd.Kind.LEFT, reason,
								"GOODBYE was not answered within " + this.config.leaveTimeout() + " ms")));
			}
			default -> {
			}
		}
	}

	private static Map<String, Object> details(@Nullable String message) {
		return (message != null) ? CloseDetails.NONE.withMessage(message).toDict() : Map.of();
	}

	private void abort(SessionEnd.Kind kind, String uri, String text, Throwable cause) {
		this.out.sendLast(new Abort(details(text), uri, Payload.EMPTY));
		end(new SessionEnd(kind, uri, text, Payload.EMPTY, cause));
	}

	private void end(SessionEnd end) {
		if (this.phase == Phase.ENDED) {
			return;
		}
		this.phase = Phase.ENDED;
		this.joiner.stop();
		this.out.close();
		stopTimer();
		this.listener.onEnding();
		String uri = end.uri();
		String text = end.message();
		failAll((uri != null) ? uri : CloseReasons.TRANSPORT_LOST, (text != null) ? text : "the session ended");
		this.listener.onEnded(end);
	}

	private void failAll(String uri, String text) {
		this.deadlines.clear();
		Failure failure = Failure.lost(uri, text);
		this.setups.close(failure.as(Failure.Kind.UNSENT));
		this.requests.close(failure);
		if (this.roles != null) {
			this.roles.callee().abandon(uri);
			this.roles.subscriber().abandon();
		}
	}

	private void stopTimer() {
		if (this.timer != null) {
			this.timer.cancel();
			this.timer = null;
		}
	}

	@Override
	public void onWelcome(Welcome welcome) {
		if (this.phase == Phase.LEAVING) {
			return;
		}
		requirePhase(Phase.JOINING, MessageType.WELCOME);
		RoleFeatures router = this.joiner.onWelcome(welcome);
		stopTimer();
		this.phase = Phase.OPEN;
		RoleFeatures features = Features.agreed(this.config.features(), router);
		SessionContext context = new SessionContext(this.out, this.requests, this.setups,
				new UriCheck(this.config.uriRules()), this.listener::onIncident, this.config.strict());
		Set<Feature> ofCaller = Features.ofCaller(this.config.features(), router, this.config.strict());
		this.roles = new Joined.Roles(new Caller(context, ofCaller, this.config.killTimeout()), new Callee(context),
				new Publisher(this.requests, context.uris()), new Subscriber(context));
		WelcomeDetails details = WelcomeDetails.from(welcome.details());
		String realm = details.realm();
		this.listener.onJoined(new Joined(welcome.session(), (realm != null) ? realm : this.config.realm(), details,
				features, this.roles));
	}

	@Override
	public void onChallenge(Challenge challenge) {
		if (this.phase == Phase.LEAVING) {
			return;
		}
		requirePhase(Phase.JOINING, MessageType.CHALLENGE);
		this.joiner.onChallenge(challenge,
				(text, cause) -> abort(SessionEnd.Kind.UNAUTHENTICATED, ErrorUris.CANNOT_AUTHENTICATE, text, cause));
	}

	@Override
	public void onAbort(Abort abort) {
		if (this.phase == Phase.LEAVING) {
			end(SessionEnd.of(SessionEnd.Kind.LEFT, abort.reason(), null));
			return;
		}
		this.out.close();
		end(new SessionEnd(SessionEnd.Kind.ABORTED, abort.reason(), CloseDetails.from(abort.details()).message(),
				abort.payload(), null));
	}

	@Override
	public void onGoodbye(Goodbye goodbye) {
		if (this.phase == Phase.LEAVING) {
			end(SessionEnd.of(SessionEnd.Kind.LEFT, goodbye.reason(), null));
			return;
		}
		requirePhase(Phase.OPEN, MessageType.GOODBYE);
		String message = CloseDetails.from(goodbye.details()).message();
		this.out.sendLast(new Goodbye(Map.of(), CloseReasons.GOODBYE_AND_OUT));
		end(SessionEnd.of(SessionEnd.Kind.DISMISSED, goodbye.reason(), message));
	}

	@Override
	public void onError(ErrorMessage error) {
		whileOpen(MessageType.ERROR, (open) -> {
			switch (error.requestType()) {
				case PUBLISH, SUBSCRIBE, UNSUBSCRIBE, CALL, REGISTER, UNREGISTER -> this.requests.onError(error);
				// Some routers answer a CANCEL that they do not understand.
				case CANCEL -> this.listener.onIncident(Incident.LATE_REPLY);
				default -> throw new ProtocolViolationException("ERROR for a request of type " + error.requestType());
			}
		});
	}

	@Override
	public void onPublished(Published published) {
		whileOpen(MessageType.PUBLISHED, (open) -> open.publisher().onPublished(published));
	}

	@Override
	public void onSubscribed(Subscribed subscribed) {
		whileOpen(MessageType.SUBSCRIBED, (open) -> open.subscriber().onSubscribed(subscribed));
	}

	@Override
	public void onUnsubscribed(Unsubscribed unsubscribed) {
		whileOpen(MessageType.UNSUBSCRIBED, (open) -> open.subscriber().onUnsubscribed(unsubscribed));
	}

	@Override
	public void onEvent(Event event) {
		whileOpen(MessageType.EVENT, (open) -> open.subscriber().onEvent(event));
	}

	@Override
	public void onResult(Result result) {
		whileOpen(MessageType.RESULT, (open) -> open.caller().onResult(result));
	}

	@Override
	public void onRegistered(Registered registered) {
		whileOpen(MessageType.REGISTERED, (open) -> open.callee().onRegistered(registered));
	}

	@Override
	public void onUnregistered(Unregistered unregistered) {
		whileOpen(MessageType.UNREGISTERED, (open) -> open.callee().onUnregistered(unregistered));
	}

	@Override
	public void onInvocation(Invocation invocation) {
		whileOpen(MessageType.INVOCATION, (open) -> open.callee().onInvocation(invocation));
	}

	@Override
	public void onInterrupt(Interrupt interrupt) {
		whileOpen(MessageType.INTERRUPT, (open) -> open.callee().onInterrupt(interrupt));
	}

	/** While GOODBYE waits for its answer everything else is ignored. */
	private void whileOpen(MessageType type, Consumer<Joined.Roles> action) {
		if (this.phase == Phase.LEAVING) {
			return;
		}
		requirePhase(Phase.OPEN, type);
		if (this.roles != null) {
			action.accept(this.roles);
		}
	}

	private void requirePhase(Phase required, MessageType type) {
		if (this.phase != required) {
			throw new ProtocolViolationException(
					type + ((required == Phase.OPEN) ? " before WELCOME" : " after WELCOME"));
		}
	}

	private enum Phase {

		NEW, JOINING, OPEN, LEAVING, ENDED

	}

}
