package io.wampspring.message;

/**
 * The router acknowledges a {@link Publish}:
 * <code>[PUBLISHED, PUBLISH.Request|id, Publication|id]</code>.
 *
 * @param request the request
 * @param publication the id of the publication
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public record Published(long request, long publication) implements MessageToClient {

	@Override
	public MessageType type() {
		return MessageType.PUBLISHED;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.request);
		out.id(this.publication);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onPublished(this);
	}

	static Published read(MessageReader in) {
		return new Published(in.id(), in.id());
	}

}
