package io.wampspring.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

import io.wampspring.codec.ProtocolMode;
import io.wampspring.transport.Connector;
import io.wampspring.transport.ConnectorFactory;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.TransportConfig;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a realm of a router: opens a session, opens a new one when it is lost,
 * and says how it goes. One attempt is made at a time. May be used by many threads, from
 * handlers and listeners too; futures complete on the application executor.
 */
public interface WampConnection {

	/**
	 * Begins a connection.
	 * @return a builder with all defaults
	 */
	static Builder builder() {
		return new ConnectionBuilder();
	}

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
	 * Returns what is known about the transport that is open.
	 * @return the facts, {@code null} while none is open
	 */
	@Nullable LinkInfo transport();

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

	/**
	 * Returns how the connection was built.
	 * @return the settings
	 */
	ConnectionSettings settings();

	/**
	 * Builds connections. Everything but the realm and a transport has a default.
	 */
	interface Builder {

		/**
		 * Sets the name, for logs and health.
		 * @param name the name, {@code wamp} unless set
		 * @return this
		 */
		Builder name(String name);

		/**
		 * Sets the realm to join.
		 * @param realm its URI
		 * @return this
		 */
		Builder realm(String realm);

		/**
		 * Sets the transports, tried in turn: connect and join must succeed, else the
		 * next one is tried.
		 * @param transports what to connect to
		 * @return this
		 */
		Builder transports(List<TransportConfig> transports);

		/**
		 * Sets who makes connectors of the transports.
		 * @param factories asked in this order; those found with
		 * {@link java.util.ServiceLoader} unless set
		 * @return this
		 */
		Builder connectorFactories(List<ConnectorFactory> factories);

		/**
		 * Sets ready-made connectors, tried before the transports. They are not closed
		 * with the connection.
		 * @param connectors open links
		 * @return this
		 */
		Builder connectors(List<Connector> connectors);

		/**
		 * Sets whether and when another attempt is made.
		 * @param policy the policy, {@link BackOff#DEFAULT} unless set
		 * @return this
		 */
		Builder retry(ReconnectPolicy policy);

		/**
		 * Sets the authentication methods that are offered.
		 * @param methods the methods, best first; those of the authenticator unless set
		 * @return this
		 */
		Builder authmethods(List<String> methods);

		/**
		 * Sets who the client says it is.
		 * @param authid the id
		 * @return this
		 */
		Builder authid(@Nullable String authid);

		/**
		 * Sets what the authentication methods add to HELLO. Never logged.
		 * @param authextra plain values by key
		 * @return this
		 */
		Builder authextra(Map<String, Object> authextra);

		/**
		 * Sets who answers challenges.
		 * @param authenticator the authenticator
		 * @return this
		 */
		Builder authenticator(WampAuthenticator authenticator);

		/**
		 * Sets how long calls, and all requests that are answered, wait unless they say
		 * otherwise.
		 * @param timeout the time, zero for ever; 30 seconds unless set
		 * @return this
		 */
		Builder callTimeout(Duration timeout);

		/**
		 * Sets how long the router may take to let the client in, and how long declared
		 * endpoints and preparers may hold up the announcement of a session.
		 * @param timeout the time; 10 seconds unless set
		 * @return this
		 */
		Builder joinTimeout(Duration timeout);

		/**
		 * Sets how long to wait for the answer to GOODBYE.
		 * @param timeout the time; one second unless set
		 * @return this
		 */
		Builder leaveTimeout(Duration timeout);

		/**
		 * Sets the reason of a close without one.
		 * @param reason the URI; {@code wamp.goodbye.normal} unless set
		 * @return this
		 */
		Builder closeReason(String reason);

		/**
		 * Sets where handlers, listeners and authenticators run and futures complete.
		 * @param executor the executor; threads of the library, made as needed, unless
		 * set
		 * @return this
		 */
		Builder executor(Executor executor);

		/**
		 * Sets what wakes timers. It runs no code of applications.
		 * @param scheduler the scheduler; one thread of the library unless set
		 * @return this
		 */
		Builder scheduler(ScheduledExecutorService scheduler);

		/**
		 * Sets who hears of errors that have nobody to be thrown at.
		 * @param errorHandler the handler; it logs unless set
		 * @return this
		 */
		Builder errorHandler(WampErrorHandler errorHandler);

		/**
		 * Sets which URIs may be sent.
		 * @param rules the rules; loose unless set
		 * @return this
		 */
		Builder uriRules(UriRules rules);

		/**
		 * Sets how strict the router is taken.
		 * @param mode the mode; lenient unless set
		 * @return this
		 */
		Builder protocolMode(ProtocolMode mode);

		/**
		 * Sets how many invocations, and how many concurrent events, run at the same
		 * time.
		 * @param maxConcurrency at least 1; 256 unless set
		 * @return this
		 */
		Builder maxConcurrency(int maxConcurrency);

		/**
		 * Sets how many events, and how many invocations, may wait. An invocation beyond
		 * it is answered {@code wamp.error.unavailable}.
		 * @param queueCapacity at least 1; 10000 unless set
		 * @return this
		 */
		Builder queueCapacity(int queueCapacity);

		/**
		 * Sets what happens to events beyond the capacity.
		 * @param overflow the policy; {@link Overflow#PAUSE} unless set
		 * @return this
		 */
		Builder overflow(Overflow overflow);

		/**
		 * Sets the random numbers of the back-off.
		 * @param random the source
		 * @return this
		 */
		Builder random(RandomGenerator random);

		/**
		 * Adds a listener.
		 * @param listener hears of everything
		 * @return this
		 */
		Builder listener(ConnectionListener listener);

		/**
		 * Adds a preparer of sessions.
		 * @param preparer called once per session
		 * @return this
		 */
		Builder preparer(SessionPreparer preparer);

		/**
		 * Makes the connection; it is not opened.
		 * @return the connection
		 * @throws IllegalArgumentException if a setting is missing or out of range; the
		 * message names it
		 */
		WampConnection build();

	}

}
