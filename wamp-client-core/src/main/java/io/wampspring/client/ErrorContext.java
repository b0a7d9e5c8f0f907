package io.wampspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Where an error happened.
 *
 * @param kind what was going on
 * @param text a sentence for people
 * @param connection the name of the connection
 * @param uri the procedure, topic or method that was concerned, if any
 */
public record ErrorContext(Kind kind, String text, String connection, @Nullable String uri) {

	/** What was going on. */
	public enum Kind {

		/** An event handler. */
		EVENT,

		/** An invocation handler. */
		INVOCATION,

		/** A consumer of progressive results. */
		PROGRESS,

		/** A publication that was handed over could not be sent. */
		PUBLICATION,

		/** A declared subscription or registration was refused. */
		RESTORE,

		/** A listener or preparer. */
		LISTENER,

		/** An authenticator. */
		AUTHENTICATOR,

		/** The peer broke the protocol. */
		PROTOCOL,

		/** A transport could not be made. */
		TRANSPORT

	}

}
