package io.wampspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Serves the calls of a procedure, on the application executor unless the registration
 * says otherwise. May block and use the connection.
 * <p>
 * A value is one positional result, also a {@code List} and {@code null}; a
 * {@link CallResult} is what it says; a {@code CompletionStage} of either is awaited. A
 * {@link WampException} is sent as it is; a payload that is something else than was asked
 * for as {@code wamp.error.invalid_argument}; anything else as
 * {@code wamp.error.runtime_error} with one fixed text, and goes to the
 * {@link WampErrorHandler}.
 */
@FunctionalInterface
public interface ProcedureHandler {

	/**
	 * Serves a call.
	 * @param invocation the call
	 * @return the result
	 * @throws Exception the error
	 */
	@Nullable Object handle(Invocation invocation) throws Exception;

}
