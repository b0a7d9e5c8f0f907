package io.wampspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.wampspring.client.ErrorContext.Kind;
import io.wampspring.client.session.RunningInvocation;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.options.InvocationDetails;
import io.wampspring.uri.ErrorUris;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

/**
 * One call being served: runs the handler, encodes what it returns on its thread, and
 * brings the answer back to the lane.
 */
final class SessionInvocation implements Invocation, Runnable {

	/** All that a caller learns of an unexpected failure. */
	static final String RUNTIME_ERROR_TEXT = "the procedure failed";

	private final DefaultSession session;

	private final SessionRegistration registration;

	private final RunningInvocation call;

	private final ProgressSink progress = new Progress();

	/** Guarded by this. */
	private final List<Consumer<Interruption>> onCancel = new ArrayList<>(0);

	/** Guarded by this. */
	private @Nullable CompletableFuture<?> pending;

	/** Guarded by this. */
	private @Nullable Interruption interruption;

	/** Guarded by this. */
	private boolean started;

	/** Confined to the lane. */
	private Runnable whenEnded = () -> {
	};

	SessionInvocation(DefaultSession session, SessionRegistration registration, RunningInvocation call) {
		this.session = session;
		this.registration = registration;
		this.call = call;
	}

	/** Called on the lane, before it runs. */
	void whenEnded(Runnable action) {
		this.whenEnded = action;
	}

	@Override
	public void run() {
		if (!start()) {
			answer(this::cancel);
			return;
		}
		@Nullable Object result;
		try {
			result = this.registration.plan().handler().handle(this);
		}
		catch (Throwable ex) {
			fail(ex);
			return;
		}
		if (result instanceof CompletionStage<?> stage) {
			follow(stage);
		}
		else {
			succeed(result);
		}
	}

	private synchronized boolean start() {
		this.started = this.interruption == null;
		return this.started;
	}

	/** Called on the lane. */
	private void cancel() {
		this.call.fail(ErrorUris.CANCELED, Payload.EMPTY);
	}

	private void follow(CompletionStage<?> stage) {
		stage.whenComplete((value, failure) -> {
			if (failure != null) {
				fail(unwrap(failure));
			}
			else {
				succeed(value);
			}
		});
		CompletableFuture<?> future = (stage instanceof CompletableFuture<?> own) ? own : null;
		boolean canceled;
		synchronized (this) {
			this.pending = future;
			canceled = this.interruption != null;
		}
		if (canceled && future != null) {
			future.cancel(true);
		}
	}

	private static Throwable unwrap(Throwable failure) {
		Throwable cause = failure.getCause();
		return (failure instanceof CompletionException && cause != null) ? cause : failure;
	}

	private void succeed(@Nullable Object value) {
		Payload payload;
		try {
			payload = this.session.encode(toPayload(value));
		}
		catch (PayloadException ex) {
			report(ex, "the result of procedure '" + procedure() + "' cannot be sent");
			answer(() -> this.call.fail(ErrorUris.INVALID_PAYLOAD, Payload.of(text(ex))));
			return;
		}
		// getters of the application run in there
		catch (Throwable ex) {
			fail(ex);
			return;
		}
		answer(() -> this.call.complete(payload));
	}

	private static Payload toPayload(@Nullable Object value) {
		return (value instanceof CallResult result) ? result.payload() : Payload.of(new Object[] { value });
	}

	private void fail(Throwable error) {
		if (error instanceof WampException ex && UriRules.LOOSE.isValid(ex.uri())) {
			Payload payload = encodeOrNone(ex);
			answer(() -> this.call.fail(ex.uri(), payload));
		}
		else if (error instanceof PayloadException ex && !(error instanceof RequestPayloadException)) {
			answer(() -> this.call.fail(ErrorUris.INVALID_ARGUMENT, Payload.of(text(ex))));
		}
		else if (isCanceled()) {
			// A handler that is told to stop may end as it likes.
			answer(this::cancel);
		}
		else {
			report(error, "procedure '" + procedure() + "' failed");
			answer(() -> this.call.fail(ErrorUris.RUNTIME_ERROR, Payload.of(RUNTIME_ERROR_TEXT)));
		}
	}

	private Payload encodeOrNone(WampException error) {
		try {
			return this.session.encode(error.payload());
		}
		catch (PayloadException ex) {
			report(ex, "the arguments of the error of procedure '" + procedure() + "' cannot be sent");
			return Payload.EMPTY;
		}
	}

	/** The executor has no room; called instead of {@link #run}. */
	void refuse() {
		answer(() -> this.call.fail(ErrorUris.UNAVAILABLE, Payload.of("all threads are busy here")));
	}

	private static String text(PayloadException ex) {
		return String.valueOf(ex.getMessage());
	}

	private void report(Throwable error, String text) {
		Application application = this.session.application();
		WampErrorHandler own = this.registration.plan().errorHandler();
		Runnable report = () -> application.userError(own, error, Kind.INVOCATION, text, procedure());
		if (this.registration.plan().inline()) {
			application.execute(report);
		}
		else {
			report.run();
		}
	}

	private void answer(Runnable answer) {
		this.session.lane().post(() -> {
			answer.run();
			this.whenEnded.run();
		});
	}

	/** Called on the lane. */
	void interrupt(Interruption reason) {
		List<Consumer<Interruption>> actions;
		CompletableFuture<?> future;
		boolean waits;
		synchronized (this) {
			if (this.interruption != null) {
				return;
			}
			this.interruption = reason;
			actions = List.copyOf(this.onCancel);
			future = this.pending;
			waits = !this.started;
		}
		if (waits) {
			// Nothing has to stop: the caller need not wait until it is its turn.
			cancel();
		}
		if (future != null || !actions.isEmpty()) {
			this.session.application().execute(() -> {
				actions.forEach((action) -> cancel(action, reason));
				if (future != null) {
					future.cancel(true);
				}
			});
		}
	}

	private void cancel(Consumer<Interruption> action, Interruption reason) {
		try {
			action.accept(reason);
		}
		catch (Throwable ex) {
			this.session.application()
				.userError(this.registration.plan().errorHandler(), ex, Kind.INVOCATION,
						"canceling procedure '" + procedure() + "' failed", procedure());
		}
	}

	@Override
	public Payload payload() {
		return this.call.message().payload();
	}

	@Override
	public InvocationDetails details() {
		return this.call.details();
	}

	@Override
	public String procedure() {
		String called = this.call.details().procedure();
		return (called != null) ? called : this.registration.procedure();
	}

	@Override
	public ProgressSink progress() {
		return this.progress;
	}

	@Override
	public synchronized boolean isCanceled() {
		return this.interruption != null;
	}

	@Override
	public void onCancel(Consumer<Interruption> action) {
		Interruption reason;
		synchronized (this) {
			reason = this.interruption;
			if (reason == null) {
				this.onCancel.add(action);
			}
		}
		if (reason != null) {
			this.session.application().execute(() -> cancel(action, reason));
		}
	}

	@Override
	public Registration registration() {
		return this.registration.owner();
	}

	@Override
	public WampSession session() {
		return this.session;
	}

	/**
	 * Takes progressive results.
	 */
	private final class Progress implements ProgressSink {

		@Override
		public boolean isRequested() {
			return SessionInvocation.this.call.wantsProgress();
		}

		@Override
		public void send(CallResult result) {
			if (isRequested() && !isCanceled()) {
				Payload payload = SessionInvocation.this.session.encode(result.payload());
				SessionInvocation.this.session.progress(SessionInvocation.this.call, payload);
			}
		}

	}

}
