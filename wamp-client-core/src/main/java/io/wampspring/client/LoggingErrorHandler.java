package io.wampspring.client;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line and the stack.
 */
enum LoggingErrorHandler implements WampErrorHandler {

	INSTANCE;

	private static final Logger logger = LoggerFactory.getLogger(WampErrorHandler.class);

	@Override
	public void onUserError(Throwable error, ErrorContext context) {
		logger.error("[{}] {}", context.connection(), context.text(), error);
	}

	@Override
	public void onInternalError(Throwable error, ErrorContext context) {
		logger.error("[{}] {}", context.connection(), context.text(), error);
	}

}
