package io.wampspring.message;

import java.util.Map;

/**
 * The router tells a callee that a call was canceled:
 * <code>[INTERRUPT, INVOCATION.Request|id, Options|dict]</code>.
 *
 * @param request the invocation
 * @param options mode and reason
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_call_canceling.md</a>
 */
public record Interrupt(long request, Map<String, Object> options) implements MessageToClient {

	@Override
	public MessageType type() {
		return MessageType.INTERRUPT;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.dict(this.options);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onInterrupt(this);
	}

	static Interrupt read(MessageReader in) {
		return new Interrupt(in.id(), in.dict());
	}

}
