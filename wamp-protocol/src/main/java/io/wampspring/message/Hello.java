package io.wampspring.message;

import java.util.Map;

/**
 * A client asks to join a realm: <code>[HELLO, Realm|uri, Details|dict]</code>.
 *
 * @param realm the realm to join
 * @param details roles, features and identity of the client
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md</a>
 */
public record Hello(String realm, Map<String, Object> details) implements MessageToRouter {

	@Override
	public MessageType type() {
		return MessageType.HELLO;
	}

	@Override
	public void writeTo(MessageWriter out) {
		out.string(this.realm);
		out.dict(this.details);
	}

	@Override
	public void deliverTo(MessageToRouter.Receiver receiver) {
		receiver.onHello(this);
	}

	static Hello read(MessageReader in) {
		return new Hello(in.string(), in.dict());
	}

	/** Shows the keys of the details, not their values: authextra may hold secrets. */
	@Override
	public String toString() {
		return "Hello[realm=" + this.realm + ", details=" + this.details.keySet() + "]";
	}

}
