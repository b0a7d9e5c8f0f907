package io.wampspring.message;

import java.util.Map;

/**
 * A client calls a procedure:
 * <code>[CALL, Request|id, Options|dict, Procedure|uri, Arguments|list, ArgumentsKw|dict]</code>.
 *
 * @param request the request
 * @param options options
 * @param procedure the procedure
 * @param payload the arguments
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public record Call(long request, Map<String, Object> options, String procedure,
		Payload payload) implements MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.CALL;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.dict(this.options);
		out.string(this.procedure);
		out.payload(this.payload);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onCall(this);
	}

	static Call read(MessageReader in) {
		long request = in.id();
		Map<String, Object> options = in.dict();
		String procedure = in.string();
		return new Call(request, options, procedure, in.payload(options));
	}

}
