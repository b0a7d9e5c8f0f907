package io.wampspring.client;

/**
 * Handles the events of a subscription, on the application executor unless the
 * subscription says otherwise. May block and use the connection.
 */
@FunctionalInterface
public interface EventHandler {

	/**
	 * Handles an event.
	 * @param event the event
	 * @throws Exception goes to the {@link WampErrorHandler}
	 */
	void handle(Event event) throws Exception;

}
