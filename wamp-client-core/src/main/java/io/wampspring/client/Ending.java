package io.wampspring.client;

import java.util.concurrent.CompletionException;

import io.wampspring.client.session.SessionEnd;
import io.wampspring.message.Payload;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.LinkClosed;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * How a session or an attempt ended, in the words of listeners.
 *
 * @param reason the kind of end
 * @param uri the reason that one side gave
 * @param message a text for people
 * @param payload what came with an ABORT
 * @param cause what failed
 */
record Ending(CloseReason reason, @Nullable String uri, @Nullable String message, Payload payload,
		@Nullable Throwable cause) {

	/**
	 * Translates the end of a session.
	 * @param end how it ended
	 * @param closed how its link ended, if that came first
	 */
	static Ending of(SessionEnd end, @Nullable LinkClosed closed) {
		CloseReason reason = switch (end.kind()) {
			case ABORTED, DISMISSED, LEFT, UNAUTHENTICATED -> CloseReason.CLOSED;
			case VIOLATION, JOIN_TIMEOUT -> CloseReason.LOST;
			case LOST -> isClean(closed) ? CloseReason.CLOSED : CloseReason.LOST;
		};
		String uri = (end.kind() == SessionEnd.Kind.VIOLATION) ? ErrorUris.PROTOCOL_VIOLATION : end.uri();
		return new Ending(reason, uri, end.message(), end.payload(), end.cause());
	}

	private static boolean isClean(@Nullable LinkClosed closed) {
		return closed != null && closed.clean()
				&& (closed.code() == CloseCode.NORMAL || closed.code() == CloseCode.GOING_AWAY);
	}

	static Ending unreachable(CloseReason reason, String text, Throwable cause) {
		return new Ending(reason, null, text, Payload.EMPTY, cause);
	}

	/** The text of the failure of a connector, without what futures put around it. */
	static String text(Throwable failure) {
		Throwable cause = failure.getCause();
		Throwable told = (failure instanceof CompletionException && cause != null) ? cause : failure;
		return (told.getMessage() != null) ? told.getMessage() : told.toString();
	}

	static Ending unsupported() {
		return unreachable(CloseReason.UNSUPPORTED, "no transport of the list can be made",
				new IllegalStateException("no transport of the list can be made"));
	}

	/**
	 * Whether a router answered, so that this says more than that another one did not.
	 */
	boolean isAnswer() {
		return this.uri != null;
	}

	ConnectionClosed toClosed(int retryCount, @Nullable Retry retry) {
		return new ConnectionClosed(this.reason, this.uri, this.message, retryCount,
				(retry != null) ? retry.delay() : null, retry != null, this.cause);
	}

	String describe() {
		String text = (this.message != null) ? this.message : "";
		return (this.uri == null) ? text : text.isEmpty() ? this.uri : this.uri + ", " + text;
	}

}
