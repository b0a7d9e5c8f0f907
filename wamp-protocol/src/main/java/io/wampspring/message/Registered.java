package io.wampspring.message;

/**
 * The router acknowledges a {@link Register}:
 * <code>[REGISTERED, REGISTER.Request|id, Registration|id]</code>.
 *
 * @param request the request
 * @param registration the registration
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public record Registered(long request, long registration) implements MessageToClient {

	@Override
	public MessageType type() {
		return MessageType.REGISTERED;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.id(this.registration);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onRegistered(this);
	}

	static Registered read(MessageReader in) {
		return new Registered(in.id(), in.id());
	}

}
