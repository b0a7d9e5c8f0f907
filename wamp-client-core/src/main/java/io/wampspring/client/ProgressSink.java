package io.wampspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Takes progressive results of an invocation. May be used by many threads; the order of
 * the calls is the order on the wire. Sending does nothing when the caller did not ask
 * for progress, after the end of the invocation, and after its cancellation.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_progressive_call_results.md</a>
 */
public interface ProgressSink {

	/**
	 * Returns whether the caller asked for progressive results.
	 * @return whether
	 */
	boolean isRequested();

	/**
	 * Sends a progressive result. Waits while the transport does not keep up, except on a
	 * lane.
	 * @param args positional values
	 * @throws io.wampspring.message.PayloadException if one cannot be encoded
	 * @throws WampException {@code wamp.error.timeout} if the transport takes nothing for
	 * the time of a call
	 */
	default void send(@Nullable Object... args) {
		send(CallResult.of(args));
	}

	/**
	 * Sends a progressive result. Waits while the transport does not keep up, except on a
	 * lane.
	 * @param result values and keywords
	 * @throws io.wampspring.message.PayloadException if one cannot be encoded
	 * @throws WampException {@code wamp.error.timeout} if the transport takes nothing for
	 * the time of a call
	 */
	void send(CallResult result);

}
