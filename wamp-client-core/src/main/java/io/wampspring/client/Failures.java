package io.wampspring.client;

import io.wampspring.client.session.Failure;
import io.wampspring.uri.ErrorUris;

/**
 * Makes exceptions of failures.
 */
final class Failures {

	private Failures() {
	}

	static WampException toException(Failure failure) {
		String uri = failure.uri();
		return switch (failure.kind()) {
			case LOST -> new WampConnectionLostException(uri, text(failure), true, null);
			case UNSENT -> new WampConnectionLostException(uri, text(failure), false, null);
			case ERROR, REFUSED, EXPIRED, CANCELED -> isCanceled(uri) ? new WampCanceledException(failure.payload())
					: new WampException(uri, failure.payload(), null);
		};
	}

	private static boolean isCanceled(String uri) {
		return ErrorUris.CANCELED.equals(uri) || ErrorUris.CANCELLED.equals(uri);
	}

	private static String text(Failure failure) {
		return failure.payload().args().isEmpty() ? failure.uri() : String.valueOf(failure.payload().args().get(0));
	}

}
