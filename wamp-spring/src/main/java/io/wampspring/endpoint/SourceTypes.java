package io.wampspring.endpoint;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.wampspring.client.Event;
import io.wampspring.client.Invocation;
import io.wampspring.client.ProgressSink;
import io.wampspring.client.Registration;
import io.wampspring.client.Subscription;
import io.wampspring.client.WampSession;
import io.wampspring.message.Payload;
import io.wampspring.options.EventDetails;
import io.wampspring.options.InvocationDetails;

/**
 * What parameters are recognized by their types, and where a binder finds the rest.
 *
 * @param <S> an invocation or an event
 * @param payload its payload
 * @param uri the procedure that was called or the topic that was published to
 * @param byType what it has of each type
 */
record SourceTypes<S>(Function<S, Payload> payload, Function<S, String> uri,
		Map<Class<?>, Function<S, Object>> byType) {

	static final SourceTypes<Invocation> PROCEDURE = new SourceTypes<>(Invocation::payload, Invocation::procedure,
			Map.of(Invocation.class, (invocation) -> invocation, InvocationDetails.class, Invocation::details,
					ProgressSink.class, Invocation::progress, WampSession.class, Invocation::session,
					Registration.class, Invocation::registration, Payload.class, Invocation::payload));

	static final SourceTypes<Event> SUBSCRIPTION = new SourceTypes<>(Event::payload, Event::topic,
			Map.of(Event.class, (event) -> event, EventDetails.class, Event::details, WampSession.class, Event::session,
					Subscription.class, Event::subscription, Payload.class, Event::payload));

	private static final Set<Class<?>> ALL = Set.of(Invocation.class, InvocationDetails.class, ProgressSink.class,
			Registration.class, Event.class, EventDetails.class, Subscription.class, WampSession.class, Payload.class);

	/** Whether only the other kind of endpoint has it. */
	boolean lacks(Class<?> type) {
		return ALL.contains(type) && !this.byType.containsKey(type);
	}

}
