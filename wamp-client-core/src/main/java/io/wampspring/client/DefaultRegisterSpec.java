package io.wampspring.client;

import java.util.concurrent.Executor;

import io.wampspring.options.InvocationPolicy;
import io.wampspring.options.MatchPolicy;
import io.wampspring.options.RegisterOptions;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a registration is.
 */
final class DefaultRegisterSpec implements RegisterSpec {

	private final OperationTarget target;

	private final String procedure;

	private RegisterOptions options = RegisterOptions.NONE;

	private int concurrency = Integer.MAX_VALUE;

	private boolean inline;

	private @Nullable Executor executor;

	private @Nullable WampErrorHandler errorHandler;

	DefaultRegisterSpec(OperationTarget target, String procedure) {
		this.target = target;
		this.procedure = procedure;
	}

	@Override
	public RegisterSpec match(MatchPolicy match) {
		this.options = this.options.withMatch(match);
		return this;
	}

	@Override
	public RegisterSpec invoke(InvocationPolicy policy) {
		this.options = this.options.withInvoke(policy.wireName());
		return this;
	}

	@Override
	public RegisterSpec concurrency(int concurrency) {
		if (concurrency < 1) {
			throw new IllegalArgumentException("concurrency must be at least 1: " + concurrency);
		}
		this.concurrency = concurrency;
		return this;
	}

	@Override
	public RegisterSpec inline() {
		this.inline = true;
		return this;
	}

	@Override
	public RegisterSpec executor(Executor executor) {
		this.executor = executor;
		return this;
	}

	@Override
	public RegisterSpec errorHandler(WampErrorHandler errorHandler) {
		this.errorHandler = errorHandler;
		return this;
	}

	@Override
	public RegisterSpec option(String key, Object value) {
		this.options = this.options.with(key, value);
		return this;
	}

	@Override
	public Registration handle(ProcedureHandler handler) {
		return this.target.register(new RegistrationPlan(this.procedure, this.options, handler, this.concurrency,
				this.inline, this.executor, this.errorHandler));
	}

}
