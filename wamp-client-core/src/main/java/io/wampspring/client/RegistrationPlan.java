package io.wampspring.client;

import java.util.concurrent.Executor;

import io.wampspring.options.RegisterOptions;
import org.jspecify.annotations.Nullable;

/**
 * What is registered and how its invocations are served.
 *
 * @param procedure the procedure or pattern
 * @param options the options
 * @param handler serves the invocations
 * @param concurrency how many run at the same time
 * @param inline whether they run on the lane
 * @param executor where else they run, {@code null} for the connection's
 * @param errorHandler hears of what the handler throws, {@code null} for the connection's
 */
record RegistrationPlan(String procedure, RegisterOptions options, ProcedureHandler handler, int concurrency,
		boolean inline, @Nullable Executor executor, @Nullable WampErrorHandler errorHandler) {

}
