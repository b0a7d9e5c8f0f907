package io.wampspring.client;

import java.util.concurrent.Executor;

import io.wampspring.options.MatchPolicy;

/**
 * A subscription being specified. Unless it is told otherwise its events stand in the one
 * ordered queue of the session, so that events of one publisher keep their order over all
 * topics.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public interface SubscribeSpec {

	/**
	 * Sets how the topic is matched; exactly unless set.
	 * @param match the policy
	 * @return this
	 */
	SubscribeSpec match(MatchPolicy match);

	/**
	 * Lets events be handled at the same time, in any order, and apart from the session's
	 * queue.
	 * @return this
	 */
	SubscribeSpec concurrent();

	/**
	 * Runs the handler on the lane of the session: it must be fast and must not block.
	 * @return this
	 */
	SubscribeSpec inline();

	/**
	 * Runs the handler on another executor than the connection's.
	 * @param executor runs the handler; events of the session's ordered subscriptions
	 * still come one after the other
	 * @return this
	 */
	SubscribeSpec executor(Executor executor);

	/**
	 * Reports what the handler throws to another handler than the connection's.
	 * @param errorHandler gets the errors
	 * @return this
	 */
	SubscribeSpec errorHandler(WampErrorHandler errorHandler);

	/**
	 * Sets an option of the SUBSCRIBE.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return this
	 */
	SubscribeSpec option(String key, Object value);

	/**
	 * Subscribes. The event becomes an object by the rule of {@link CallSpec}.
	 * @param type what each event becomes
	 * @param handler gets the events
	 * @param <T> the type
	 * @return the subscription, before the router has answered
	 */
	<T> Subscription handle(Class<T> type, TypedEventHandler<? super T> handler);

	/**
	 * Subscribes; see {@link #handle(Class, TypedEventHandler)}.
	 * @param type what each event becomes
	 * @param handler gets the events
	 * @param <T> the type
	 * @return the subscription, before the router has answered
	 */
	<T> Subscription handle(TypeRef<T> type, TypedEventHandler<? super T> handler);

	/**
	 * Subscribes.
	 * @param handler gets the events with arguments, keywords and details
	 * @return the subscription, before the router has answered
	 */
	Subscription handle(EventHandler handler);

}
