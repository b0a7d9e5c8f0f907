package io.wampspring.router.core;

import java.time.Duration;

import io.wampspring.lane.Timers;
import io.wampspring.message.Abort;
import io.wampspring.message.Authenticate;
import io.wampspring.message.Call;
import io.wampspring.message.Cancel;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Hello;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Publish;
import io.wampspring.message.Register;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Yield;
import io.wampspring.options.CloseDetails;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.CloseCode;
import io.wampspring.uri.CloseReasons;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * The router's end of one link: the life of the session, and which message is allowed
 * when. What a message means is the business of {@link Welcomer}, broker and dealer. One
 * link may carry several sessions, one after the other.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md, basic/building_blocks.md</a>
 */
public final class RouterSession implements MessageToRouter.Receiver {

	/** Longer texts of a violation hold what the peer sent, and are cut. */
	private static final int MAX_TEXT = 256;

	private final SessionHost host;

	private final Timers timers;

	private final Welcomer welcomer;

	private final RouterConfig config;

	private State state = State.NEW;

	private @Nullable Membership membership;

	private Timers.@Nullable Timer timer;

	/**
	 * Creates the session of a link.
	 * @param host the shell
	 * @param timers time, on the lane that the session lives on
	 * @param welcomer the handshake
	 * @param config limits and rules
	 */
	public RouterSession(SessionHost host, Timers timers, Welcomer welcomer, RouterConfig config) {
		this.host = host;
		this.timers = timers;
		this.welcomer = welcomer;
		this.config = config;
	}

	/**
	 * Begins to wait for HELLO.
	 */
	public void start() {
		schedule(this.config.limits().helloTimeout(), () -> refuse(ErrorUris.TIMEOUT,
				"no HELLO within " + this.config.limits().helloTimeout().toMillis() + " ms"));
	}

	/**
	 * Takes a message from the link.
	 * @param message the message
	 */
	public void receive(MessageToRouter message) {
		try {
			if (isExpected(message.type())) {
				message.deliverTo(this);
			}
		}
		catch (ProtocolViolationException ex) {
			violate(ex);
		}
		catch (JoinRefusedException ex) {
			refuse(ex.reason(), String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * The client broke the protocol: ABORT, and nothing that comes after is processed.
	 * @param violation what was wrong
	 */
	public void violate(ProtocolViolationException violation) {
		if (this.state == State.OVER) {
			return;
		}
		String text = String.valueOf(violation.getMessage());
		String shortened = (text.length() > MAX_TEXT) ? text.substring(0, MAX_TEXT) + "..." : text;
		this.host.onViolation(shortened);
		abort(ErrorUris.PROTOCOL_VIOLATION, shortened, CloseCode.PROTOCOL_ERROR);
	}

	/**
	 * Something failed here that is not the client's fault.
	 */
	public void fail() {
		abort(ErrorUris.RUNTIME_ERROR, "the router failed", CloseCode.INTERNAL_ERROR);
	}

	/**
	 * The router ends the session. A joined one is detached at once and gets GOODBYE; the
	 * link is closed after the answer, or when none comes in time.
	 * @param reason the URI of the reason
	 * @param code for the link
	 */
	public void close(String reason, CloseCode code) {
		if (this.state == State.JOINED) {
			leave(reason);
			this.state = State.LEAVING;
			this.host.send(new Goodbye(CloseDetails.NONE.toDict(), reason));
			schedule(this.config.limits().leaveTimeout(), () -> end(code, reason));
		}
		else if (this.state == State.PARTED) {
			end(code, reason);
		}
		else if (this.state != State.LEAVING) {
			abort(reason, "the router ends the session", code);
		}
	}

	/**
	 * The link is gone.
	 * @param reason the URI of the reason
	 */
	public void onClosed(String reason) {
		leave(reason);
		cancelTimer();
		this.state = State.OVER;
	}

	@Override
	public void onHello(Hello hello) {
		cancelTimer();
		Admission admission = this.welcomer.hello(hello);
		if (admission != null) {
			enter(admission);
			return;
		}
		this.state = State.CHALLENGED;
		this.host.send(this.welcomer.challenge());
		schedule(this.config.limits().authenticateTimeout(), () -> refuse(ErrorUris.AUTHENTICATION_FAILED,
				"no AUTHENTICATE within " + this.config.limits().authenticateTimeout().toMillis() + " ms"));
	}

	@Override
	public void onAuthenticate(Authenticate authenticate) {
		cancelTimer();
		enter(this.welcomer.authenticate(authenticate));
	}

	@Override
	public void onAbort(Abort abort) {
		leave(abort.reason());
		end(CloseCode.NORMAL, abort.reason());
	}

	@Override
	public void onGoodbye(Goodbye goodbye) {
		if (this.state == State.LEAVING) {
			end(CloseCode.NORMAL, CloseReasons.GOODBYE_AND_OUT);
			return;
		}
		leave(goodbye.reason());
		this.state = State.PARTED;
		this.host.send(new Goodbye(CloseDetails.NONE.toDict(), CloseReasons.GOODBYE_AND_OUT));
		schedule(this.config.limits().helloTimeout(), () -> end(CloseCode.NORMAL, CloseReasons.GOODBYE_AND_OUT));
	}

	@Override
	public void onPublish(Publish publish) {
		joined().publish(publish);
	}

	@Override
	public void onSubscribe(Subscribe subscribe) {
		joined().subscribe(subscribe);
	}

	@Override
	public void onUnsubscribe(Unsubscribe unsubscribe) {
		joined().unsubscribe(unsubscribe);
	}

	@Override
	public void onRegister(Register register) {
		joined().register(register);
	}

	@Override
	public void onUnregister(Unregister unregister) {
		joined().unregister(unregister);
	}

	@Override
	public void onCall(Call call) {
		joined().call(call);
	}

	@Override
	public void onCancel(Cancel cancel) {
		joined().cancel(cancel);
	}

	@Override
	public void onYield(Yield yielded) {
		joined().yield(yielded);
	}

	@Override
	public void onError(ErrorMessage error) {
		joined().error(error);
	}

	/**
	 * After GOODBYE was sent, only GOODBYE and ABORT count; once it is over, nothing.
	 * @throws ProtocolViolationException if the message must not come now
	 */
	private boolean isExpected(MessageType type) {
		if (type == MessageType.ABORT) {
			return this.state != State.OVER;
		}
		return switch (this.state) {
			case NEW, PARTED -> expect(type, type == MessageType.HELLO, "before HELLO");
			case CHALLENGED -> expect(type, type == MessageType.AUTHENTICATE, "instead of AUTHENTICATE");
			case JOINED -> expect(type, type.phase() == MessageType.Phase.OPEN, "in an open session");
			case LEAVING -> type == MessageType.GOODBYE;
			case OVER -> false;
		};
	}

	private static boolean expect(MessageType type, boolean expected, String situation) {
		if (!expected) {
			throw new ProtocolViolationException("received " + type + " " + situation);
		}
		return true;
	}

	private void enter(Admission admission) {
		this.host.moveTo(admission.realm(), () -> join(admission));
	}

	private void join(Admission admission) {
		if (this.state == State.OVER) {
			return;
		}
		Realm realm = admission.realm();
		Peer peer = realm.join(admission.identity(), admission.features(), this.host::send);
		this.membership = new Membership(realm, peer, this.config.strictRequestIds());
		this.state = State.JOINED;
		this.host.onJoined(realm, peer);
		this.host.send(Welcomer.welcome(realm, peer));
	}

	private void leave(String reason) {
		Membership left = this.membership;
		if (left != null) {
			this.membership = null;
			left.leave();
			this.host.onLeft(left.peer(), reason);
		}
	}

	private void refuse(String reason, String text) {
		this.host.onRefused(reason, text);
		abort(reason, text, CloseCode.POLICY);
	}

	private void abort(String reason, String text, CloseCode code) {
		if (this.state == State.OVER) {
			return;
		}
		leave(reason);
		this.host.send(new Abort(CloseDetails.NONE.withMessage(text).toDict(), reason, Payload.EMPTY));
		end(code, reason);
	}

	private void end(CloseCode code, String reason) {
		cancelTimer();
		this.state = State.OVER;
		this.host.close(code, reason);
	}

	private Membership joined() {
		Membership joined = this.membership;
		if (joined == null) {
			throw new IllegalStateException("The session is " + this.state + ", but has no realm");
		}
		return joined;
	}

	private void schedule(Duration delay, Runnable task) {
		cancelTimer();
		this.timer = this.timers.schedule(delay.toMillis(), task);
	}

	private void cancelTimer() {
		if (this.timer != null) {
			this.timer.cancel();
			this.timer = null;
		}
	}

	/**
	 * Where the session stands.
	 */
	private enum State {

		/** Waits for HELLO. */
		NEW,

		/** Waits for AUTHENTICATE. */
		CHALLENGED,

		/** Said GOODBYE, and may say HELLO again. */
		PARTED,

		/** In a realm. */
		JOINED,

		/** Was sent GOODBYE and waits for the answer. */
		LEAVING,

		/** The link is closed or closes. */
		OVER

	}

}
