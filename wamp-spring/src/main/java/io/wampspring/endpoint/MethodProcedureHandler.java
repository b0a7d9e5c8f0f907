package io.wampspring.endpoint;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.wampspring.client.Invocation;
import io.wampspring.client.ProcedureHandler;
import org.jspecify.annotations.Nullable;

/**
 * Serves the calls of a procedure with a method: binds, calls, and makes a result or an
 * error of what comes back.
 *
 * @param binder fills the parameters
 * @param method the method
 * @param results makes results of what it returns
 */
record MethodProcedureHandler(ParameterBinder<Invocation> binder, EndpointMethod method,
		MethodResults results) implements ProcedureHandler {

	@Override
	public Object handle(Invocation invocation) throws Exception {
		try {
			Object returned = this.method.invoke(new EndpointMessage(invocation, this.binder.bind(invocation)));
			return (returned instanceof CompletionStage<?> stage) ? later(stage, invocation)
					: this.results.of(returned);
		}
		catch (Exception ex) {
			throw asException(MethodErrors.translate(ex));
		}
	}

	private CompletionStage<?> later(CompletionStage<?> stage, Invocation invocation) {
		if (stage instanceof CompletableFuture<?> future) {
			invocation.onCancel((interruption) -> future.cancel(true));
		}
		return stage.handle(this::complete);
	}

	private Object complete(@Nullable Object value, @Nullable Throwable failure) {
		if (failure != null) {
			throw new CompletionException(MethodErrors.translate(failure));
		}
		return this.results.of(value);
	}

	private static Exception asException(Throwable error) {
		return (error instanceof Exception exception) ? exception : new CompletionException(error);
	}

}
