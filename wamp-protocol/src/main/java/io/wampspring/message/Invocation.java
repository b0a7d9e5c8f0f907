package io.wampspring.message;

import java.util.Map;

/**
 * The router has a call for a callee:
 * <code>[INVOCATION, Request|id, REGISTERED.Registration|id, Details|dict, Arguments|list, ArgumentsKw|dict]</code>.
 *
 * @param request the invocation
 * @param registration the registration that is called
 * @param details details
 * @param payload the arguments
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public record Invocation(long request, long registration, Map<String, Object> details,
		Payload payload) implements MessageToClient {

	@Override
	public MessageType type() {
		return MessageType.INVOCATION;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.id(this.registration);
		out.dict(this.details);
		out.payload(this.payload);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onInvocation(this);
	}

	static Invocation read(MessageReader in) {
		long request = in.id();
		long registration = in.id();
		Map<String, Object> details = in.dict();
		return new Invocation(request, registration, details, in.payload(details));
	}

}
