package io.wampspring.client.session;

import io.wampspring.options.InterruptOptions;
import org.jspecify.annotations.Nullable;

/**
 * Takes the invocations of one local registration and hands them on; never blocks, never
 * throws. Called on the lane.
 */
public interface InvocationTarget {

	/**
	 * The procedure was called.
	 * @param invocation the call; to be answered exactly once
	 */
	void onInvocation(RunningInvocation invocation);

	/**
	 * The caller wants the procedure to stop. With mode {@code kill} it waits for the
	 * last word, whatever that is; otherwise one was sent already, or none can be. May
	 * come again.
	 * @param invocation the call
	 * @param options mode and reason, as far as the router said
	 */
	void onInterrupt(RunningInvocation invocation, InterruptOptions options);

	/**
	 * The router ended the registration.
	 * @param reason why, {@code null} if it did not say
	 */
	void onRevoked(@Nullable String reason);

}
