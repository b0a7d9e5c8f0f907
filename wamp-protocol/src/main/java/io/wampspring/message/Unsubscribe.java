package io.wampspring.message;

import java.util.Map;

/**
 * A client ends a subscription. The options are an extension seen with some peers:
 * <code>[UNSUBSCRIBE, Request|id, SUBSCRIBED.Subscription|id]</code>.
 *
 * @param request the request
 * @param subscription the subscription
 * @param options empty unless the peer sent some
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public record Unsubscribe(long request, long subscription, Map<String, Object> options) implements MessageToRouter {

	/**
	 * The usual form, without options.
	 * @param request the request
	 * @param subscription the subscription
	 */
	public Unsubscribe(long request, long subscription) {
		this(request, subscription, Map.of());
	}

	@Override
	public MessageType type() {
		return MessageType.UNSUBSCRIBE;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.id(this.subscription);
		out.optionalDict(this.options);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onUnsubscribe(this);
	}

	static Unsubscribe read(MessageReader in) {
		return new Unsubscribe(in.id(), in.id(), in.optionalDict());
	}

}
