package io.wampspring.event;

import io.wampspring.client.Retry;
import io.wampspring.client.WampConnection;

/**
 * Another attempt to get a session will be made.
 */
public final class WampRetryScheduledEvent extends WampConnectionEvent {

	private static final long serialVersionUID = 1L;

	private final transient Retry retry;

	/**
	 * Creates the event.
	 * @param connection the connection
	 * @param retry when
	 */
	public WampRetryScheduledEvent(WampConnection connection, Retry retry) {
		super(connection);
		this.retry = retry;
	}

	/**
	 * Returns which attempt it is and when it is made.
	 * @return the attempt
	 */
	public Retry retry() {
		return this.retry;
	}

}
