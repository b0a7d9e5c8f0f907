package io.wampspring.autoconfigure;

import io.wampspring.client.Overflow;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what arrives is handled.
 *
 * @param maxConcurrency Invocations and concurrent events that are handled at the same
 * time.
 * @param queueCapacity Events, and invocations, that may wait. Beyond it calls are
 * answered 'wamp.error.unavailable'.
 * @param overflow What happens to events when the queue is full.
 */
public record ListenerProperties(@DefaultValue("256") int maxConcurrency, @DefaultValue("10000") int queueCapacity,
		@DefaultValue("pause") Overflow overflow) {

	static ListenerProperties defaults() {
		return new ListenerProperties(256, 10_000, Overflow.PAUSE);
	}

}
