package io.wampspring.message;

import java.util.Map;

/**
 * The router wants the client to prove its identity:
 * <code>[CHALLENGE, AuthMethod|string, Extra|dict]</code>.
 *
 * @param authMethod the method chosen by the router
 * @param extra what the method needs
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/authentication.md</a>
 */
public record Challenge(String authMethod, Map<String, Object> extra) implements MessageToClient {

	@Override
	public MessageType type() {
		return MessageType.CHALLENGE;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.string(this.authMethod);
		out.dict(this.extra);
	}

	@Override
	public void deliverTo(MessageToClient.Receiver receiver) {
		receiver.onChallenge(this);
	}

	static Challenge read(MessageReader in) {
		return new Challenge(in.string(), in.dict());
	}

	@Override
	public String toString() {
		return "Challenge[authMethod=" + this.authMethod + ", extra=***]";
	}

}
