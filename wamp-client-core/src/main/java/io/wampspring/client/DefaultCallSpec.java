package io.wampspring.client;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

import io.wampspring.client.ErrorContext.Kind;
import io.wampspring.client.session.CallRequest;
import io.wampspring.client.session.Failure;
import io.wampspring.lane.SerialLane;
import io.wampspring.message.PayloadException;
import io.wampspring.options.CallOptions;
import io.wampspring.options.CancelMode;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a call is, and calls.
 */
final class DefaultCallSpec implements CallSpec {

	private final OperationTarget target;

	private final ConnectionContext context;

	private final String procedure;

	private final Arguments arguments = new Arguments();

	private CallOptions options = CallOptions.NONE;

	private CancelMode cancelMode = CancelMode.KILLNOWAIT;

	private Duration timeout;

	private @Nullable Consumer<CallResult> progress;

	DefaultCallSpec(OperationTarget target, ConnectionContext context, String procedure) {
		this.target = target;
		this.context = context;
		this.procedure = procedure;
		this.timeout = context.settings().callTimeout();
	}

	@Override
	public CallSpec args(@Nullable Object... args) {
		this.arguments.args(args);
		return this;
	}

	@Override
	public CallSpec kwarg(String name, @Nullable Object value) {
		this.arguments.kwarg(name, value);
		return this;
	}

	@Override
	public CallSpec kwargs(Map<String, ? extends @Nullable Object> kwargs) {
		this.arguments.kwargs(kwargs);
		return this;
	}

	@Override
	public CallSpec timeout(Duration timeout) {
		if (timeout.isNegative()) {
			throw new IllegalArgumentException("the timeout of a call must not be negative: " + timeout);
		}
		this.timeout = timeout;
		return this;
	}

	@Override
	public CallSpec cancelMode(CancelMode mode) {
		this.cancelMode = mode;
		return this;
	}

	@Override
	public CallSpec option(String key, Object value) {
		this.options = this.options.with(key, value);
		return this;
	}

	@Override
	public <P> CallSpec onProgress(Class<P> type, Consumer<? super P> consumer) {
		return onProgress((Type) type, consumer);
	}

	@Override
	public <P> CallSpec onProgress(TypeRef<P> type, Consumer<? super P> consumer) {
		return onProgress(type.type(), consumer);
	}

	private <P> CallSpec onProgress(Type type, Consumer<? super P> consumer) {
		return onProgress((result) -> consumer.accept(decode(result, type)));
	}

	@Override
	public CallSpec onProgress(Consumer<CallResult> consumer) {
		this.progress = consumer;
		return this;
	}

	@Override
	public <T> @Nullable T retrieve(Class<T> type) {
		return decode(retrieve(), type);
	}

	@Override
	public <T> @Nullable T retrieve(TypeRef<T> type) {
		return decode(retrieve(), type.type());
	}

	private static <T> @Nullable T decode(CallResult result, Type type) {
		try {
			return result.payload().value(type);
		}
		catch (PayloadException ex) {
			throw new RequestPayloadException(ex);
		}
	}

	@Override
	public CallResult retrieve() {
		DefaultSession session = this.target.requireSession();
		InlineScope.requireMayBlock(session.lane().lane(), "calling " + this.procedure);
		CallRequest request = request(session);
		CompletableFuture<CallResult> result = new CompletableFuture<>();
		try {
			if (!session.gate().await(request.timeout())) {
				throw new WampException(ErrorUris.TIMEOUT, "the transport takes nothing more");
			}
			// Without progress the lane wakes the waiting thread itself.
			WaitingThread replies = (this.progress != null) ? new WaitingThread() : null;
			Executor executor = (replies != null) ? replies : Runnable::run;
			Consumer<CancelMode> canceler = start(session, request, executor, new Completion<>(result, (raw) -> raw));
			return await(result, replies, canceler);
		}
		catch (InterruptedException ex) {
			throw interrupted();
		}
	}

	private CallResult await(CompletableFuture<CallResult> result, @Nullable WaitingThread replies,
			Consumer<CancelMode> canceler) {
		try {
			if (replies != null) {
				replies.runUntil(result);
			}
			return result.get();
		}
		catch (InterruptedException ex) {
			canceler.accept(this.cancelMode);
			throw interrupted();
		}
		catch (ExecutionException ex) {
			throw Waiting.rethrow(ex.getCause());
		}
	}

	private CallCanceledException interrupted() {
		Thread.currentThread().interrupt();
		return new CallCanceledException(this.procedure);
	}

	@Override
	public <T> CompletableFuture<@Nullable T> retrieveAsync(Class<T> type) {
		return startAsync(type).result();
	}

	@Override
	public <T> CompletableFuture<@Nullable T> retrieveAsync(TypeRef<T> type) {
		return startAsync(type).result();
	}

	@Override
	public CompletableFuture<CallResult> retrieveAsync() {
		return startAsync().result();
	}

	@Override
	public <T> WampCall<@Nullable T> startAsync(Class<T> type) {
		return startAsync((result) -> decode(result, type));
	}

	@Override
	public <T> WampCall<@Nullable T> startAsync(TypeRef<T> type) {
		return startAsync((result) -> decode(result, type.type()));
	}

	@Override
	public WampCall<CallResult> startAsync() {
		return startAsync((result) -> result);
	}

	private <T extends @Nullable Object> WampCall<T> startAsync(Function<CallResult, T> decoder) {
		try {
			DefaultSession session = this.target.requireSession();
			CallRequest request = request(session);
			StartedCall<T> call = new StartedCall<>(this.procedure, session, this.cancelMode);
			Executor executor = (this.progress != null) ? serial() : this.context.application();
			Completion<T> completion = new Completion<>(call.result(), decoder);
			session.gate().whenOpen(() -> call.startedAs(start(session, request, executor, completion)));
			return call;
		}
		catch (RuntimeException ex) {
			return new FailedCall<>(ex);
		}
	}

	private CallRequest request(DefaultSession session) {
		return new CallRequest(this.procedure, this.options, session.encode(this.arguments.toPayload()),
				this.progress != null, ConnectionContext.millis(this.timeout));
	}

	private Executor serial() {
		return new SerialLane(this.context.application());
	}

	private Consumer<CancelMode> start(DefaultSession session, CallRequest request, Executor executor, CallEnd end) {
		Consumer<CallResult> consumer = this.progress;
		Consumer<CallResult> guarded = (consumer != null) ? (result) -> deliver(consumer, result) : null;
		session.dispatcher().replyAwaited();
		CallReplies replies = new CallReplies(executor, guarded, end, session.dispatcher()::replyCame);
		return session.call(request, replies, replies::onUnsent);
	}

	private void deliver(Consumer<CallResult> consumer, CallResult result) {
		try {
			consumer.accept(result);
		}
		catch (Throwable ex) {
			this.context.application()
				.userError(null, ex, Kind.PROGRESS, "the consumer of progress of '" + this.procedure + "' failed",
						this.procedure);
		}
	}

	/**
	 * Completes the future of a call.
	 *
	 * @param <T> what the result becomes
	 */
	private static final class Completion<T extends @Nullable Object> implements CallEnd {

		private final CompletableFuture<T> future;

		private final Function<CallResult, T> decoder;

		Completion(CompletableFuture<T> future, Function<CallResult, T> decoder) {
			this.future = future;
			this.decoder = decoder;
		}

		@Override
		public void onResult(CallResult result) {
			try {
				this.future.complete(this.decoder.apply(result));
			}
			// constructors of the application run in here
			catch (Throwable ex) {
				this.future.completeExceptionally(ex);
			}
		}

		@Override
		public void onFailure(Failure failure) {
			this.future.completeExceptionally(Failures.toException(failure));
		}

		@Override
		public void onUnsent(RuntimeException failure) {
			this.future.completeExceptionally(failure);
		}

	}

}
