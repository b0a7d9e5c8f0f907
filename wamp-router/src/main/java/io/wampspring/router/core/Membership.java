package io.wampspring.router.core;

import io.wampspring.message.Call;
import io.wampspring.message.Cancel;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.MessageType;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Publish;
import io.wampspring.message.Register;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Yield;

/**
 * A session in its realm: hands each request to the role that it is for, and checks that
 * requests are numbered 1, 2, 3 and so on, if the router is strict.
 */
final class Membership {

	/** After the greatest id comes 1 again. */
	private static final long MAX_ID = 1L << 53;

	private final Realm realm;

	private final Peer peer;

	private final boolean strict;

	private long lastRequest;

	Membership(Realm realm, Peer peer, boolean strict) {
		this(realm, peer, strict, 0);
	}

	Membership(Realm realm, Peer peer, boolean strict, long lastRequest) {
		this.realm = realm;
		this.peer = peer;
		this.strict = strict;
		this.lastRequest = lastRequest;
	}

	Peer peer() {
		return this.peer;
	}

	void publish(Publish publish) {
		check(MessageType.PUBLISH, publish.request());
		this.realm.broker().publish(this.peer, publish);
	}

	void subscribe(Subscribe subscribe) {
		check(MessageType.SUBSCRIBE, subscribe.request());
		this.realm.broker().subscribe(this.peer, subscribe);
	}

	void unsubscribe(Unsubscribe unsubscribe) {
		check(MessageType.UNSUBSCRIBE, unsubscribe.request());
		this.realm.broker().unsubscribe(this.peer, unsubscribe);
	}

	void register(Register register) {
		check(MessageType.REGISTER, register.request());
		this.realm.dealer().register(this.peer, register);
	}

	void unregister(Unregister unregister) {
		check(MessageType.UNREGISTER, unregister.request());
		this.realm.dealer().unregister(this.peer, unregister);
	}

	void call(Call call) {
		check(MessageType.CALL, call.request());
		this.realm.dealer().call(this.peer, call);
	}

	void cancel(Cancel cancel) {
		this.realm.dealer().cancel(this.peer, cancel);
	}

	void yield(Yield yielded) {
		this.realm.dealer().yield(this.peer, yielded);
	}

	void error(ErrorMessage error) {
		if (error.requestType() != MessageType.INVOCATION) {
			throw new ProtocolViolationException("ERROR.Request.Type must be INVOCATION, not " + error.requestType());
		}
		this.realm.dealer().error(this.peer, error);
	}

	void leave() {
		this.realm.leave(this.peer);
	}

	private void check(MessageType type, long request) {
		long expected = (this.lastRequest == MAX_ID) ? 1 : this.lastRequest + 1;
		if (this.strict && request != expected) {
			throw new ProtocolViolationException(type + ".Request is " + request + " instead of " + expected);
		}
		this.lastRequest = request;
	}

}
