package io.wampspring.message;

import java.util.Map;

/**
 * The router acknowledges an {@link Unsubscribe}, or, with request 0, revokes the
 * subscription named in the details:
 * <code>[UNSUBSCRIBED, UNSUBSCRIBE.Request|id] or [UNSUBSCRIBED, 0, Details|dict]</code>.
 *
 * @param request the request, 0 for a revocation
 * @param details what was revoked and why, else empty
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/pubsub_subscription_revocation.md</a>
 */
public record Unsubscribed(long request, Map<String, Object> details) implements MessageToClient {

	/**
	 * The usual form, without details.
	 * @param request the request, 0 for a revocation
	 */
	public Unsubscribed(long request) {
		this(request, Map.of());
	}

	@Override
	public MessageType type() {
		return MessageType.UNSUBSCRIBED;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.optionalDict(this.details);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onUnsubscribed(this);
	}

	static Unsubscribed read(MessageReader in) {
		return new Unsubscribed(in.idOrZero(), in.optionalDict());
	}

}
