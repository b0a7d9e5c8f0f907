package io.wampspring.message;

import java.util.Map;

/**
 * The answer to a {@link Challenge}. Its text form shows neither signature nor extra:
 * <code>[AUTHENTICATE, Signature|string, Extra|dict]</code>.
 *
 * @param signature the proof
 * @param extra what the method adds
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/authentication.md</a>
 */
public record Authenticate(String signature, Map<String, Object> extra) implements MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.AUTHENTICATE;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.string(this.signature);
		out.dict(this.extra);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onAuthenticate(this);
	}

	static Authenticate read(MessageReader in) {
		return new Authenticate(in.string(), in.dict());
	}

	@Override
	public String toString() {
		return "Authenticate[signature=***, extra=***]";
	}

}
