package io.wampspring.client;

/**
 * Hears of errors that have nobody to be thrown at. Never called on the lane of a
 * session. The default writes one ERROR line with the stack.
 */
public interface WampErrorHandler {

	/**
	 * Code of the application failed: a handler, a listener, an authenticator.
	 * @param error what it threw
	 * @param context where
	 */
	void onUserError(Throwable error, ErrorContext context);

	/**
	 * The peer broke the protocol, or this library or a transport failed.
	 * @param error what was wrong
	 * @param context where
	 */
	void onInternalError(Throwable error, ErrorContext context);

	/**
	 * Returns the handler that only logs.
	 * @return the handler
	 */
	static WampErrorHandler logging() {
		return LoggingErrorHandler.INSTANCE;
	}

}
