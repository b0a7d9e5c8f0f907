package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import io.wampspring.options.CancelMode;
import org.jspecify.annotations.Nullable;

/**
 * A running call. May be used by many threads.
 *
 * @param <T> what the result becomes
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_call_canceling.md</a>
 */
public interface WampCall<T extends @Nullable Object> {

	/**
	 * Returns the result to come.
	 * @return the future; canceling it cancels the call
	 */
	CompletableFuture<T> result();

	/**
	 * Cancels the call. With {@code skip} and {@code killnowait} it fails at once with
	 * {@code wamp.error.canceled}; with {@code kill} the callee's last word is awaited, a
	 * result or an error, within a bound. Does nothing once the call has ended.
	 * @param mode the mode; a router that cannot cancel is told nothing
	 */
	void cancel(CancelMode mode);

}
