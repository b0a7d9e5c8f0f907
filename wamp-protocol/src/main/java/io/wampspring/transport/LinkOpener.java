package io.wampspring.transport;

import io.wampspring.message.WampMessage;

/**
 * Gives each opened link its listener: a client's session, or the router.
 *
 * @param <S> the messages this end sends
 * @param <R> the messages this end receives
 */
@FunctionalInterface
public interface LinkOpener<S extends WampMessage, R extends WampMessage> {

	/**
	 * A link is open. Called on its lane, before anything is delivered.
	 * @param link the link; it may be used at once
	 * @return what hears of the link
	 */
	LinkListener<R> onOpen(Link<S> link);

}
