package io.wampspring.client.session;

import io.wampspring.message.Event;
import io.wampspring.options.EventDetails;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of one local subscription and hands them on; never blocks, never
 * throws. Called on the lane.
 */
public interface EventTarget {

	/**
	 * An event came.
	 * @param event the message
	 * @param details its details
	 */
	void onEvent(Event event, EventDetails details);

	/**
	 * The router ended the subscription.
	 * @param reason why, {@code null} if it did not say
	 */
	void onRevoked(@Nullable String reason);

}
