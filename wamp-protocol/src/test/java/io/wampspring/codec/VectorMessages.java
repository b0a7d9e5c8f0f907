package io.wampspring.codec;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.wampspring.message.Abort;
import io.wampspring.message.Authenticate;
import io.wampspring.message.Call;
import io.wampspring.message.Challenge;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Hello;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Publish;
import io.wampspring.message.Published;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unregistered;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Unsubscribed;
import io.wampspring.message.WampMessage;
import io.wampspring.message.Welcome;
import io.wampspring.message.Yield;

/**
 * Makes messages of the attributes that the vectors name; they name them in several ways.
 */
final class VectorMessages {

	private final Map<String, Object> attributes;

	private VectorMessages(Map<String, Object> attributes) {
		this.attributes = attributes;
	}

	static WampMessage of(Map<String, Object> attributes) {
		return new VectorMessages(attributes).message();
	}

	/** What a vector says about the payload. */
	static Payload payload(Map<String, Object> attributes) {
		return new VectorMessages(attributes).payload();
	}

	private WampMessage message() {
		return switch (MessageType.of(number("message_type"))) {
			case HELLO -> new Hello(text("realm"), Map.of("roles", dict("roles")));
			case WELCOME -> new Welcome(number("session_id"), Map.of("roles", dict("roles")));
			case ABORT -> new Abort(dict("details"), text("reason"), payload());
			case CHALLENGE -> new Challenge(text("method"), dict("extra"));
			case AUTHENTICATE -> new Authenticate(text("signature"), dict("extra"));
			case GOODBYE -> new Goodbye(dict("details"), text("reason"));
			case ERROR -> new ErrorMessage(MessageType.of(number("request_type")), request(), dict("details"),
					text("error"), payload());
			case PUBLISH -> new Publish(request(), dict("options"), text("topic"), payload());
			case PUBLISHED -> new Published(request(), number("publication_id"));
			case SUBSCRIBE -> new Subscribe(request(), dict("options"), text("topic"));
			case SUBSCRIBED -> new Subscribed(request(), number("subscription_id"));
			case UNSUBSCRIBE -> new Unsubscribe(request(), number("subscription_id"));
			case UNSUBSCRIBED -> new Unsubscribed(request());
			case EVENT -> new Event(number("subscription"), number("publication"), dict("details"), payload());
			case CALL -> new Call(request(), dict("options"), text("procedure"), payload());
			case RESULT -> new Result(request(), dict("details"), payload());
			case REGISTER -> new Register(request(), dict("options"), text("procedure"));
			case REGISTERED -> new Registered(request(), number("registration_id"));
			case UNREGISTER -> new Unregister(request(), number("registration_id"));
			case UNREGISTERED -> new Unregistered(request());
			case INVOCATION -> new Invocation(request(), number("registration_id"), dict("details"), payload());
			case YIELD -> new Yield(request(), dict("options"), payload());
			case CANCEL, INTERRUPT -> throw new IllegalArgumentException("There are no such vectors here");
		};
	}

	private Payload payload() {
		Object hex = this.attributes.get("payload");
		if (hex != null) {
			return Payload.ofBinary(HexFormat.of().parseHex((String) hex));
		}
		List<Object> args = Vectors.list(this.attributes.get("args"));
		Map<String, Object> kwargs = Vectors.dict(this.attributes.get("kwargs"));
		return Payload.of((args != null) ? args : List.of(), (kwargs != null) ? kwargs : Map.of());
	}

	private long request() {
		return number("request_id");
	}

	private long number(String name) {
		return (Long) attribute(name);
	}

	private String text(String name) {
		return (String) attribute(name);
	}

	private Map<String, Object> dict(String name) {
		return Vectors.dict(attribute(name));
	}

	private Object attribute(String name) {
		@Nullable Object value = this.attributes.get(name);
		if (value == null) {
			throw new IllegalArgumentException("The vector has no " + name);
		}
		return value;
	}

}
