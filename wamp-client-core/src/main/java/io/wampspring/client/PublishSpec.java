package io.wampspring.client;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * A publication being specified. Nobody answers it unless {@link #acknowledge()} is
 * called: a router that refuses it says nothing.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public interface PublishSpec {

	/**
	 * Sets the positional arguments.
	 * @param args the arguments
	 * @return this
	 */
	PublishSpec args(@Nullable Object... args);

	/**
	 * Adds a keyword argument.
	 * @param name its name
	 * @param value its value
	 * @return this
	 */
	PublishSpec kwarg(String name, @Nullable Object value);

	/**
	 * Adds keyword arguments.
	 * @param kwargs values by name
	 * @return this
	 */
	PublishSpec kwargs(Map<String, ? extends @Nullable Object> kwargs);

	/**
	 * Says whether this session shall not get the event, were it subscribed. Sent only
	 * when it is called; routers assume {@code true}.
	 * @param excludeMe whether
	 * @return this
	 */
	PublishSpec excludeMe(boolean excludeMe);

	/**
	 * Sets an option of the PUBLISH.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return this
	 */
	PublishSpec option(String key, Object value);

	/**
	 * Asks the router for a confirmation.
	 * @return the specification, with results that tell more
	 */
	AcknowledgedPublishSpec acknowledge();

	/**
	 * Hands the event over to the transport and does not wait. What goes wrong afterwards
	 * is counted and reported to the {@link WampErrorHandler}.
	 * @throws WampException if there is no session or the URI is invalid
	 * @throws io.wampspring.message.PayloadException if an argument cannot be encoded
	 */
	void send();

	/**
	 * Sends the event.
	 * @return completes when the event was written to the transport, which says nothing
	 * about the router
	 */
	CompletableFuture<@Nullable Void> sendAsync();

}
