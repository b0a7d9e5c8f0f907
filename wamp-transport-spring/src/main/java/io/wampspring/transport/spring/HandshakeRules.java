package io.wampspring.transport.spring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

import io.wampspring.transport.OriginRule;
import io.wampspring.transport.Subprotocols;

/**
 * Refuses handshakes that Spring would let through: from strange pages (403) and without
 * a sub-protocol in common (400).
 */
final class HandshakeRules implements HandshakeInterceptor {

	private final OriginRule origins;

	private final Subprotocols subprotocols;

	HandshakeRules(OriginRule origins, Subprotocols subprotocols) {
		this.origins = origins;
		this.subprotocols = subprotocols;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) throws IOException {
		HttpHeaders headers = request.getHeaders();
		String origin = headers.getOrigin();
		if (!this.origins.allows(origin, headers.getFirst(HttpHeaders.HOST))
				&& !this.origins.allows(origin, request.getURI().getRawAuthority())) {
			refuse(response, HttpStatus.FORBIDDEN, "Pages of this origin may not connect");
			return false;
		}
		if (this.subprotocols.firstOffered(headers.getOrEmpty(Subprotocols.HEADER)).isEmpty()) {
			refuse(response, HttpStatus.BAD_REQUEST,
					"No sub-protocol in common. This router has: " + this.subprotocols.offer().replace(",", ", "));
			return false;
		}
		return true;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
	}

	/**
	 * Chooses the sub-protocol of a handshake that was let through.
	 * @param offered what the client offered
	 * @return the first that this end has
	 */
	@Nullable String choose(List<String> offered) {
		return this.subprotocols.firstOffered(offered).map((serializer) -> serializer.subprotocol()).orElse(null);
	}

	private static void refuse(ServerHttpResponse response, HttpStatus status, String text) throws IOException {
		response.setStatusCode(status);
		response.getHeaders().setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
		response.getBody().write((text + "\n").getBytes(StandardCharsets.UTF_8));
	}

}
