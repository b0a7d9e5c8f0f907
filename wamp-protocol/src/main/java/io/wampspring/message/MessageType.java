package io.wampspring.message;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The facts of each message type: code, length, who may receive it and when, and what it
 * answers. The one table of the protocol's grammar.
 */
public enum MessageType {

	/** [HELLO, Realm|uri, Details|dict]. */
	HELLO(1, 3, 3, Phase.JOINING, Hello::read, null),

	/** [WELCOME, Session|id, Details|dict]. */
	WELCOME(2, 3, 3, Phase.JOINING, null, Welcome::read),

	/** [ABORT, Details|dict, Reason|uri, Arguments|list, ArgumentsKw|dict]. */
	ABORT(3, 3, 5, Phase.ANY, Abort::read, Abort::read),

	/** [CHALLENGE, AuthMethod|string, Extra|dict]. */
	CHALLENGE(4, 3, 3, Phase.JOINING, null, Challenge::read),

	/** [AUTHENTICATE, Signature|string, Extra|dict]. */
	AUTHENTICATE(5, 3, 3, Phase.JOINING, Authenticate::read, null),

	/** [GOODBYE, Details|dict, Reason|uri]. */
	GOODBYE(6, 3, 3, Phase.OPEN, Goodbye::read, Goodbye::read),

	/**
	 * [ERROR, REQUEST.Type|int, REQUEST.Request|id, Details|dict, Error|uri,
	 * Arguments|list, ArgumentsKw|dict].
	 */
	ERROR(8, 5, 7, Phase.OPEN, ErrorMessage::read, ErrorMessage::read),

	/**
	 * [PUBLISH, Request|id, Options|dict, Topic|uri, Arguments|list, ArgumentsKw|dict].
	 */
	PUBLISH(16, 4, 6, Phase.OPEN, Publish::read, null),

	/** [PUBLISHED, PUBLISH.Request|id, Publication|id]. */
	PUBLISHED(17, 3, 3, Phase.OPEN, null, Published::read),

	/** [SUBSCRIBE, Request|id, Options|dict, Topic|uri]. */
	SUBSCRIBE(32, 4, 4, Phase.OPEN, Subscribe::read, null),

	/** [SUBSCRIBED, SUBSCRIBE.Request|id, Subscription|id]. */
	SUBSCRIBED(33, 3, 3, Phase.OPEN, null, Subscribed::read),

	/** [UNSUBSCRIBE, Request|id, SUBSCRIBED.Subscription|id]. */
	UNSUBSCRIBE(34, 3, 4, Phase.OPEN, Unsubscribe::read, null),

	/** [UNSUBSCRIBED, UNSUBSCRIBE.Request|id] or [UNSUBSCRIBED, 0, Details|dict]. */
	UNSUBSCRIBED(35, 2, 3, Phase.OPEN, null, Unsubscribed::read),

	/**
	 * [EVENT, SUBSCRIBED.Subscription|id, PUBLISHED.Publication|id, Details|dict,
	 * Arguments|list, ArgumentsKw|dict].
	 */
	EVENT(36, 4, 6, Phase.OPEN, null, Event::read),

	/**
	 * [CALL, Request|id, Options|dict, Procedure|uri, Arguments|list, ArgumentsKw|dict].
	 */
	CALL(48, 4, 6, Phase.OPEN, Call::read, null),

	/** [CANCEL, CALL.Request|id, Options|dict]. */
	CANCEL(49, 3, 3, Phase.OPEN, Cancel::read, null),

	/** [RESULT, CALL.Request|id, Details|dict, Arguments|list, ArgumentsKw|dict]. */
	RESULT(50, 3, 5, Phase.OPEN, null, Result::read),

	/** [REGISTER, Request|id, Options|dict, Procedure|uri]. */
	REGISTER(64, 4, 4, Phase.OPEN, Register::read, null),

	/** [REGISTERED, REGISTER.Request|id, Registration|id]. */
	REGISTERED(65, 3, 3, Phase.OPEN, null, Registered::read),

	/** [UNREGISTER, Request|id, REGISTERED.Registration|id]. */
	UNREGISTER(66, 3, 4, Phase.OPEN, Unregister::read, null),

	/** [UNREGISTERED, UNREGISTER.Request|id] or [UNREGISTERED, 0, Details|dict]. */
	UNREGISTERED(67, 2, 3, Phase.OPEN, null, Unregistered::read),

	/**
	 * [INVOCATION, Request|id, REGISTERED.Registration|id, Details|dict, Arguments|list,
	 * ArgumentsKw|dict].
	 */
	INVOCATION(68, 4, 6, Phase.OPEN, null, Invocation::read),

	/** [INTERRUPT, INVOCATION.Request|id, Options|dict]. */
	INTERRUPT(69, 3, 3, Phase.OPEN, null, Interrupt::read),

	/** [YIELD, INVOCATION.Request|id, Options|dict, Arguments|list, ArgumentsKw|dict]. */
	YIELD(70, 3, 5, Phase.OPEN, Yield::read, null);

	/** When a message may be received. */
	public enum Phase {

		/** Before WELCOME. */
		JOINING,

		/** After WELCOME. */
		OPEN,

		/** At any time. */
		ANY

	}

	/** The largest code of the table. */
	private static final int MAX_CODE = 70;

	private static final @Nullable MessageType[] BY_CODE = new MessageType[MAX_CODE + 1];

	static {
		for (MessageType type : values()) {
			BY_CODE[type.code] = type;
		}
	}

	private final int code;

	private final int minLength;

	private final int maxLength;

	private final Phase phase;

	private final @Nullable Function<MessageReader, MessageToRouter> routerReads;

	private final @Nullable Function<MessageReader, MessageToClient> clientReads;

	MessageType(int code, int minLength, int maxLength, Phase phase,
			@Nullable Function<MessageReader, MessageToRouter> routerReads,
			@Nullable Function<MessageReader, MessageToClient> clientReads) {
		this.code = code;
		this.minLength = minLength;
		this.maxLength = maxLength;
		this.phase = phase;
		this.routerReads = routerReads;
		this.clientReads = clientReads;
	}

	/**
	 * Returns the first element of the message.
	 * @return the code
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Returns the least number of elements, code included.
	 * @return the number
	 */
	public int minLength() {
		return this.minLength;
	}

	/**
	 * Returns the greatest number of elements, code included.
	 * @return the number
	 */
	public int maxLength() {
		return this.maxLength;
	}

	/**
	 * Returns when the message may be received.
	 * @return the phase
	 */
	public Phase phase() {
		return this.phase;
	}

	/**
	 * Returns whether a router may receive the message.
	 * @return whether
	 */
	public boolean isToRouter() {
		return this.routerReads != null;
	}

	/**
	 * Returns whether a client may receive the message.
	 * @return whether
	 */
	public boolean isToClient() {
		return this.clientReads != null;
	}

	/**
	 * Returns the request that this message answers.
	 * @return the type of the request, {@code null} if this is no answer
	 */
	public @Nullable MessageType repliesTo() {
		return switch (this) {
			case WELCOME -> HELLO;
			case PUBLISHED -> PUBLISH;
			case SUBSCRIBED -> SUBSCRIBE;
			case UNSUBSCRIBED -> UNSUBSCRIBE;
			case RESULT -> CALL;
			case REGISTERED -> REGISTER;
			case UNREGISTERED -> UNREGISTER;
			case AUTHENTICATE -> CHALLENGE;
			case YIELD -> INVOCATION;
			default -> null;
		};
	}

	/**
	 * Finds the type of a code.
	 * @param code the code
	 * @return the type
	 * @throws ProtocolViolationException if no message has that code
	 */
	public static MessageType of(long code) {
		MessageType type = (code >= 0 && code <= MAX_CODE) ? BY_CODE[(int) code] : null;
		if (type == null) {
			throw new ProtocolViolationException("unknown message type " + code);
		}
		return type;
	}

	/**
	 * Reads the elements after the code, as a router does.
	 * @param in the elements
	 * @return the message
	 * @throws ProtocolViolationException if it is not a message for a router
	 */
	public MessageToRouter readToRouter(MessageReader in) {
		if (this.routerReads == null) {
			throw new ProtocolViolationException(this + " is not a message that a router receives");
		}
		return this.routerReads.apply(in);
	}

	/**
	 * Reads the elements after the code, as a client does.
	 * @param in the elements
	 * @return the message
	 * @throws ProtocolViolationException if it is not a message for a client
	 */
	public MessageToClient readToClient(MessageReader in) {
		if (this.clientReads == null) {
			throw new ProtocolViolationException(this + " is not a message that a client receives");
		}
		return this.clientReads.apply(in);
	}

}
