package io.wampspring.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.wampspring.options.CancelMode;
import org.jspecify.annotations.Nullable;

/**
 * A running call, from outside.
 *
 * @param <T> what the result becomes
 */
final class StartedCall<T extends @Nullable Object> implements WampCall<T> {

	private final CallFuture<T> result;

	/** Guarded by this. */
	private @Nullable Consumer<CancelMode> canceler;

	/** Guarded by this: canceled before the transport had room for the call. */
	private @Nullable CancelMode early;

	StartedCall(String procedure, DefaultSession session, CancelMode cancelMode) {
		this.result = new CallFuture<>(procedure, session.lane().lane(), () -> cancel(cancelMode));
	}

	void startedAs(Consumer<CancelMode> started) {
		CancelMode mode;
		synchronized (this) {
			this.canceler = started;
			mode = this.early;
		}
		if (mode != null) {
			started.accept(mode);
		}
	}

	@Override
	public CompletableFuture<T> result() {
		return this.result;
	}

	@Override
	public void cancel(CancelMode mode) {
		Consumer<CancelMode> started;
		synchronized (this) {
			started = this.canceler;
			if (started == null) {
				this.early = mode;
			}
		}
		if (started != null) {
			started.accept(mode);
		}
	}

}
