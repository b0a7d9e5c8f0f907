package io.wampspring.message;

import java.util.Map;

/**
 * A client subscribes to a topic:
 * <code>[SUBSCRIBE, Request|id, Options|dict, Topic|uri]</code>.
 *
 * @param request the request
 * @param options options
 * @param topic the topic or pattern
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public record Subscribe(long request, Map<String, Object> options, String topic) implements MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.SUBSCRIBE;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.dict(this.options);
		out.string(this.topic);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onSubscribe(this);
	}

	static Subscribe read(MessageReader in) {
		return new Subscribe(in.id(), in.dict(), in.string());
	}

}
