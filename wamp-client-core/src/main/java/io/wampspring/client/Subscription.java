package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import io.wampspring.options.MatchPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One handler of one topic. Made on a {@link WampClient} it is a wish that outlives
 * sessions; made on a {@link WampSession} it dies with it. May be used by many threads.
 */
public interface Subscription {

	/**
	 * Returns the id that the router gave; several handlers of a topic share one.
	 * @return the id in the current session, {@code null} while there is none
	 */
	@Nullable Long id();

	/**
	 * Returns the topic or pattern.
	 * @return the topic
	 */
	String topic();

	/**
	 * Returns how the topic is matched.
	 * @return the policy
	 */
	MatchPolicy match();

	/**
	 * Returns the router's answer. Of a wish it is the first answer of any session; a
	 * refused wish stays and is tried again in the next session.
	 * @return completes with this subscription, or fails with the router's error
	 */
	CompletableFuture<Subscription> ready();

	/**
	 * Ends the subscription. No event is delivered after this was called, except those
	 * whose handlers already run.
	 * @return whether the router's subscription ended with it; {@code false} while there
	 * are other handlers
	 */
	CompletableFuture<Boolean> unsubscribe();

	/**
	 * Returns whether the router has confirmed it and it was not ended.
	 * @return whether events are delivered
	 */
	boolean isActive();

}
