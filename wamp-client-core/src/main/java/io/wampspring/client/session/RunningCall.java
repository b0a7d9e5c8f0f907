package io.wampspring.client.session;

import io.wampspring.options.CancelMode;

/**
 * A call that was made. Confined to the lane of the session.
 */
public interface RunningCall {

	/**
	 * Cancels the call. With {@code skip} and {@code killnowait} it fails at once, with
	 * {@code kill} the last word of the callee is awaited for a while. Does nothing once
	 * the call has ended or was canceled.
	 * @param mode the mode
	 */
	void cancel(CancelMode mode);

}
