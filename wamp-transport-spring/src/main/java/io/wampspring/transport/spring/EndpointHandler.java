package io.wampspring.transport.spring;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.ClassUtils;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import io.wampspring.codec.MessageCodec;
import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.LinkOpener;

/**
 * Makes a link of each session of the container.
 */
final class EndpointHandler extends AbstractWebSocketHandler {

	/**
	 * Tomcat gives up on a close frame after 50 ms unless its code is 1000, and the
	 * thread that sends a message may need longer to let it pass.
	 */
	private static final String TOMCAT_CLOSE_TIMEOUT = "org.apache.tomcat.websocket.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT";

	private static final boolean STANDARD_API = ClassUtils.isPresent("jakarta.websocket.Session",
			EndpointHandler.class.getClassLoader());

	private static final Logger logger = LoggerFactory.getLogger(EndpointHandler.class);

	private final LinkOpener<MessageToClient, MessageToRouter> router;

	private final EndpointSettings settings;

	private final EndpointThreads threads;

	private final Map<Serializer, MessageCodec<MessageToClient, MessageToRouter>> codecs = new ConcurrentHashMap<>();

	private final Map<String, WebSocketLink> links = new ConcurrentHashMap<>();

	EndpointHandler(LinkOpener<MessageToClient, MessageToRouter> router, EndpointSettings settings,
			EndpointThreads threads) {
		this.router = router;
		this.settings = settings;
		this.threads = threads;
	}

	@Override
	public boolean supportsPartialMessages() {
		return true;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) throws Exception {
		Optional<Serializer> serializer = Optional.ofNullable(session.getAcceptedProtocol())
			.flatMap(Serializer::ofSubprotocol);
		if (serializer.isEmpty()) {
			session.close(CloseStatus.PROTOCOL_ERROR);
			return;
		}
		waitForCloseFrames(session);
		WebSocketLink link = new WebSocketLink(session, info(session, serializer.get()), codec(serializer.get()),
				this.settings, this.threads);
		this.links.put(session.getId(), link);
		link.open(this.router);
	}

	private static void waitForCloseFrames(WebSocketSession session) {
		if (STANDARD_API && session instanceof NativeWebSocketSession container) {
			Session nativeSession = container.getNativeSession(Session.class);
			if (nativeSession != null) {
				nativeSession.getUserProperties().put(TOMCAT_CLOSE_TIMEOUT, WebSocketLink.CLOSE_BOUND);
			}
		}
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage message) throws InterruptedException {
		WebSocketLink link = this.links.get(session.getId());
		if (link != null) {
			link.text(message.getPayload(), message.isLast());
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) throws InterruptedException {
		WebSocketLink link = this.links.get(session.getId());
		if (link != null) {
			link.binary(message.getPayload(), message.isLast());
		}
	}

	@Override
	protected void handlePongMessage(WebSocketSession session, PongMessage message) {
		WebSocketLink link = this.links.get(session.getId());
		if (link != null) {
			link.alive();
		}
	}

	@Override
	public void handleTransportError(WebSocketSession session, Throwable failure) {
		logger.debug("The connection of {} failed", session.getRemoteAddress(), failure);
		WebSocketLink link = this.links.get(session.getId());
		if (link != null) {
			link.lost("the connection failed: " + failure, failure);
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		WebSocketLink link = this.links.remove(session.getId());
		if (link != null) {
			link.ended(status);
		}
	}

	/**
	 * Closes all links and waits for their ends, at most for the time that one may take.
	 */
	void close() {
		CompletableFuture<?>[] ends = this.links.values()
			.stream()
			.peek((link) -> link.close(CloseCode.GOING_AWAY, "the router ends"))
			.map(WebSocketLink::finished)
			.toArray(CompletableFuture<?>[]::new);
		CompletableFuture.allOf(ends)
			.completeOnTimeout(null, 2 * WebSocketLink.CLOSE_BOUND, TimeUnit.MILLISECONDS)
			.join();
	}

	private MessageCodec<MessageToClient, MessageToRouter> codec(Serializer serializer) {
		return this.codecs.computeIfAbsent(serializer,
				(chosen) -> MessageCodec.forRouter(chosen, this.settings.mapping(), this.settings.limits()));
	}

	private static LinkInfo info(WebSocketSession session, Serializer serializer) {
		String peer = address(session.getRemoteAddress());
		URI uri = session.getUri();
		boolean secure = uri != null && ("wss".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
		return new LinkInfo(LinkInfo.WEBSOCKET, peer, serializer.subprotocol(), serializer, secure, peer);
	}

	private static String address(@Nullable InetSocketAddress remote) {
		return (remote != null) ? remote.getAddress().getHostAddress() + ":" + remote.getPort() : "";
	}

}
