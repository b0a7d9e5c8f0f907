package io.wampspring.endpoint;

import java.util.concurrent.CompletionStage;

import io.wampspring.annotation.EnableWamp;
import io.wampspring.client.CallResult;
import io.wampspring.client.ProcedureHandler;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A context with annotated beans, one connection and a session. */
final class EndpointsFixture implements AutoCloseable {

	final FakeConnection connection = new FakeConnection("default");

	final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	FakeSession session = new FakeSession(this.connection.connection());

	EndpointsFixture(Class<?>... components) {
		this.context.registerBean("wampConnection", WampConnection.class, this.connection::connection);
		this.context.register(Enabled.class);
		if (components.length > 0) {
			this.context.register(components);
		}
	}

	static EndpointsFixture started(Class<?>... components) {
		EndpointsFixture fixture = new EndpointsFixture(components);
		fixture.start();
		return fixture;
	}

	EndpointsFixture start() {
		this.context.refresh();
		this.connection.join(this.session);
		return this;
	}

	WampEndpointRegistry registry() {
		return this.context.getBean(WampEndpointRegistry.class);
	}

	/** Calls and returns what would be sent. */
	CallResult call(String procedure, String payload) throws Exception {
		return call(this.session.request(procedure), procedure, payload);
	}

	CallResult call(FakeSession.Request request, String procedure, String payload) throws Exception {
		ProcedureHandler handler = request.procedureHandler;
		if (handler == null) {
			throw new IllegalStateException(procedure + " is not a procedure");
		}
		Object result = handler.handle(Wire.invocation(this.session.session(), procedure, payload).invocation());
		return (CallResult) ((result instanceof CompletionStage<?> stage) ? stage.toCompletableFuture().get() : result);
	}

	/** Calls and returns the error that would be sent. */
	@Nullable WampException failure(String procedure, String payload) {
		try {
			CallResult result = call(procedure, payload);
			throw new AssertionError("no error but " + result);
		}
		catch (WampException ex) {
			return ex;
		}
		catch (Exception ex) {
			throw new AssertionError("not a WampException", ex);
		}
	}

	void publish(String subscribed, String topic, String payload) throws Exception {
		this.session.request(subscribed).eventHandler.handle(Wire.event(this.session.session(), topic, payload));
	}

	@Override
	public void close() {
		this.context.close();
	}

	@EnableWamp
	static class Enabled {

	}

}
