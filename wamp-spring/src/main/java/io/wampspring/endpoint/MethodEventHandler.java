package io.wampspring.endpoint;

import java.util.concurrent.CompletionStage;

import io.wampspring.client.ErrorContext;
import io.wampspring.client.Event;
import io.wampspring.client.EventHandler;
import io.wampspring.client.WampErrorHandler;

/**
 * Handles events with a method.
 *
 * @param binder fills the parameters
 * @param method the method
 * @param errorHandler hears of a returned stage that fails: nobody else waits for it
 */
record MethodEventHandler(ParameterBinder<Event> binder, EndpointMethod method,
		WampErrorHandler errorHandler) implements EventHandler {

	@Override
	public void handle(Event event) throws Exception {
		Object returned = this.method.invoke(new EndpointMessage(event, this.binder.bind(event)));
		if (returned instanceof CompletionStage<?> stage) {
			stage.whenComplete((value, failure) -> {
				if (failure != null) {
					this.errorHandler.onUserError(MethodErrors.translate(failure),
							new ErrorContext(ErrorContext.Kind.EVENT, "The stage that an event handler returned failed",
									event.session().connection().name(), event.topic()));
				}
			});
		}
	}

}
