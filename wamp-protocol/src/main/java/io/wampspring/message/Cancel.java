package io.wampspring.message;

import java.util.Map;

/**
 * A client cancels its call: <code>[CANCEL, CALL.Request|id, Options|dict]</code>.
 *
 * @param request the call
 * @param options the mode
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_call_canceling.md</a>
 */
public record Cancel(long request, Map<String, Object> options) implements MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.CANCEL;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.dict(this.options);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onCancel(this);
	}

	static Cancel read(MessageReader in) {
		return new Cancel(in.id(), in.dict());
	}

}
