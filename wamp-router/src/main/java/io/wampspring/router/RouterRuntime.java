package io.wampspring.router;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.wampspring.lane.Lane;
import io.wampspring.lane.SerialLane;
import io.wampspring.message.Abort;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.options.CloseDetails;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.router.core.Ids;
import io.wampspring.router.core.Realm;
import io.wampspring.router.core.Tally;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkListener;
import io.wampspring.uri.CloseReasons;
import io.wampspring.uri.ErrorUris;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A router from start to close: its threads, its realms with their lanes, its links.
 */
final class RouterRuntime {

	private static final Logger logger = LoggerFactory.getLogger(RouterRuntime.class);

	/** How much longer than the answer to GOODBYE the closing of a transport may take. */
	private static final Duration CLOSE_GRACE = Duration.ofSeconds(1);

	private final RouterConfig config;

	private final Tally tally;

	private final Listeners listeners;

	private final Ids ids = new RandomIds();

	private final ExecutorService threads;

	private final ScheduledExecutorService scheduler;

	private final Map<String, Realm> realms = new LinkedHashMap<>();

	private final Map<String, Lane> lanes = new LinkedHashMap<>();

	private final Set<RouterLink> links = ConcurrentHashMap.newKeySet();

	private final AtomicInteger strangers = new AtomicInteger();

	private volatile boolean closing;

	RouterRuntime(RouterConfig config, Tally tally, Listeners listeners) {
		this.config = config;
		this.tally = tally;
		this.listeners = listeners;
		int parallel = Math.min(config.realms().size(), Runtime.getRuntime().availableProcessors());
		this.threads = Executors.newFixedThreadPool(parallel, threads("wamp-router-"));
		this.scheduler = newScheduler();
		for (RealmConfig realm : config.realms()) {
			this.realms.put(realm.name(), new Realm(realm, config, this.ids, tally));
			this.lanes.put(realm.name(), new SerialLane(this.threads));
		}
	}

	RouterConfig config() {
		return this.config;
	}

	Tally tally() {
		return this.tally;
	}

	Listeners listeners() {
		return this.listeners;
	}

	Ids ids() {
		return this.ids;
	}

	ScheduledExecutorService scheduler() {
		return this.scheduler;
	}

	Map<String, Realm> realms() {
		return this.realms;
	}

	Lane laneOf(Realm realm) {
		return Objects.requireNonNull(this.lanes.get(realm.name()));
	}

	int linkCount() {
		return this.links.size();
	}

	LinkListener<MessageToRouter> open(Link<MessageToClient> link, RouterEntrance entrance) {
		if (this.closing || entrance.isClosed()) {
			return refuseForShutdown(link);
		}
		int limit = this.config.limits().sessions();
		if (!entrance.isTrusted() && this.strangers.incrementAndGet() > limit) {
			this.strangers.decrementAndGet();
			this.tally.count(Tally.Count.JOIN_REFUSED);
			logger.warn("WAMP client {} not let in: the limit of {} sessions is reached", link.info().peer(), limit);
			return refuse(link, ErrorUris.UNAVAILABLE, "the router has its " + limit + " sessions", CloseCode.POLICY);
		}
		RouterLink opened = new RouterLink(link, entrance, this);
		this.links.add(opened);
		opened.start();
		if (this.closing || entrance.isClosed()) {
			// Closed in between: whoever closes may have missed it.
			opened.shutDown();
		}
		return opened;
	}

	void remove(RouterLink link) {
		if (this.links.remove(link) && !link.entrance().isTrusted()) {
			this.strangers.decrementAndGet();
		}
	}

	/** Ends sessions and waits for their links, not for ever. */
	void closeLinks(Predicate<RouterLink> which) {
		List<RouterLink> chosen = this.links.stream().filter(which).toList();
		chosen.forEach(RouterLink::shutDown);
		CompletableFuture<?>[] closed = chosen.stream().map(RouterLink::closed).toArray(CompletableFuture<?>[]::new);
		Duration limit = this.config.limits().leaveTimeout().plus(CLOSE_GRACE);
		try {
			CompletableFuture.allOf(closed).get(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (TimeoutException | ExecutionException ex) {
			// What is still open was told and detached; its acceptor closes it.
		}
	}

	void close() {
		this.closing = true;
		closeLinks((link) -> true);
	}

	/** After the last link: whatever comes now meets no session any more. */
	void stopThreads() {
		this.scheduler.shutdownNow();
		this.threads.shutdown();
		try {
			if (!this.threads.awaitTermination(CLOSE_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
				this.threads.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			this.threads.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

	static LinkListener<MessageToRouter> refuseForShutdown(Link<MessageToClient> link) {
		return refuse(link, CloseReasons.SYSTEM_SHUTDOWN, "the router does not run", CloseCode.GOING_AWAY);
	}

	private static LinkListener<MessageToRouter> refuse(Link<MessageToClient> link, String reason, String text,
			CloseCode code) {
		link.send(new Abort(CloseDetails.NONE.withMessage(text).toDict(), reason, Payload.EMPTY));
		link.close(code, reason);
		return new Refused();
	}

	private static ScheduledExecutorService newScheduler() {
		ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, threads("wamp-router-timer-"));
		scheduler.setRemoveOnCancelPolicy(true);
		// Rejected is only what comes after the end, when no time matters any more.
		scheduler.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
		return scheduler;
	}

	private static ThreadFactory threads(String prefix) {
		AtomicInteger number = new AtomicInteger();
		return (task) -> {
			Thread thread = new Thread(task, prefix + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		};
	}

	/**
	 * Hears of a link that was refused, and does nothing.
	 */
	private static final class Refused implements LinkListener<MessageToRouter> {

		@Override
		public void onMessage(MessageToRouter message) {
		}

		@Override
		public void onViolation(ProtocolViolationException violation) {
		}

		@Override
		public void onClosed(LinkClosed closed) {
		}

	}

}
