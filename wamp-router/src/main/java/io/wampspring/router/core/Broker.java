package io.wampspring.router.core;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.wampspring.message.MessageType;
import io.wampspring.message.Publish;
import io.wampspring.message.Published;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Unsubscribed;
import io.wampspring.options.MatchPolicy;
import io.wampspring.options.PublishOptions;
import io.wampspring.options.SubscribeOptions;
import io.wampspring.router.config.RouterLimits;
import io.wampspring.uri.ErrorUris;
import io.wampspring.uri.UriTable;

/**
 * Routes the events of a realm.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
final class Broker {

	private final RequestRules rules;

	private final RouterLimits limits;

	private final Ids ids;

	private final Tally tally;

	private final UriTable<SubscriptionGroup> byTopic = new UriTable<>();

	private final Map<Long, SubscriptionGroup> byId = new HashMap<>();

	private final Map<Peer, Set<SubscriptionGroup>> byPeer = new HashMap<>();

	Broker(RequestRules rules, RouterLimits limits, Ids ids, Tally tally) {
		this.rules = rules;
		this.limits = limits;
		this.ids = ids;
		this.tally = tally;
	}

	void publish(Peer publisher, Publish message) {
		PublishOptions options = PublishOptions.from(message.options());
		boolean acknowledge = Boolean.TRUE.equals(options.acknowledge());
		Refusal refusal = this.rules.refuse(message.topic(), options);
		if (refusal != null) {
			this.tally.count(Tally.Count.PUBLICATION_REFUSED);
			if (acknowledge) {
				publisher.sendError(MessageType.PUBLISH, message.request(), refusal);
			}
			return;
		}
		this.tally.count(Tally.Count.PUBLICATION);
		long publication = this.ids.next();
		if (acknowledge) {
			publisher.send(new Published(message.request(), publication));
		}
		Peer excluded = Boolean.FALSE.equals(options.excludeMe()) ? null : publisher;
		for (SubscriptionGroup group : this.byTopic.all(message.topic())) {
			group.deliver(publication, message.payload(), excluded, this.tally);
		}
	}

	void subscribe(Peer subscriber, Subscribe message) {
		Refusal refusal = this.rules.refuse(message.topic(), SubscribeOptions.from(message.options()));
		if (refusal != null) {
			subscriber.sendError(MessageType.SUBSCRIBE, message.request(), refusal);
			return;
		}
		SubscriptionGroup group = this.byTopic.get(MatchPolicy.EXACT, message.topic());
		if (group == null || !group.has(subscriber)) {
			if (!subscriber.hasRoomForEndpoint(this.limits.endpoints())) {
				subscriber.sendError(MessageType.SUBSCRIBE, message.request(),
						Refusal.limit("subscriptions and registrations", this.limits.endpoints()));
				return;
			}
			group = (group != null) ? group : create(message.topic());
			group.add(subscriber);
			this.byPeer.computeIfAbsent(subscriber, (peer) -> new LinkedHashSet<>()).add(group);
			subscriber.endpointAdded();
		}
		subscriber.send(new Subscribed(message.request(), group.id()));
	}

	void unsubscribe(Peer subscriber, Unsubscribe message) {
		SubscriptionGroup group = this.byId.get(message.subscription());
		Set<SubscriptionGroup> own = this.byPeer.get(subscriber);
		if (group == null || own == null || !own.remove(group)) {
			subscriber.sendError(MessageType.UNSUBSCRIBE, message.request(),
					new Refusal(ErrorUris.NO_SUCH_SUBSCRIPTION, "the session has no such subscription"));
			return;
		}
		remove(subscriber, group);
		subscriber.send(new Unsubscribed(message.request()));
	}

	void leave(Peer subscriber) {
		Set<SubscriptionGroup> own = this.byPeer.remove(subscriber);
		if (own != null) {
			own.forEach((group) -> remove(subscriber, group));
		}
	}

	/** Whether nobody subscribes to anything. */
	boolean isIdle() {
		return this.byId.isEmpty() && this.byTopic.isEmpty() && this.byPeer.isEmpty();
	}

	private SubscriptionGroup create(String topic) {
		long id = this.ids.next();
		while (this.byId.containsKey(id)) {
			id = this.ids.next();
		}
		SubscriptionGroup group = new SubscriptionGroup(id, topic);
		this.byId.put(id, group);
		this.byTopic.put(MatchPolicy.EXACT, topic, group);
		return group;
	}

	private void remove(Peer subscriber, SubscriptionGroup group) {
		group.remove(subscriber);
		subscriber.endpointRemoved();
		if (group.isEmpty()) {
			this.byId.remove(group.id());
			this.byTopic.remove(MatchPolicy.EXACT, group.topic());
		}
	}

}
