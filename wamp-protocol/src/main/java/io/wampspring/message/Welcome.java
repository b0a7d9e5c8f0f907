package io.wampspring.message;

import java.util.Map;

/**
 * The router opens the session: <code>[WELCOME, Session|id, Details|dict]</code>.
 *
 * @param session the id of the new session
 * @param details roles and features of the router, identity of the client
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md</a>
 */
public record Welcome(long session, Map<String, Object> details) implements MessageToClient {

	@Override
	public MessageType type() {
		return MessageType.WELCOME;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.session);
		out.dict(this.details);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onWelcome(this);
	}

	static Welcome read(MessageReader in) {
		return new Welcome(in.id(), in.dict());
	}

}
