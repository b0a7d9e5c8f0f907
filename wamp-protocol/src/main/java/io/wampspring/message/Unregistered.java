package io.wampspring.message;

import java.util.Map;

/**
 * The router acknowledges an {@link Unregister}, or, with request 0, revokes the
 * registration named in the details:
 * <code>[UNREGISTERED, UNREGISTER.Request|id] or [UNREGISTERED, 0, Details|dict]</code>.
 *
 * @param request the request, 0 for a revocation
 * @param details what was revoked and why, else empty
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_registration_revocation.md</a>
 */
public record Unregistered(long request, Map<String, Object> details) implements MessageToClient {

	/**
	 * The usual form, without details.
	 * @param request the request, 0 for a revocation
	 */
	public Unregistered(long request) {
		this(request, Map.of());
	}

	@Override
	public MessageType type() {
		return MessageType.UNREGISTERED;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.optionalDict(this.details);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onUnregistered(this);
	}

	static Unregistered read(MessageReader in) {
		return new Unregistered(in.idOrZero(), in.optionalDict());
	}

}
