package io.wampspring.message;

import java.util.Map;

/**
 * The router delivers a result, final or progressive:
 * <code>[RESULT, CALL.Request|id, Details|dict, Arguments|list, ArgumentsKw|dict]</code>.
 *
 * @param request the call
 * @param details details
 * @param payload the result
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public record Result(long request, Map<String, Object> details, Payload payload) implements MessageToClient {

	@Override
	public MessageType type() {
		return MessageType.RESULT;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.dict(this.details);
		out.payload(this.payload);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onResult(this);
	}

	static Result read(MessageReader in) {
		long request = in.id();
		Map<String, Object> details = in.dict();
		return new Result(request, details, in.payload(details));
	}

}
