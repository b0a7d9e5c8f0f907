package io.wampspring.message;

import java.util.Map;

/**
 * A client registers a procedure:
 * <code>[REGISTER, Request|id, Options|dict, Procedure|uri]</code>.
 *
 * @param request the request
 * @param options options
 * @param procedure the procedure or pattern
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public record Register(long request, Map<String, Object> options, String procedure) implements MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.REGISTER;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.dict(this.options);
		out.string(this.procedure);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onRegister(this);
	}

	static Register read(MessageReader in) {
		return new Register(in.id(), in.dict(), in.string());
	}

}
