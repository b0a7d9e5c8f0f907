package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

/**
 * A publication that the router confirms or refuses.
 */
public interface AcknowledgedPublishSpec {

	/**
	 * Publishes and waits for the confirmation. Fails at once with
	 * {@link IllegalStateException} on the lane of a session or in an inline handler.
	 * @return the confirmed publication
	 * @throws WampException if the router refused it or did not answer
	 * @throws io.wampspring.message.PayloadException if an argument cannot be encoded
	 */
	Publication send();

	/**
	 * Publishes.
	 * @return the confirmed publication to come
	 */
	CompletableFuture<Publication> sendAsync();

}
