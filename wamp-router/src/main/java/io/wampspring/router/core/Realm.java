package io.wampspring.router.core;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.wampspring.message.MessageToClient;
import io.wampspring.options.RoleFeatures;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;

/**
 * A realm: its sessions, its broker, its dealer. Nothing crosses from one to another.
 * Confined to its lane, except for name and configuration.
 */
public final class Realm {

	private final RealmConfig config;

	private final Ids ids;

	private final Broker broker;

	private final Dealer dealer;

	private final Map<Long, Peer> peers = new HashMap<>();

	/**
	 * Creates a realm without sessions.
	 * @param config who may join
	 * @param router rules and limits of the router
	 * @param ids random ids
	 * @param tally counts what happens
	 */
	public Realm(RealmConfig config, RouterConfig router, Ids ids, Tally tally) {
		RequestRules rules = new RequestRules(router);
		this.config = config;
		this.ids = ids;
		this.broker = new Broker(rules, router.limits(), ids, tally);
		this.dealer = new Dealer(router, rules, ids, tally);
	}

	/**
	 * Returns the URI of the realm. May be called on any lane.
	 * @return the name
	 */
	public String name() {
		return this.config.name();
	}

	/**
	 * Returns who may join. May be called on any lane.
	 * @return the configuration
	 */
	RealmConfig config() {
		return this.config;
	}

	Broker broker() {
		return this.broker;
	}

	Dealer dealer() {
		return this.dealer;
	}

	Peer join(Identity identity, RoleFeatures features, Predicate<MessageToClient> out) {
		long session = this.ids.next();
		while (this.peers.containsKey(session)) {
			session = this.ids.next();
		}
		Peer peer = new Peer(session, identity, features, out);
		this.peers.put(session, peer);
		return peer;
	}

	void leave(Peer peer) {
		if (this.peers.remove(peer.session()) != null) {
			this.broker.leave(peer);
			this.dealer.leave(peer);
		}
	}

	/** Whether nobody is joined and nothing is left of those who were. */
	boolean isIdle() {
		return this.peers.isEmpty() && this.broker.isIdle() && this.dealer.isIdle();
	}

}
