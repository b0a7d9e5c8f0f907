package io.wampspring.client.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wampspring.message.Event;
import io.wampspring.message.MessageType;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Unsubscribed;
import io.wampspring.options.EventDetails;
import io.wampspring.options.RevocationDetails;
import io.wampspring.options.SubscribeOptions;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * The client as subscriber. Several local subscriptions share the id that the router
 * gives them; only the last one to go sends UNSUBSCRIBE. Ids are in the table before
 * anybody hears of them. Confined to the lane of the session.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public final class Subscriber {

	private final SessionContext context;

	private final PendingRequests requests;

	private final Map<Long, List<SubscriptionEntry>> subscriptions = new HashMap<>();

	/** Ids that were in the table once: what still comes for them is no fault. */
	private final RecentIds former = new RecentIds();

	/** When the UNSUBSCRIBE of an id was sent, as long as it is not answered. */
	private final Map<Long, Long> leaving = new HashMap<>();

	private final EarlyEvents early = new EarlyEvents();

	private int unanswered;

	private long turn;

	Subscriber(SessionContext context) {
		this.context = context;
		this.requests = context.requests();
	}

	/**
	 * Subscribes.
	 * @param topic the topic or pattern
	 * @param options the options
	 * @param target takes the events
	 * @param timeout milliseconds to wait for the answer, 0 for ever
	 * @param reply gets the confirmed subscription
	 */
	public void subscribe(String topic, SubscribeOptions options, EventTarget target, long timeout,
			Reply<SubscriptionEntry> reply) {
		Failure invalid = this.context.uris().subscribe(topic, options.match());
		Failure refusal = (invalid != null) ? invalid : this.requests.refusal();
		if (refusal != null) {
			reply.onFailure(refusal);
			return;
		}
		this.context.setups().submit(new SubscribeRequest(topic, options, target, timeout, reply));
	}

	private void send(SubscribeRequest request) {
		this.requests.send((id) -> new Subscribe(id, request.options.toDict(), request.topic), request,
				request.timeout);
		this.unanswered++;
		request.sent = this.turn++;
	}

	void onSubscribed(Subscribed subscribed) {
		SubscribeRequest request = this.requests.take(subscribed.request(), SubscribeRequest.class);
		if (request == null) {
			return;
		}
		if (request.expired) {
			this.context.incidents().accept(Incident.LATE_REPLY);
			leave(subscribed.subscription());
			return;
		}
		Long left = this.leaving.get(subscribed.subscription());
		if (left != null && left > request.sent) {
			// The router served our later UNSUBSCRIBE after this SUBSCRIBE: what it
			// confirms
			// here is gone.
			this.unanswered--;
			send(request);
			return;
		}
		install(subscribed.subscription(), request);
	}

	private void install(long id, SubscribeRequest request) {
		SubscriptionEntry entry = new SubscriptionEntry(id, request.topic, request.options, request.target);
		this.subscriptions.computeIfAbsent(id, (key) -> new ArrayList<>()).add(entry);
		this.former.remove(id);
		this.early.release(id, (event) -> deliver(event, List.of(entry)));
		answered();
		request.reply.onSuccess(entry);
	}

	private void answered() {
		this.context.setups().release();
		this.unanswered--;
		if (this.unanswered == 0) {
			this.early.drop((event) -> this.context.incidents().accept(Incident.UNKNOWN_EVENT));
		}
	}

	/** Nobody wants this any more, unless somebody has subscribed meanwhile. */
	private void leave(long id) {
		if (!this.subscriptions.containsKey(id)) {
			this.former.add(id);
			send(new UnsubscribeRequest(id, null), 0);
		}
	}

	/**
	 * Ends a local subscription.
	 * @param entry the subscription
	 * @param timeout milliseconds to wait for the answer, 0 for ever
	 * @param reply gets whether the router's subscription ended with it
	 */
	public void unsubscribe(SubscriptionEntry entry, long timeout, Reply<Boolean> reply) {
		Failure refusal = this.requests.refusal();
		if (refusal != null) {
			reply.onFailure(refusal);
			return;
		}
		List<SubscriptionEntry> entries = this.subscriptions.get(entry.id());
		if (entries == null || !entries.remove(entry)) {
			reply.onSuccess(false);
		}
		else if (!entries.isEmpty()) {
			reply.onSuccess(false);
		}
		else {
			this.subscriptions.remove(entry.id());
			this.former.add(entry.id());
			send(new UnsubscribeRequest(entry.id(), reply), timeout);
		}
	}

	private void send(UnsubscribeRequest request, long timeout) {
		this.requests.send((id) -> new Unsubscribe(id, request.subscription), request, timeout);
		request.sent = this.turn++;
		this.leaving.put(request.subscription, request.sent);
	}

	void onUnsubscribed(Unsubscribed unsubscribed) {
		if (unsubscribed.request() == 0) {
			revoke(RevocationDetails.from(unsubscribed.details()));
			return;
		}
		UnsubscribeRequest request = this.requests.take(unsubscribed.request(), UnsubscribeRequest.class);
		if (request != null) {
			request.succeed();
		}
	}

	private void revoke(RevocationDetails details) {
		Long id = details.subscription();
		if (id == null) {
			return;
		}
		List<SubscriptionEntry> entries = this.subscriptions.remove(id);
		if (entries != null) {
			this.former.add(id);
			entries.forEach((entry) -> entry.target().onRevoked(details.reason()));
		}
	}

	void onEvent(Event event) {
		List<SubscriptionEntry> entries = this.subscriptions.get(event.subscription());
		if (entries != null) {
			deliver(event, List.copyOf(entries));
		}
		else if (this.former.contains(event.subscription())) {
			this.context.incidents().accept(Incident.UNKNOWN_EVENT);
		}
		else if (this.unanswered == 0) {
			unknown(event);
		}
		else if (!this.early.offer(event)) {
			this.context.incidents().accept(Incident.UNKNOWN_EVENT);
		}
	}

	private void unknown(Event event) {
		if (this.context.strict()) {
			throw new ProtocolViolationException(
					"EVENT for subscription " + event.subscription() + ", which this session never had");
		}
		this.context.incidents().accept(Incident.UNKNOWN_EVENT);
	}

	private static void deliver(Event event, List<SubscriptionEntry> entries) {
		EventDetails details = EventDetails.from(event.details());
		entries.forEach((entry) -> entry.target().onEvent(event, details));
	}

	/** The session is over. */
	void abandon() {
		this.subscriptions.clear();
	}

	/**
	 * Returns the confirmed subscriptions.
	 * @return a snapshot
	 */
	public List<SubscriptionEntry> subscriptions() {
		return this.subscriptions.values().stream().flatMap(List::stream).toList();
	}

	/**
	 * A SUBSCRIBE that waits for its answer.
	 */
	private final class SubscribeRequest extends SetupWindow.Setup {

		private final String topic;

		private final SubscribeOptions options;

		private final EventTarget target;

		private final long timeout;

		private final Reply<SubscriptionEntry> reply;

		private long sent;

		private boolean expired;

		SubscribeRequest(String topic, SubscribeOptions options, EventTarget target, long timeout,
				Reply<SubscriptionEntry> reply) {
			this.topic = topic;
			this.options = options;
			this.target = target;
			this.timeout = timeout;
			this.reply = reply;
		}

		@Override
		MessageType type() {
			return MessageType.SUBSCRIBE;
		}

		@Override
		long timeout() {
			return this.timeout;
		}

		@Override
		void send() {
			Subscriber.this.send(this);
		}

		@Override
		void refuse(Failure failure) {
			this.reply.onFailure(failure);
		}

		@Override
		void fail(Failure failure) {
			if (!this.expired) {
				answered();
				this.reply.onFailure(failure);
			}
		}

		/** Stays to hear of a late SUBSCRIBED, which is then taken back. */
		@Override
		void expire(long id, long timeout) {
			fail(Failure.expired(timeout));
			this.expired = true;
			Subscriber.this.requests.replace(id, this);
		}

	}

	/**
	 * An UNSUBSCRIBE that waits for its answer.
	 */
	private final class UnsubscribeRequest extends PendingRequests.Request {

		private final long subscription;

		private final @Nullable Reply<Boolean> reply;

		private long sent;

		UnsubscribeRequest(long subscription, @Nullable Reply<Boolean> reply) {
			this.subscription = subscription;
			this.reply = reply;
		}

		@Override
		MessageType type() {
			return MessageType.UNSUBSCRIBE;
		}

		void succeed() {
			Subscriber.this.leaving.remove(this.subscription, this.sent);
			if (this.reply != null) {
				this.reply.onSuccess(true);
			}
		}

		@Override
		void fail(Failure failure) {
			if (ErrorUris.NO_SUCH_SUBSCRIPTION.equals(failure.uri())) {
				succeed();
				return;
			}
			Subscriber.this.leaving.remove(this.subscription, this.sent);
			if (this.reply != null) {
				this.reply.onFailure(failure);
			}
		}

	}

}
