package io.wampspring.router;

import io.wampspring.message.MessageToClient;
import io.wampspring.message.OneLine;
import io.wampspring.message.PayloadException;
import io.wampspring.router.core.Peer;
import io.wampspring.router.core.Realm;
import io.wampspring.router.core.SessionHost;
import io.wampspring.router.core.Tally;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.FrameLog;
import io.wampspring.transport.Link;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session asks for, done with its link. Confined to the lane that the session
 * lives on.
 */
final class LinkHost implements SessionHost {

	private static final Logger logger = LoggerFactory.getLogger(LinkHost.class);

	private final Link<MessageToClient> link;

	private final SessionLane lane;

	private final RouterRuntime runtime;

	private @Nullable SessionInfo joined;

	LinkHost(Link<MessageToClient> link, SessionLane lane, RouterRuntime runtime) {
		this.link = link;
		this.lane = lane;
		this.runtime = runtime;
	}

	@Override
	public boolean send(MessageToClient message) {
		try {
			FrameLog.sent(this.link.info().peer(), message);
			this.link.send(message);
			return true;
		}
		catch (PayloadException ex) {
			logger.debug("{} not sent to {}", message.type(), this.link.info().peer(), ex);
			return false;
		}
		catch (RuntimeException ex) {
			// Somebody else's message must not end the sender's session.
			logger.error("The WAMP link to {} failed and is closed", this.link.info().peer(), ex);
			this.link.close(CloseCode.INTERNAL_ERROR, "the link failed");
			return true;
		}
	}

	@Override
	public void close(CloseCode code, String reason) {
		this.link.close(code, reason);
	}

	@Override
	public void moveTo(Realm realm, Runnable then) {
		this.lane.moveTo(this.runtime.laneOf(realm), then);
	}

	@Override
	public void onJoined(Realm realm, Peer peer) {
		SessionInfo info = new SessionInfo(peer.session(), realm.name(), peer.identity().authid(),
				peer.identity().authrole(), peer.identity().authmethod(), this.link.info());
		this.joined = info;
		this.runtime.tally().count(Tally.Count.SESSION_OPENED);
		this.runtime.listeners().forEach((listener) -> listener.onSessionOpened(info));
	}

	@Override
	public void onLeft(Peer peer, String reason) {
		SessionInfo info = this.joined;
		this.joined = null;
		this.runtime.tally().count(Tally.Count.SESSION_CLOSED);
		if (info != null) {
			this.runtime.listeners().forEach((listener) -> listener.onSessionClosed(info, reason));
		}
	}

	@Override
	public void onRefused(String reason, String text) {
		this.runtime.tally().count(Tally.Count.JOIN_REFUSED);
		logger.info("WAMP client {} not let in: {}, {}", this.link.info().peer(), reason, OneLine.of(text));
	}

	@Override
	public void onViolation(String text) {
		this.runtime.tally().count(Tally.Count.VIOLATION);
		logger.warn("WAMP client {} broke the protocol and is closed: {}", this.link.info().peer(), OneLine.of(text));
	}

}
