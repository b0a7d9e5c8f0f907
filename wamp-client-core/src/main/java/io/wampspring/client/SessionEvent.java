package io.wampspring.client;

import io.wampspring.message.Payload;
import io.wampspring.options.EventDetails;

/**
 * An event as its handler sees it.
 *
 * @param payload arguments and keywords
 * @param details what the router added
 * @param topic the topic that was published to
 * @param publication the id of the publication
 * @param subscription what the handler was given when it subscribed
 * @param session the session that got it
 */
record SessionEvent(Payload payload, EventDetails details, String topic, long publication, Subscription subscription,
		WampSession session) implements Event {

}
