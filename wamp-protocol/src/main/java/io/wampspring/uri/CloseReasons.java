package io.wampspring.uri;

/**
 * Predefined reasons of GOODBYE and ABORT.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/uri_reference.md, advanced/uris.md</a>
 */
public final class CloseReasons {

	/** The peer shuts down. */
	public static final String SYSTEM_SHUTDOWN = "wamp.close.system_shutdown";

	/** The peer leaves the realm. */
	public static final String CLOSE_REALM = "wamp.close.close_realm";

	/** The answer to a GOODBYE. */
	public static final String GOODBYE_AND_OUT = "wamp.close.goodbye_and_out";

	/** The router ended the session by force. */
	public static final String KILLED = "wamp.close.killed";

	/** A normal close, as most peers send it. */
	public static final String NORMAL = "wamp.close.normal";

	/** A normal close, our default. */
	public static final String GOODBYE_NORMAL = "wamp.goodbye.normal";

	/** Local only: the transport was lost. */
	public static final String TRANSPORT_LOST = "wamp.close.transport_lost";

	private CloseReasons() {
	}

}
