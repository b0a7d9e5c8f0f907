package io.wampspring.message;

import java.util.Map;

/**
 * A request failed:
 * <code>[ERROR, REQUEST.Type|int, REQUEST.Request|id, Details|dict, Error|uri, Arguments|list, ArgumentsKw|dict]</code>.
 *
 * @param requestType the type of the request that failed
 * @param request the request that failed
 * @param details details
 * @param error what went wrong
 * @param payload the data of the error
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/messages.md</a>
 */
public record ErrorMessage(MessageType requestType, long request, Map<String, Object> details, String error,
		Payload payload) implements MessageToClient, MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.ERROR;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.id(this.requestType.code());
		out.id(this.request);
		out.dict(this.details);
		out.string(this.error);
		out.payload(this.payload);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onError(this);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onError(this);
	}

	static ErrorMessage read(MessageReader in) {
		MessageType requestType = in.requestType();
		long request = in.id();
		Map<String, Object> details = in.dict();
		String error = in.string();
		return new ErrorMessage(requestType, request, details, error, in.payload(details));
	}

}
