package io.wampspring.router.core;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;

/**
 * The core with everything that a shell would give it: ids that count up, time that
 * stands still, no threads.
 */
final class CoreRouter {

	static final String REALM = "realm1";

	private final RouterConfig config;

	private final Map<String, Realm> realms = new LinkedHashMap<>();

	private final Map<Tally.Count, Integer> counts = new EnumMap<>(Tally.Count.class);

	private final ManualTimers timers = new ManualTimers();

	private long lastId = 1000;

	CoreRouter() {
		this(RouterConfig.of(RealmConfig.open(REALM)));
	}

	CoreRouter(RouterConfig config) {
		this.config = config;
		for (RealmConfig realm : config.realms()) {
			this.realms.put(realm.name(), new Realm(realm, config, this::nextId, this::count));
		}
	}

	/** A link without a session. */
	CorePeer connect() {
		return connect(false);
	}

	CorePeer connect(boolean trusted) {
		CorePeer peer = new CorePeer();
		Welcomer welcomer = new Welcomer(this.realms, this::nextId, trusted);
		peer.start(new RouterSession(peer, this.timers, welcomer, this.config));
		return peer;
	}

	/** A session with all roles, canceling and progressive results. */
	CorePeer join() {
		return join(CorePeer.ALL_FEATURES);
	}

	CorePeer join(Map<String, Object> roles) {
		CorePeer peer = connect();
		peer.join(REALM, roles);
		return peer;
	}

	Realm realm() {
		return this.realms.get(REALM);
	}

	ManualTimers timers() {
		return this.timers;
	}

	int counted(Tally.Count what) {
		return this.counts.getOrDefault(what, 0);
	}

	/** Whether no realm holds anything of any session. */
	boolean isIdle() {
		return this.realms.values().stream().allMatch(Realm::isIdle);
	}

	private long nextId() {
		return ++this.lastId;
	}

	private void count(Tally.Count what) {
		this.counts.merge(what, 1, Integer::sum);
	}

}
