package io.wampspring.message;

import java.util.Map;

/**
 * A client ends a registration. The options are an extension seen with some peers:
 * <code>[UNREGISTER, Request|id, REGISTERED.Registration|id]</code>.
 *
 * @param request the request
 * @param registration the registration
 * @param options empty unless the peer sent some
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public record Unregister(long request, long registration, Map<String, Object> options) implements MessageToRouter {

	/**
	 * The usual form, without options.
	 * @param request the request
	 * @param registration the registration
	 */
	public Unregister(long request, long registration) {
		this(request, registration, Map.of());
	}

	@Override
	public MessageType type() {
		return MessageType.UNREGISTER;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.id(this.registration);
		out.optionalDict(this.options);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onUnregister(this);
	}

	static Unregister read(MessageReader in) {
		return new Unregister(in.id(), in.id(), in.optionalDict());
	}

}
