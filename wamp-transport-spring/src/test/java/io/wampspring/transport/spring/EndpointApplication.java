package io.wampspring.transport.spring;

import java.net.URI;
import java.util.function.UnaryOperator;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.HandlerMapping;

/** A web application with the endpoint at {@code /ws}. */
final class EndpointApplication implements AutoCloseable {

	final RecordingRouter router = new RecordingRouter();

	final EndpointThreads threads = EndpointThreads.create();

	final WampWebSocketEndpoint endpoint;

	private final ServletWebServerApplicationContext context;

	private EndpointApplication(UnaryOperator<EndpointSettings> settings) {
		this.endpoint = new WampWebSocketEndpoint(this.router, settings.apply(EndpointSettings.of("/ws")),
				this.threads);
		ApplicationContextInitializer<GenericApplicationContext> beans = (context) -> context
			.registerBean("wampHandlerMapping", HandlerMapping.class, this.endpoint::handlerMapping);
		this.context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.SERVLET)
			.initializers(beans)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
			.run();
	}

	static EndpointApplication start() {
		return start(UnaryOperator.identity());
	}

	static EndpointApplication start(UnaryOperator<EndpointSettings> settings) {
		return new EndpointApplication(settings);
	}

	URI uri() {
		return URI.create("ws://127.0.0.1:" + this.context.getWebServer().getPort() + "/ws");
	}

	@Override
	public void close() {
		this.endpoint.close();
		this.context.close();
		this.threads.close();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
