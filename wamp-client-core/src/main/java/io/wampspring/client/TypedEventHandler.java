package io.wampspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Handles the events of a subscription as objects; see {@link EventHandler}.
 *
 * @param <T> what each event becomes
 */
@FunctionalInterface
public interface TypedEventHandler<T> {

	/**
	 * Handles an event.
	 * @param value what the event became, {@code null} for one without arguments
	 * @param event the event itself
	 * @throws Exception goes to the {@link WampErrorHandler}
	 */
	void handle(@Nullable T value, Event event) throws Exception;

}
