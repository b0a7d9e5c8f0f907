package io.wampspring.transport.spring;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.ExceptionWebSocketHandlerDecorator;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.LinkOpener;
import io.wampspring.transport.Subprotocols;

/**
 * A router's WebSocket endpoint on the application's own port. Declare
 * {@link #handlerMapping()} as a bean of a Spring MVC application.
 * <p>
 * A session's lane borrows its thread from the executor for lanes. Messages are taken
 * from the container in parts and joined up to the limit for messages; they are sent by
 * threads of the endpoint's own, never by the caller. Compression is not negotiated.
 */
public final class WampWebSocketEndpoint implements AutoCloseable {

	/** Before the handlers for static resources, after those of controllers. */
	private static final int ORDER = 1;

	private final EndpointSettings settings;

	private final EndpointHandler handler;

	private final HttpRequestHandler requests;

	/**
	 * Creates an endpoint.
	 * @param router called for each link, on the link's lane
	 * @param settings where it is and what it takes
	 * @param threads runs the sessions, writes and wakes
	 */
	public WampWebSocketEndpoint(LinkOpener<MessageToClient, MessageToRouter> router, EndpointSettings settings,
			EndpointThreads threads) {
		this.settings = settings;
		this.handler = new EndpointHandler(router, settings, threads);
		HandshakeRules rules = new HandshakeRules(settings.origins(), new Subprotocols(settings.serializers()));
		WebSocketHttpRequestHandler upgrading = new WebSocketHttpRequestHandler(this.handler,
				new DefaultHandshakeHandler() {
					@Override
					protected @Nullable String selectProtocol(List<String> offered, WebSocketHandler handler) {
						return rules.choose(offered);
					}
				}) {
			/** Spring's decorator for logs would write how a text begins: a ticket. */
			@Override
			protected WebSocketHandler decorate(WebSocketHandler handler) {
				return new ExceptionWebSocketHandlerDecorator(handler);
			}
		};
		upgrading.setHandshakeInterceptors(List.of(rules));
		this.requests = new UncompressedHandler(upgrading);
	}

	/**
	 * Returns what answers the requests to the endpoint, for a mapping of one's own.
	 * @return the handler
	 */
	public HttpRequestHandler requestHandler() {
		return this.requests;
	}

	/**
	 * Makes the mapping of the path to the endpoint.
	 * @return a mapping to be declared as a bean
	 */
	public HandlerMapping handlerMapping() {
		return new SimpleUrlHandlerMapping(Map.of(this.settings.path(), this.requests), ORDER);
	}

	/**
	 * Closes the links that are still open. Sessions have been told before.
	 */
	@Override
	public void close() {
		this.handler.close();
	}

}
