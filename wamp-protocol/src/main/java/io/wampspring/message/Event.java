package io.wampspring.message;

import java.util.Map;

/**
 * The router delivers an event:
 * <code>[EVENT, SUBSCRIBED.Subscription|id, PUBLISHED.Publication|id, Details|dict, Arguments|list, ArgumentsKw|dict]</code>.
 *
 * @param subscription the subscription it is delivered for
 * @param publication the publication
 * @param details details
 * @param payload the data of the event
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public record Event(long subscription, long publication, Map<String, Object> details,
		Payload payload) implements MessageToClient {

	@Override
	public MessageType type() {
		return MessageType.EVENT;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.subscription);
		out.id(this.publication);
		out.dict(this.details);
		out.payload(this.payload);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onEvent(this);
	}

	static Event read(MessageReader in) {
		long subscription = in.id();
		long publication = in.id();
		Map<String, Object> details = in.dict();
		return new Event(subscription, publication, details, in.payload(details));
	}

}
