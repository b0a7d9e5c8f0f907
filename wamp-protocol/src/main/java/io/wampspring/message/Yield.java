package io.wampspring.message;

import java.util.Map;

/**
 * A callee returns a result, final or progressive:
 * <code>[YIELD, INVOCATION.Request|id, Options|dict, Arguments|list, ArgumentsKw|dict]</code>.
 *
 * @param request the invocation
 * @param options options
 * @param payload the result
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public record Yield(long request, Map<String, Object> options, Payload payload) implements MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.YIELD;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.dict(this.options);
		out.payload(this.payload);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onYield(this);
	}

	static Yield read(MessageReader in) {
		long request = in.id();
		Map<String, Object> options = in.dict();
		return new Yield(request, options, in.payload(options));
	}

}
