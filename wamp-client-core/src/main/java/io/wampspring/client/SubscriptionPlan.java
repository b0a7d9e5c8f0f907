package io.wampspring.client;

import java.util.concurrent.Executor;

import io.wampspring.options.SubscribeOptions;
import org.jspecify.annotations.Nullable;

/**
 * What is subscribed to and how its events are handled.
 *
 * @param topic the topic or pattern
 * @param options the options
 * @param handler handles the events
 * @param mode how they are handled
 * @param executor where, {@code null} for the connection's
 * @param errorHandler hears of what the handler throws, {@code null} for the connection's
 */
record SubscriptionPlan(String topic, SubscribeOptions options, EventHandler handler, EventMode mode,
		@Nullable Executor executor, @Nullable WampErrorHandler errorHandler) {

}
