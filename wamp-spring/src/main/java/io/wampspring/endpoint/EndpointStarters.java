package io.wampspring.endpoint;

import java.util.concurrent.Executor;

import io.wampspring.client.ProcedureHandler;
import io.wampspring.client.EventHandler;
import io.wampspring.client.RegisterSpec;
import io.wampspring.client.SubscribeSpec;
import io.wampspring.client.WampErrorHandler;
import io.wampspring.options.InvocationPolicy;
import io.wampspring.options.MatchPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Puts what an annotation says into the specification of a registration or subscription.
 *
 * @param definition what the annotation says
 * @param executor runs the method, {@code null} for the connection's
 * @param errorHandler hears of errors, {@code null} for the connection's
 */
record EndpointStarters(EndpointDefinition definition, @Nullable Executor executor,
		@Nullable WampErrorHandler errorHandler) {

	Endpoint.Starter procedure(ProcedureHandler handler) {
		return (session) -> {
			RegisterSpec spec = session.register(this.definition.uri());
			if (this.definition.match() != MatchPolicy.EXACT) {
				spec.match(this.definition.match());
			}
			if (this.definition.invoke() != InvocationPolicy.SINGLE) {
				spec.invoke(this.definition.invoke());
			}
			if (this.definition.concurrency() > 0) {
				spec.concurrency(this.definition.concurrency());
			}
			if (this.executor != null) {
				spec.executor(this.executor);
			}
			if (this.errorHandler != null) {
				spec.errorHandler(this.errorHandler);
			}
			return Endpoint.Serving.of(spec.handle(handler));
		};
	}

	Endpoint.Starter subscription(EventHandler handler) {
		return (session) -> {
			SubscribeSpec spec = session.subscribe(this.definition.uri());
			if (this.definition.match() != MatchPolicy.EXACT) {
				spec.match(this.definition.match());
			}
			if (this.definition.concurrent()) {
				spec.concurrent();
			}
			if (this.executor != null) {
				spec.executor(this.executor);
			}
			if (this.errorHandler != null) {
				spec.errorHandler(this.errorHandler);
			}
			return Endpoint.Serving.of(spec.handle(handler));
		};
	}

}
