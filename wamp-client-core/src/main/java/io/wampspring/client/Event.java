package io.wampspring.client;

import java.util.List;
import java.util.Map;

import io.wampspring.message.Payload;
import io.wampspring.options.EventDetails;
import org.jspecify.annotations.Nullable;

/**
 * An event, as its handler sees it. Decoded only when somebody asks, on the thread that
 * asks.
 */
public interface Event {

	/**
	 * Returns arguments and keywords, still encoded.
	 * @return the payload
	 */
	Payload payload();

	/**
	 * Returns the positional arguments.
	 * @return an unmodifiable list, never {@code null}
	 */
	default List<@Nullable Object> args() {
		return payload().args();
	}

	/**
	 * Returns the keyword arguments.
	 * @return an unmodifiable map, never {@code null}
	 */
	default Map<String, @Nullable Object> kwargs() {
		return payload().kwargs();
	}

	/**
	 * Returns what the router added, unknown keys included.
	 * @return the details
	 */
	EventDetails details();

	/**
	 * Returns the topic that was published to: the router's word, else the topic that was
	 * subscribed to.
	 * @return the topic
	 */
	String topic();

	/**
	 * Returns the id of the publication.
	 * @return the id
	 */
	long publication();

	/**
	 * Returns the subscription that the event was delivered for.
	 * @return the subscription
	 */
	Subscription subscription();

	/**
	 * Returns the session that got the event.
	 * @return the session
	 */
	WampSession session();

}
