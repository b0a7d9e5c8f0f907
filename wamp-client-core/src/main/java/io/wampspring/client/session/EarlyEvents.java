package io.wampspring.client.session;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.function.Consumer;

import io.wampspring.message.Event;

/**
 * Events that came before the SUBSCRIBED which explains them. They wait as long as a
 * SUBSCRIBE is not answered.
 */
final class EarlyEvents {

	private static final int CAPACITY = 1000;

	private final Queue<Event> events = new ArrayDeque<>();

	/**
	 * Keeps an event.
	 * @return whether there was room
	 */
	boolean offer(Event event) {
		return this.events.size() < CAPACITY && this.events.add(event);
	}

	/** Hands out what belongs to a subscription, in order. */
	void release(long subscription, Consumer<Event> receiver) {
		Iterator<Event> iterator = this.events.iterator();
		while (iterator.hasNext()) {
			Event event = iterator.next();
			if (event.subscription() == subscription) {
				iterator.remove();
				receiver.accept(event);
			}
		}
	}

	/** Gives up what nobody explained. */
	void drop(Consumer<Event> receiver) {
		this.events.forEach(receiver);
		this.events.clear();
	}

}
