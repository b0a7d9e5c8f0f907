package io.wampspring.message;

import java.util.Map;

/**
 * Either side gives up on the session; never answered:
 * <code>[ABORT, Details|dict, Reason|uri, Arguments|list, ArgumentsKw|dict]</code>.
 *
 * @param details may hold a message for people
 * @param reason why
 * @param payload what else belongs to the reason
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md</a>
 */
public record Abort(Map<String, Object> details, String reason,
		Payload payload) implements MessageToClient, MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.ABORT;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.dict(this.details);
		out.string(this.reason);
		out.payload(this.payload);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onAbort(this);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onAbort(this);
	}

	static Abort read(MessageReader in) {
		Map<String, Object> details = in.dict();
		String reason = in.string();
		return new Abort(details, reason, in.payload(details));
	}

}
