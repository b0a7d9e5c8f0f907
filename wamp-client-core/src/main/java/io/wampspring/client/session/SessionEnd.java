package io.wampspring.client.session;

import io.wampspring.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * How a session, or the attempt to join, ended.
 *
 * @param kind who ended it
 * @param uri the reason, {@code null} when there is none but the loss of the transport
 * @param message a text for people
 * @param payload what came with an ABORT
 * @param cause what was wrong, {@code null} when nothing was
 */
public record SessionEnd(Kind kind, @Nullable String uri, @Nullable String message, Payload payload,
		@Nullable Throwable cause) {

	static SessionEnd of(Kind kind, @Nullable String uri, @Nullable String message) {
		return new SessionEnd(kind, uri, message, Payload.EMPTY, null);
	}

	/** Who ended it. */
	public enum Kind {

		/** The router sent ABORT. */
		ABORTED,

		/** The router sent GOODBYE. */
		DISMISSED,

		/** This client left; the message says when the router did not answer. */
		LEFT,

		/** The router broke the protocol, this client sent ABORT. */
		VIOLATION,

		/** The router's challenge could not be answered, this client sent ABORT. */
		UNAUTHENTICATED,

		/** The router did not answer in time. */
		JOIN_TIMEOUT,

		/** The transport ended first. */
		LOST

	}

}
