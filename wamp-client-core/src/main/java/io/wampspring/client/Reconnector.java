package io.wampspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import io.wampspring.client.Counters.Count;
import io.wampspring.client.session.SessionConfig;
import io.wampspring.client.session.SessionEnd;
import io.wampspring.lane.Lane;
import io.wampspring.lane.Timers;
import io.wampspring.message.Payload;
import io.wampspring.transport.Connector;
import io.wampspring.transport.LinkClosed;
import org.jspecify.annotations.Nullable;

/**
 * The life of a connection: one attempt at a time, all transports in turn (connect and
 * join must succeed, else the next one is tried), one wait per cycle. Everything but the
 * view is confined to the control lane.
 */
final class Reconnector implements Attempt.Outcome {

	private final ConnectionContext context;

	private final SessionConfig config;

	private final Transports transports;

	private final DesiredEndpoints endpoints;

	private final ConnectionEvents events;

	private final RetryCounter retries;

	private final Lane control;

	private final Timers timers;

	private final ConnectionView view;

	private final List<CompletableFuture<@Nullable String>> closing = new ArrayList<>();

	private List<Connector> connectors = List.of();

	private @Nullable CompletableFuture<WampSession> opening;

	private @Nullable Attempt current;

	private @Nullable Ending failure;

	private @Nullable String closeText;

	private Timers.@Nullable Timer timer;

	private int index;

	private boolean everConnected;

	private long joinedAt;

	Reconnector(ConnectionContext context, Parts parts) {
		this.context = context;
		this.config = parts.config();
		this.transports = parts.transports();
		this.endpoints = parts.endpoints();
		this.events = parts.events();
		this.retries = parts.retries();
		this.control = parts.control();
		this.timers = parts.timers();
		this.view = parts.view();
	}

	void open(CompletableFuture<WampSession> future) {
		this.control.execute(() -> {
			if (this.view.state() != ConnectionState.CLOSED) {
				fail(future, new IllegalStateException("connection already open (or opening)"));
				return;
			}
			this.opening = future;
			this.everConnected = false;
			this.retries.reset();
			this.connectors = this.transports.open(this.context.application());
			if (this.connectors.isEmpty()) {
				rest(Ending.unsupported());
				return;
			}
			startCycle();
		});
	}

	private void startCycle() {
		this.index = 0;
		this.failure = null;
		startAttempt();
	}

	private void startAttempt() {
		Attempt attempt = new Attempt(this.context, this.config, this.connectors.get(this.index), this);
		this.current = attempt;
		this.view.connecting(attempt.describe(), this.retries.retries() > 0);
		attempt.start();
	}

	@Override
	public void onUnreachable(Attempt attempt, Throwable cause) {
		this.control.execute(() -> {
			if (attempt == this.current) {
				CloseReason reason = this.everConnected ? CloseReason.LOST : CloseReason.UNREACHABLE;
				String text = Ending.text(cause);
				String address = attempt.describe();
				onAttemptFailed(
						Ending.unreachable(reason, text.startsWith(address) ? text : address + ": " + text, cause));
			}
		});
	}

	@Override
	public void onConnected(Attempt attempt) {
		this.control.execute(() -> {
			SessionDriver driver = attempt.driver();
			if (attempt == this.current) {
				this.everConnected = true;
				this.view.joining(driver);
			}
			else if (driver != null) {
				driver.leave(this.context.settings().closeReason(), null);
			}
		});
	}

	@Override
	public void onJoined(Attempt attempt, DefaultSession session) {
		this.control.execute(() -> {
			if (attempt != this.current || this.view.state() != ConnectionState.JOINING) {
				return;
			}
			this.joinedAt = this.timers.now();
			this.view.joined(session);
			boundPreparation(attempt, session, this.events.isHeld());
			this.endpoints.restore(session)
				.thenCompose((restored) -> this.events.prepare(session))
				.whenComplete((done, none) -> this.control.execute(() -> announce(attempt, session)));
		});
	}

	/**
	 * The router has its full time from when the preparers do not wait for us any more.
	 */
	private void boundPreparation(Attempt attempt, DefaultSession session, boolean wasHeld) {
		this.timer = this.timers.schedule(this.config.joinTimeout(), () -> {
			boolean held = this.events.isHeld();
			if ((held || wasHeld) && attempt == this.current && this.view.state() == ConnectionState.RESTORING) {
				boundPreparation(attempt, session, held);
			}
			else {
				announce(attempt, session);
			}
		});
	}

	private void announce(Attempt attempt, DefaultSession session) {
		// The answers that were awaited may be those of a loss, which is told next.
		if (attempt != this.current || this.view.state() != ConnectionState.RESTORING || !session.isOpen()) {
			return;
		}
		stopTimer();
		this.view.open();
		CompletableFuture<WampSession> future = this.opening;
		this.opening = null;
		this.events.tell((listener) -> listener.onOpen(session));
		if (future != null) {
			this.context.application().execute(() -> future.complete(session));
		}
	}

	@Override
	public void onEnded(Attempt attempt, SessionEnd end, @Nullable LinkClosed closed) {
		this.control.execute(() -> {
			if (attempt != this.current) {
				return;
			}
			Ending ending = Ending.of(end, closed);
			ConnectionState state = this.view.state();
			if (state == ConnectionState.LEAVING) {
				onLeft(end, ending, closed != null);
			}
			else if (state.isJoined()) {
				onSessionLost(ending);
			}
			else {
				onAttemptFailed(ending);
			}
		});
	}

	/** The transport did not lead to a session: the next one is tried. */
	private void onAttemptFailed(Ending ending) {
		this.current = null;
		this.context.counters().count(Count.FAILED_ATTEMPT);
		if (this.failure == null || !this.failure.isAnswer()) {
			// What a router said counts more than that another one did not answer.
			this.failure = ending;
		}
		this.index++;
		if (this.index < this.connectors.size()) {
			startAttempt();
		}
		else {
			retryOrRest(this.failure);
		}
	}

	private void onSessionLost(Ending ending) {
		stopTimer();
		forget();
		this.retries.onSessionEnded(this.timers.now() - this.joinedAt);
		retryOrRest(ending);
	}

	/** The current attempt is over; nothing it still tells is heard. */
	private void forget() {
		this.current = null;
		DefaultSession session = this.view.session();
		if (session != null) {
			this.endpoints.onSessionEnded(session);
		}
	}

	private void retryOrRest(Ending ending) {
		Retry retry = this.retries.next(ending);
		if (retry == null) {
			rest(ending);
			return;
		}
		this.view.waiting(ending, retry);
		ConnectionClosed closed = ending.toClosed(this.retries.retries(), retry);
		this.events.tell((listener) -> listener.onClose(closed));
		this.events.tell((listener) -> listener.onRetryScheduled(retry));
		this.timer = this.timers.schedule(retry.delay().toMillis(), this::startCycle);
	}

	/** No further attempt is made. */
	private void rest(Ending ending) {
		ConnectionClosed closed = ending.toClosed(this.retries.retries(), null);
		this.transports.close();
		this.view.givenUp(ending);
		this.events.tell((listener) -> listener.onClose(closed));
		this.events.tell((listener) -> listener.onRetryGivenUp(closed));
		failOpening(new WampOpenException("connection '" + this.context.name() + "' to realm '" + this.config.realm()
				+ "' could not be opened: " + ending.describe(), closed, ending.payload()));
	}

	private void failOpening(RuntimeException cause) {
		CompletableFuture<WampSession> future = this.opening;
		this.opening = null;
		if (future != null) {
			fail(future, cause);
		}
	}

	private void fail(CompletableFuture<?> future, RuntimeException cause) {
		this.context.application().execute(() -> future.completeExceptionally(cause));
	}

	void close(String reason, @Nullable String message, CompletableFuture<@Nullable String> future) {
		this.control.execute(() -> {
			this.closing.add(future);
			switch (this.view.state()) {
				case CLOSED -> completeClosing("the connection was not open");
				case CONNECTING, WAITING -> {
					Attempt attempt = this.current;
					this.current = null;
					if (attempt != null) {
						attempt.abandon();
					}
					finish("there was no session");
				}
				case JOINING, RESTORING, OPEN -> leave(reason, message);
				case LEAVING -> {
					// The first close is under way; this one ends with it.
				}
			}
		});
	}

	private void leave(String reason, @Nullable String message) {
		Attempt attempt = this.current;
		SessionDriver driver = (attempt != null) ? attempt.driver() : null;
		if (driver == null) {
			finish("there was no session");
			return;
		}
		stopTimer();
		this.closeText = (this.view.session() == null) ? "there was no session" : null;
		this.view.leaving();
		this.failure = new Ending(CloseReason.CLOSED, reason, message, Payload.EMPTY, null);
		driver.leave(reason, message);
	}

	private void onLeft(SessionEnd end, Ending ending, boolean linkClosed) {
		Ending wanted = this.failure;
		if (end.kind() == SessionEnd.Kind.LEFT && end.message() != null) {
			this.closeText = end.message();
		}
		else if (end.kind() != SessionEnd.Kind.LEFT) {
			this.closeText = "the session ended otherwise: " + ending.describe();
		}
		if (this.view.session() != null && wanted != null) {
			ConnectionClosed closed = wanted.toClosed(0, null);
			this.events.tell((listener) -> listener.onClose(closed));
		}
		if (linkClosed) {
			finish(this.closeText);
		}
		else {
			// A transport that does not close must not hold the application up.
			this.timer = this.timers.schedule(this.config.leaveTimeout(), () -> finish(this.closeText));
		}
	}

	@Override
	public void onLinkClosed(Attempt attempt) {
		this.control.execute(() -> {
			if (attempt == this.current && this.view.state() == ConnectionState.LEAVING) {
				finish(this.closeText);
			}
		});
	}

	private void finish(@Nullable String text) {
		stopTimer();
		forget();
		this.transports.close();
		this.view.closed();
		failOpening(new CancellationException("connection '" + this.context.name() + "' was closed"));
		completeClosing(text);
	}

	private void completeClosing(@Nullable String text) {
		List<CompletableFuture<@Nullable String>> all = List.copyOf(this.closing);
		this.closing.clear();
		all.forEach((future) -> this.context.application().execute(() -> future.complete(text)));
	}

	private void stopTimer() {
		if (this.timer != null) {
			this.timer.cancel();
			this.timer = null;
		}
	}

	/**
	 * What a reconnector works with.
	 *
	 * @param config what each session asks for
	 * @param transports what is connected to
	 * @param endpoints what is set up in each session
	 * @param events tells listeners
	 * @param retries decides about attempts
	 * @param control the lane
	 * @param timers tells the time on the lane
	 * @param view shows the state to everybody
	 */
	record Parts(SessionConfig config, Transports transports, DesiredEndpoints endpoints, ConnectionEvents events,
			RetryCounter retries, Lane control, Timers timers, ConnectionView view) {

	}

}
