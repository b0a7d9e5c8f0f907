package io.wampspring.client.session;

import io.wampspring.options.SubscribeOptions;

/**
 * One local subscription that the router has confirmed.
 */
public final class SubscriptionEntry {

	private final long id;

	private final String topic;

	private final SubscribeOptions options;

	private final EventTarget target;

	SubscriptionEntry(long id, String topic, SubscribeOptions options, EventTarget target) {
		this.id = id;
		this.topic = topic;
		this.options = options;
		this.target = target;
	}

	/**
	 * Returns the id that the router gave; several entries may share one.
	 * @return the id
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Returns the topic or pattern that was subscribed to.
	 * @return the topic
	 */
	public String topic() {
		return this.topic;
	}

	/**
	 * Returns the options of the SUBSCRIBE.
	 * @return the options
	 */
	public SubscribeOptions options() {
		return this.options;
	}

	EventTarget target() {
		return this.target;
	}

}
