package io.wampspring.router.core;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.wampspring.message.Event;
import io.wampspring.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * All sessions that subscribed to one topic: they share the id of the subscription.
 */
final class SubscriptionGroup {

	private final long id;

	private final String topic;

	private final Set<Peer> subscribers = new LinkedHashSet<>();

	SubscriptionGroup(long id, String topic) {
		this.id = id;
		this.topic = topic;
	}

	long id() {
		return this.id;
	}

	String topic() {
		return this.topic;
	}

	boolean add(Peer subscriber) {
		return this.subscribers.add(subscriber);
	}

	boolean remove(Peer subscriber) {
		return this.subscribers.remove(subscriber);
	}

	boolean has(Peer subscriber) {
		return this.subscribers.contains(subscriber);
	}

	boolean isEmpty() {
		return this.subscribers.isEmpty();
	}

	void deliver(long publication, Payload payload, @Nullable Peer excluded, Tally tally) {
		Event event = new Event(this.id, publication, Map.of(), payload);
		for (Peer subscriber : this.subscribers) {
			if (subscriber != excluded) {
				tally.count(subscriber.send(event) ? Tally.Count.EVENT : Tally.Count.EVENT_DROPPED);
			}
		}
	}

}
