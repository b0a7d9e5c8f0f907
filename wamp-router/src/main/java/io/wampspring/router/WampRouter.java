package io.wampspring.router;

import java.util.ArrayList;
import java.util.List;

import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.Acceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WAMP router in this process: broker and dealer with exact matching. Transports reach
 * it through an {@link #accept() entrance}. May be started again after it was closed; all
 * methods may be called by any thread.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol</a>
 */
public final class WampRouter implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(WampRouter.class);

	private final RouterConfig config;

	private final List<Acceptor> acceptors;

	private final Counters counters = new Counters();

	private final Listeners listeners = new Listeners();

	private volatile @Nullable RouterRuntime runtime;

	private WampRouter(RouterConfig config, List<Acceptor> acceptors) {
		this.config = config;
		this.acceptors = List.copyOf(acceptors);
	}

	/**
	 * Returns a router that listens nowhere, for links inside the process and acceptors
	 * that others start.
	 * @param config realms, limits, rules
	 * @return the router, not started
	 */
	public static WampRouter of(RouterConfig config) {
		return new WampRouter(config, List.of());
	}

	/**
	 * Begins to make a router.
	 * @param config realms, limits, rules
	 * @return the builder
	 */
	public static Builder builder(RouterConfig config) {
		return new Builder(config);
	}

	/**
	 * Starts the router, then its acceptors. Does nothing while it runs.
	 * @throws io.wampspring.transport.LinkException if an acceptor cannot serve its
	 * address; nothing is left started then
	 */
	public synchronized void start() {
		if (this.runtime != null) {
			return;
		}
		this.runtime = new RouterRuntime(this.config, this.counters, this.listeners);
		try {
			this.acceptors.forEach((acceptor) -> acceptor.start(accept()));
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
		logger.info("WAMP router started, realms: {}", describeRealms());
	}

	/**
	 * Lets nobody in any more, says GOODBYE {@code wamp.close.system_shutdown} to all
	 * sessions and detaches them at once. Each link is closed after the answer or when
	 * the limit for leaving is over; then the acceptors and the threads end. Blocks that
	 * long, so not to be called by a listener. Does nothing while the router does not
	 * run.
	 */
	@Override
	public synchronized void close() {
		RouterRuntime running = this.runtime;
		if (running == null) {
			return;
		}
		running.close();
		this.acceptors.forEach(WampRouter::close);
		running.stopThreads();
		this.runtime = null;
		logger.info("WAMP router closed");
	}

	/**
	 * Returns whether the router runs.
	 * @return whether
	 */
	public boolean isRunning() {
		return this.runtime != null;
	}

	/**
	 * Opens an entrance for strangers: they join as their authentication allows.
	 * @return a new entrance; it may be handed out before the router is started
	 */
	public RouterEntrance accept() {
		return new RouterEntrance(this, false);
	}

	/**
	 * Opens an entrance for the application's own sessions in this process: they join any
	 * realm as role {@code trusted}, without proof.
	 * @return a new entrance; it may be handed out before the router is started
	 */
	public RouterEntrance acceptTrusted() {
		return new RouterEntrance(this, true);
	}

	/**
	 * Adds a listener of sessions.
	 * @param listener the listener
	 */
	public void addListener(RouterListener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Removes a listener of sessions.
	 * @param listener the listener
	 */
	public void removeListener(RouterListener listener) {
		this.listeners.remove(listener);
	}

	/**
	 * Returns what the router was told.
	 * @return the configuration
	 */
	public RouterConfig config() {
		return this.config;
	}

	/**
	 * Returns what the router did since it was made, over all starts.
	 * @return the numbers
	 */
	public RouterStatistics statistics() {
		RouterRuntime running = this.runtime;
		return this.counters.statistics((running != null) ? running.linkCount() : 0);
	}

	@Nullable RouterRuntime runtime() {
		return this.runtime;
	}

	private String describeRealms() {
		return String.join(", ", this.config.realms().stream().map(WampRouter::describe).toList());
	}

	private static String describe(RealmConfig realm) {
		return realm.name() + " (anonymous access: " + (realm.anonymous() ? "on" : "off") + ")";
	}

	/** The others are closed all the same. */
	private static void close(Acceptor acceptor) {
		try {
			acceptor.close();
		}
		catch (RuntimeException ex) {
			logger.error("An acceptor of the WAMP router failed to close: {}", acceptor, ex);
		}
	}

	/**
	 * Makes a router.
	 */
	public static final class Builder {

		private final RouterConfig config;

		private final List<Acceptor> acceptors = new ArrayList<>();

		private Builder(RouterConfig config) {
			this.config = config;
		}

		/**
		 * Adds an acceptor, which the router starts and closes.
		 * @param acceptor the acceptor; who comes in there is a stranger
		 * @return this
		 */
		public Builder acceptor(Acceptor acceptor) {
			this.acceptors.add(acceptor);
			return this;
		}

		/**
		 * Makes the router.
		 * @return the router, not started
		 */
		public WampRouter build() {
			return new WampRouter(this.config, this.acceptors);
		}

	}

}
