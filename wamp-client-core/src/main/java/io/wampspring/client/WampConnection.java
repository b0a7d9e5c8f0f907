package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * A connection to a realm of a router: opens a session, opens a new one when it is lost,
 * and says how it goes. One attempt is made at a time. May be used by many threads, from
 * handlers and listeners too; futures complete on the application executor.
 */
public interface WampConnection {

	/**
	 * Returns the name of the connection, for logs and health.
	 * @return the name
	 */
	String name();

	/**
	 * Opens the connection.
	 * @return the first session, once it is announced; retries included. Fails with a
	 * {@link WampOpenException} when no further attempt is made, with
	 * {@link java.util.concurrent.CancellationException} when it was closed meanwhile,
	 * and with {@link IllegalStateException} when it is open or opening already
	 */
	CompletableFuture<WampSession> open();

	/**
	 * Leaves the session with the configured reason; see {@link #close(String, String)}.
	 * @return completes at the end
	 */
	CompletableFuture<@Nullable String> close();

	/**
	 * Leaves the session, closes the transport, and makes no further attempt. May be
	 * called in any state and again; never fails. A connection may be opened again
	 * afterwards.
	 * @param reason the URI in GOODBYE
	 * @param message a text for people, {@code null} for none
	 * @return completes at the end, at the latest when the leave time-out has passed;
	 * empty, or with a text when there was no session or the router did not answer
	 */
	CompletableFuture<@Nullable String> close(String reason, @Nullable String message);

	/**
	 * Returns where the connection stands.
	 * @return the state
	 */
	ConnectionState state();

	/**
	 * Returns the current session.
	 * @return the session, {@code null} while none is joined
	 */
	@Nullable WampSession session();

	/**
	 * Returns whether a transport is open.
	 * @return whether
	 */
	boolean isConnected();

	/**
	 * Returns whether a session is joined.
	 * @return whether
	 */
	boolean isOpen();

	/**
	 * Returns whether the connection lost its session, or did not get one, and goes on
	 * trying.
	 * @return whether
	 */
	boolean isRetrying();

	/**
	 * Returns the operations that outlive sessions.
	 * @return the client, always the same
	 */
	WampClient client();

	/**
	 * Adds a listener.
	 * @param listener hears of everything from now on
	 */
	void addListener(ConnectionListener listener);

	/**
	 * Removes a listener.
	 * @param listener hears of nothing more
	 */
	void removeListener(ConnectionListener listener);

	/**
	 * Adds a preparer of sessions to come.
	 * @param preparer called once per session
	 */
	void addPreparer(SessionPreparer preparer);

	/**
	 * Returns the counters.
	 * @return a snapshot
	 */
	ConnectionStatistics statistics();

	/**
	 * Returns the attempt that waits for its time.
	 * @return the attempt, {@code null} if none waits
	 */
	@Nullable Retry nextRetry();

}
