package io.wampspring.message;

import java.util.Map;

/**
 * Either side leaves the session, or confirms that the other left:
 * <code>[GOODBYE, Details|dict, Reason|uri]</code>.
 *
 * @param details may hold a message for people
 * @param reason why
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md</a>
 */
public record Goodbye(Map<String, Object> details, String reason) implements MessageToClient, MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.GOODBYE;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.dict(this.details);
		out.string(this.reason);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onGoodbye(this);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onGoodbye(this);
	}

	static Goodbye read(MessageReader in) {
		return new Goodbye(in.dict(), in.string());
	}

}
