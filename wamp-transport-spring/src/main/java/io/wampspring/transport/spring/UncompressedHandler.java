package io.wampspring.transport.spring;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.HttpRequestHandler;

/**
 * Hides from the container that a client offers extensions. Tomcat would agree to
 * compress (permessage-deflate) whatever the application says, without a bound on what a
 * message inflates to.
 */
final class UncompressedHandler implements HttpRequestHandler {

	private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

	private final HttpRequestHandler handler;

	UncompressedHandler(HttpRequestHandler handler) {
		this.handler = handler;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		this.handler.handleRequest(new WithoutExtensions(request), response);
	}

	private static final class WithoutExtensions extends HttpServletRequestWrapper {

		WithoutExtensions(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getHeader(String name) {
			return EXTENSIONS.equalsIgnoreCase(name) ? null : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return EXTENSIONS.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
		}

		@Override
		public Enumeration<String> getHeaderNames() {
			return Collections.enumeration(Collections.list(super.getHeaderNames())
				.stream()
				.filter((name) -> !EXTENSIONS.equalsIgnoreCase(name))
				.toList());
		}

	}

}
