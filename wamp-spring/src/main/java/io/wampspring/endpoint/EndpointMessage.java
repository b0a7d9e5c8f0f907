package io.wampspring.endpoint;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * An invocation or event on its way into a method: what spring-messaging passes to its
 * argument resolvers.
 *
 * @param source the invocation or event
 * @param arguments one value for each parameter of the method
 */
record EndpointMessage(Object source, @Nullable Object[] arguments) implements Message<Object> {

	private static final MessageHeaders NO_HEADERS = new MessageHeaders(null);

	@Override
	public Object getPayload() {
		return this.source;
	}

	@Override
	public MessageHeaders getHeaders() {
		return NO_HEADERS;
	}

}
