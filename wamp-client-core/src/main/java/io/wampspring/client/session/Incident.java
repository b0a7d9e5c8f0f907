package io.wampspring.client.session;

/**
 * What a session tolerates and counts.
 */
public enum Incident {

	/** A reply to a request that was answered, had expired or was canceled. */
	LATE_REPLY,

	/** A reply to a request that was never made. */
	UNKNOWN_REPLY,

	/** A progressive result that nobody had asked for. */
	IGNORED_PROGRESS,

	/** An event for a subscription that does not exist. */
	UNKNOWN_EVENT,

	/** An invocation for a registration that does not exist, or of an answered call. */
	UNKNOWN_INVOCATION,

	/** An interrupt of an invocation that was answered. */
	LATE_INTERRUPT,

	/** A message of an extension type. */
	EXTENSION_MESSAGE

}
