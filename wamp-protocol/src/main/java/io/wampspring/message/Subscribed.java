package io.wampspring.message;

/**
 * The router acknowledges a {@link Subscribe}:
 * <code>[SUBSCRIBED, SUBSCRIBE.Request|id, Subscription|id]</code>.
 *
 * @param request the request
 * @param subscription the subscription
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public record Subscribed(long request, long subscription) implements MessageToClient {

	@Override
	public MessageType type() {
		return MessageType.SUBSCRIBED;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.id(this.subscription);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onSubscribed(this);
	}

	static Subscribed read(MessageReader in) {
		return new Subscribed(in.id(), in.id());
	}

}
