package io.wampspring.router.core;

import io.wampspring.message.MessageToClient;
import io.wampspring.transport.CloseCode;

/**
 * What a {@link RouterSession} asks of the shell around it. Called on the lane that the
 * session lives on.
 */
public interface SessionHost {

	/**
	 * Sends a message to the client. Never blocks and never calls back.
	 * @param message the message
	 * @return whether it could be encoded for the client's link; false only for a message
	 * with a payload
	 */
	boolean send(MessageToClient message);

	/**
	 * Sends what was sent before, then closes the link.
	 * @param code why
	 * @param reason a short text
	 */
	void close(CloseCode code, String reason);

	/**
	 * Goes on, on the lane of a realm: the session lives there from now on. The last that
	 * the session does where it is.
	 * @param realm the realm
	 * @param then what to do first there
	 */
	void moveTo(Realm realm, Runnable then);

	/**
	 * The client joined, and is told so next.
	 * @param realm the realm
	 * @param peer the session
	 */
	void onJoined(Realm realm, Peer peer);

	/**
	 * The joined session ended; nothing of it is left in the realm.
	 * @param peer the session
	 * @param reason the URI of the reason
	 */
	void onLeft(Peer peer, String reason);

	/**
	 * The client was not let in.
	 * @param reason the URI of the reason
	 * @param text the reason for people
	 */
	void onRefused(String reason, String text);

	/**
	 * The client broke the protocol.
	 * @param text what was wrong
	 */
	void onViolation(String text);

}
