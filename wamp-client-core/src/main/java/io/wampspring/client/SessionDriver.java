package io.wampspring.client;

import io.wampspring.client.Counters.Count;
import io.wampspring.client.ErrorContext.Kind;
import io.wampspring.client.session.Answer;
import io.wampspring.client.session.ClientSession;
import io.wampspring.client.session.Incident;
import io.wampspring.client.session.Joined;
import io.wampspring.client.session.SessionConfig;
import io.wampspring.client.session.SessionEnd;
import io.wampspring.client.session.SessionListener;
import io.wampspring.lane.LaneTimers;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.FrameLog;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.LinkListener;
import org.jspecify.annotations.Nullable;

/**
 * Joins one link to one session core: the link's lane is the session's. Tells the
 * reconnector what became of it.
 */
final class SessionDriver {

	private final ConnectionContext context;

	private final Link<MessageToRouter> link;

	private final SessionLane lane;

	private final Events events;

	private final ClientSession core;

	/** Confined to the lane. */
	private @Nullable DefaultSession session;

	/** Confined to the lane. */
	private @Nullable LinkClosed closed;

	SessionDriver(ConnectionContext context, SessionConfig config, Link<MessageToRouter> link, Events events) {
		this.context = context;
		this.link = link;
		this.lane = new SessionLane(link.lane());
		this.events = events;
		this.core = new ClientSession(config, this::send, new LaneTimers(context.scheduler(), link.lane()), new Life());
	}

	private void send(MessageToRouter message) {
		FrameLog.sent(this.context.name(), message);
		this.link.send(message);
	}

	/** Asks to join. Called on the lane. */
	LinkListener<MessageToClient> start() {
		this.core.start();
		return new Inbound();
	}

	LinkInfo info() {
		return this.link.info();
	}

	/** Leaves the session, joined or not. Called by any thread. */
	void leave(String reason, @Nullable String message) {
		this.lane.post(() -> {
			if (this.session != null) {
				// The answer to GOODBYE has to be read, however much waits to be handled.
				this.session.dispatcher().replyAwaited();
			}
			this.core.leave(reason, message);
		});
	}

	/**
	 * What became of a session. Called on the lane.
	 */
	interface Events {

		void onJoined(DefaultSession session);

		/**
		 * The session is over.
		 * @param end how
		 * @param closed how the link ended, {@code null} if it is still to be closed
		 */
		void onEnded(SessionEnd end, @Nullable LinkClosed closed);

		/** The link is closed; comes after the end. */
		void onLinkClosed();

	}

	/**
	 * Brings what arrives to the core.
	 */
	private final class Inbound implements LinkListener<MessageToClient> {

		@Override
		public void onMessage(MessageToClient message) {
			FrameLog.received(SessionDriver.this.context.name(), message);
			SessionDriver.this.core.receive(message);
		}

		@Override
		public void onViolation(ProtocolViolationException violation) {
			SessionDriver.this.core.onViolation(violation);
		}

		@Override
		public void onExtension() {
			SessionDriver.this.core.onExtension();
		}

		@Override
		public void onWritable() {
			DefaultSession joined = SessionDriver.this.session;
			if (joined != null) {
				joined.gate().wake();
			}
		}

		@Override
		public void onClosed(LinkClosed closed) {
			SessionDriver.this.closed = closed;
			String text = closed.reason().isEmpty() ? "the transport closed" : closed.reason();
			SessionDriver.this.core.onTransportClosed(text, closed.cause());
			SessionDriver.this.events.onLinkClosed();
		}

	}

	/**
	 * Follows the life of the core.
	 */
	private final class Life implements SessionListener {

		@Override
		public void onChallenge(io.wampspring.message.Challenge challenge, Answer answer) {
			ConnectionSettings settings = SessionDriver.this.context.settings();
			Challenge asked = new Challenge(challenge.authMethod(), challenge.extra(), settings.realm(),
					settings.authid());
			new Authenticating(SessionDriver.this.context, SessionDriver.this.lane, answer).answer(asked);
		}

		@Override
		public void onJoined(Joined joined) {
			SessionDriver driver = SessionDriver.this;
			driver.context.counters().count(Count.SESSION);
			DefaultSession opened = new DefaultSession(driver.context, driver.link, driver.lane, joined);
			driver.session = opened;
			driver.events.onJoined(opened);
		}

		@Override
		public void onEnding() {
			DefaultSession opened = SessionDriver.this.session;
			if (opened != null) {
				opened.end();
			}
		}

		@Override
		public void onEnded(SessionEnd end) {
			SessionDriver driver = SessionDriver.this;
			report(end);
			driver.events.onEnded(end, driver.closed);
			if (driver.closed == null) {
				driver.link.close(code(end.kind()), reason(end));
			}
		}

		private void report(SessionEnd end) {
			if (end.cause() instanceof ProtocolViolationException violation) {
				SessionDriver.this.context.counters().count(Count.VIOLATION);
				SessionDriver.this.context.application()
					.postInternalError(violation, Kind.PROTOCOL, "the router broke the protocol: " + end.message(),
							null);
			}
		}

		private static CloseCode code(SessionEnd.Kind kind) {
			return switch (kind) {
				case VIOLATION -> CloseCode.PROTOCOL_ERROR;
				case UNAUTHENTICATED, JOIN_TIMEOUT -> CloseCode.POLICY;
				default -> CloseCode.NORMAL;
			};
		}

		private static String reason(SessionEnd end) {
			String uri = end.uri();
			return (uri != null) ? uri : String.valueOf(end.message());
		}

		@Override
		public void onIncident(Incident incident) {
			SessionDriver.this.context.counters().count(incident);
		}

	}

}
