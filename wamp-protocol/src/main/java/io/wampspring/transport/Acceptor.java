package io.wampspring.transport;

import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;

/**
 * Accepts links for a router.
 */
public interface Acceptor extends AutoCloseable {

	/**
	 * Begins to accept.
	 * @param router called for each link, on the link's lane
	 * @throws LinkException if the address cannot be served
	 */
	void start(LinkOpener<MessageToClient, MessageToRouter> router);

	/**
	 * Stops to accept and closes what is still open. Sessions have been told before.
	 */
	@Override
	void close();

}
