package io.wampspring.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps what it hears.
 */
final class RecordingErrorHandler implements WampErrorHandler {

	final List<Throwable> userErrors = new CopyOnWriteArrayList<>();

	final List<Throwable> internalErrors = new CopyOnWriteArrayList<>();

	final List<ErrorContext> contexts = new CopyOnWriteArrayList<>();

	@Override
	public void onUserError(Throwable error, ErrorContext context) {
		this.contexts.add(context);
		this.userErrors.add(error);
	}

	@Override
	public void onInternalError(Throwable error, ErrorContext context) {
		this.contexts.add(context);
		this.internalErrors.add(error);
	}

}
