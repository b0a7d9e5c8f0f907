package io.wampspring.router.core;

import java.util.Map;
import java.util.function.Predicate;

import io.wampspring.message.ErrorMessage;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.options.Feature;
import io.wampspring.options.Role;
import io.wampspring.options.RoleFeatures;

/**
 * A joined session, as broker and dealer know it. Confined to the lane of its realm.
 */
public final class Peer {

	private final long session;

	private final Identity identity;

	private final RoleFeatures features;

	private final Predicate<MessageToClient> out;

	private final boolean interruptible;

	private final boolean progressive;

	private long invocations;

	private int endpoints;

	private long refusedStream;

	Peer(long session, Identity identity, RoleFeatures features, Predicate<MessageToClient> out) {
		this.session = session;
		this.identity = identity;
		this.features = features;
		this.out = out;
		this.interruptible = features.has(Role.CALLEE, Feature.CALL_CANCELING);
		this.progressive = features.has(Role.CALLEE, Feature.PROGRESSIVE_CALL_RESULTS);
	}

	/**
	 * Returns the id of the session.
	 * @return the id
	 */
	public long session() {
		return this.session;
	}

	/**
	 * Returns who joined.
	 * @return the identity
	 */
	public Identity identity() {
		return this.identity;
	}

	/**
	 * Returns what the client announced.
	 * @return its roles and features
	 */
	public RoleFeatures features() {
		return this.features;
	}

	/**
	 * Sends a message, unless the session's link cannot encode it.
	 * @param message the message
	 * @return whether it was sent; false only for what has a payload
	 */
	boolean send(MessageToClient message) {
		return this.out.test(message);
	}

	/** Sends what the router itself has to say about a request. */
	void sendError(MessageType requestType, long request, Refusal refusal) {
		send(new ErrorMessage(requestType, request, Map.of(), refusal.error(), Payload.of(refusal.text())));
	}

	/** Whether it can be told that a call was canceled. */
	boolean isInterruptible() {
		return this.interruptible;
	}

	/** Whether it can return progressive results. */
	boolean isProgressive() {
		return this.progressive;
	}

	/** Invocations of a session are numbered without gaps. */
	long nextInvocation() {
		return ++this.invocations;
	}

	/** The last number was not sent, so the next invocation gets it. */
	void takeBackInvocation() {
		this.invocations--;
	}

	boolean hasRoomForEndpoint(int limit) {
		return this.endpoints < limit;
	}

	void endpointAdded() {
		this.endpoints++;
	}

	void endpointRemoved() {
		this.endpoints--;
	}

	/** The last call that was refused because it is one of several with one request. */
	long refusedStream() {
		return this.refusedStream;
	}

	void refuseStream(long request) {
		this.refusedStream = request;
	}

}
