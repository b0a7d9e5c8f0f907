package io.wampspring.transport;

import java.util.concurrent.CompletionStage;

import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;

/**
 * Opens links to a router. One connector belongs to one entry of the transport list and
 * may be used again and again.
 */
public interface Connector extends AutoCloseable {

	/**
	 * Opens a link: transport, TLS and handshake. Does not block.
	 * @param opener called on the link's lane once the link is open
	 * @return completes after {@code opener} returned; fails with a {@link LinkException}
	 * that names the address and the cause when no link came about, within the connect
	 * and handshake time-outs. Canceling it gives up.
	 */
	CompletionStage<Void> connect(LinkOpener<MessageToRouter, MessageToClient> opener);

	/**
	 * Returns what it connects to, for logs and health: no user info, no secrets.
	 * @return the URL
	 */
	String describe();

	/**
	 * Gives its threads back, if it has any of its own.
	 */
	@Override
	default void close() {
	}

}
