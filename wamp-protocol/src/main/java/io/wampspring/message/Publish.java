package io.wampspring.message;

import java.util.Map;

/**
 * A client publishes an event:
 * <code>[PUBLISH, Request|id, Options|dict, Topic|uri, Arguments|list, ArgumentsKw|dict]</code>.
 *
 * @param request the request
 * @param options options
 * @param topic the topic
 * @param payload the data of the event
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public record Publish(long request, Map<String, Object> options, String topic,
		Payload payload) implements MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.PUBLISH;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.dict(this.options);
		out.string(this.topic);
		out.payload(this.payload);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onPublish(this);
	}

	static Publish read(MessageReader in) {
		long request = in.id();
		Map<String, Object> options = in.dict();
		String topic = in.string();
		return new Publish(request, options, topic, in.payload(options));
	}

}
