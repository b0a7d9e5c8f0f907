package io.wampspring.autoconfigure.router;

import io.wampspring.transport.spring.EndpointSettings;
import io.wampspring.transport.spring.EndpointThreads;
import io.wampspring.transport.spring.WampWebSocketEndpoint;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The endpoint on the application's own port with its threads.
 */
final class WebEndpoint implements DisposableBean {

	private final EndpointThreads threads = EndpointThreads.create();

	private final EndpointSettings settings;

	private final WampWebSocketEndpoint endpoint;

	WebEndpoint(WebEntrance entrance, EndpointSettings settings) {
		this.settings = settings;
		this.endpoint = new WampWebSocketEndpoint(entrance, settings, this.threads);
	}

	EndpointSettings settings() {
		return this.settings;
	}

	HandlerMapping handlerMapping() {
		return this.endpoint.handlerMapping();
	}

	@Override
	public void destroy() {
		this.endpoint.close();
		this.threads.close();
	}

}
