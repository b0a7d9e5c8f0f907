package io.wampspring.client;

import java.util.concurrent.CompletionStage;

import io.wampspring.client.session.SessionConfig;
import io.wampspring.client.session.SessionEnd;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Connector;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkListener;
import org.jspecify.annotations.Nullable;

/**
 * One attempt on one transport, from connecting to the end of the session that came of
 * it. Once abandoned it is silent, so nothing of an old session reaches a new one.
 */
final class Attempt {

	private final ConnectionContext context;

	private final SessionConfig config;

	private final Connector connector;

	private final Outcome outcome;

	private volatile boolean abandoned;

	private volatile @Nullable SessionDriver driver;

	/** Confined to the control lane. */
	private @Nullable CompletionStage<Void> connecting;

	Attempt(ConnectionContext context, SessionConfig config, Connector connector, Outcome outcome) {
		this.context = context;
		this.config = config;
		this.connector = connector;
		this.outcome = outcome;
	}

	String describe() {
		return this.connector.describe();
	}

	/** What the link's session is, once there is a link. */
	@Nullable SessionDriver driver() {
		return this.driver;
	}

	/** Called on the control lane. */
	void start() {
		try {
			this.connecting = this.connector.connect(this::onOpen);
			this.connecting.whenComplete((opened, failure) -> {
				if (failure != null && !this.abandoned && this.driver == null) {
					this.outcome.onUnreachable(this, failure);
				}
			});
		}
		catch (RuntimeException ex) {
			this.outcome.onUnreachable(this, ex);
		}
	}

	/** Gives up before there is a session. Called on the control lane. */
	void abandon() {
		this.abandoned = true;
		if (this.connecting != null) {
			this.connecting.toCompletableFuture().cancel(true);
		}
	}

	private LinkListener<MessageToClient> onOpen(Link<MessageToRouter> link) {
		if (this.abandoned) {
			link.close(CloseCode.NORMAL, "not wanted any more");
			return new Nobody();
		}
		SessionDriver opened = new SessionDriver(this.context, this.config, link, new Following());
		LinkListener<MessageToClient> listener = opened.start();
		this.driver = opened;
		this.outcome.onConnected(this);
		return listener;
	}

	/**
	 * What came of an attempt. Called on any thread.
	 */
	interface Outcome {

		void onUnreachable(Attempt attempt, Throwable failure);

		void onConnected(Attempt attempt);

		void onJoined(Attempt attempt, DefaultSession session);

		void onEnded(Attempt attempt, SessionEnd end, @Nullable LinkClosed closed);

		void onLinkClosed(Attempt attempt);

	}

	/**
	 * Passes on what the session tells.
	 */
	private final class Following implements SessionDriver.Events {

		@Override
		public void onJoined(DefaultSession session) {
			Attempt.this.outcome.onJoined(Attempt.this, session);
		}

		@Override
		public void onEnded(SessionEnd end, @Nullable LinkClosed closed) {
			Attempt.this.outcome.onEnded(Attempt.this, end, closed);
		}

		@Override
		public void onLinkClosed() {
			Attempt.this.outcome.onLinkClosed(Attempt.this);
		}

	}

	/**
	 * Hears a link that came too late.
	 */
	private static final class Nobody implements LinkListener<MessageToClient> {

		@Override
		public void onMessage(MessageToClient message) {
			// The link is being closed.
		}

		@Override
		public void onViolation(ProtocolViolationException violation) {
			// The link is being closed.
		}

		@Override
		public void onClosed(LinkClosed closed) {
			// As was wanted.
		}

	}

}
