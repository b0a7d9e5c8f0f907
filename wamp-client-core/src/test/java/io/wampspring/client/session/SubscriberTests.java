package io.wampspring.client.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.wampspring.client.session.Core.Answered;
import io.wampspring.client.session.Core.Events;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Event;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Unsubscribed;
import io.wampspring.options.EventDetails;
import io.wampspring.options.MatchPolicy;
import io.wampspring.options.SubscribeOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client as subscriber, and the races of SUBSCRIBE, EVENT and UNSUBSCRIBE.
 */
class SubscriberTests {

	private final Events events = new Events();

	private static Event event(long subscription, long publication) {
		return new Event(subscription, publication, Map.of(), Payload.EMPTY);
	}

	@Test
	void theOptionsOfASubscriptionAreSent() {
		Core core = Core.lenient().join();

		core.subscriber()
			.subscribe("com.shop.", SubscribeOptions.NONE.withMatch(MatchPolicy.PREFIX), this.events, 0,
					new Answered<>());

		assertThat(core.sent).containsExactly(new Subscribe(1, Map.of("match", "prefix"), "com.shop."));
	}

	@Test
	@Tag("E-52")
	void anEventRightBehindSubscribedFindsItsSubscription() {
		Core core = Core.strict().join();
		List<String> order = new ArrayList<>();
		EventTarget target = new EventTarget() {

			@Override
			public void onEvent(Event event, EventDetails details) {
				order.add("event " + event.publication());
			}

			@Override
			public void onRevoked(@Nullable String reason) {
				order.add("revoked");
			}

		};
		core.subscriber().subscribe("com.t", SubscribeOptions.NONE, target, 0, new Reply<SubscriptionEntry>() {

			@Override
			public void onSuccess(SubscriptionEntry value) {
				// The id is in the table when the answer is told.
				core.receive(event(200, 1));
				order.add("confirmed");
			}

			@Override
			public void onFailure(Failure failure) {
				order.add("failed");
			}

		});

		core.receive(new Subscribed(1, 200), event(200, 2));

		assertThat(order).containsExactly("event 1", "confirmed", "event 2");
	}

	@Test
	@Tag("E-53")
	void eventsBeforeSubscribedWaitForIt() {
		Core core = Core.strict().join();
		Answered<SubscriptionEntry> reply = core.subscribe("com.t", this.events);

		core.receive(event(200, 1), event(201, 5), event(200, 2));
		assertThat(this.events.events).isEmpty();
		core.receive(new Subscribed(1, 200), event(200, 3));

		assertThat(reply.value().id()).isEqualTo(200);
		assertThat(this.events.publications()).containsExactly(1L, 2L, 3L);
		assertThat(core.isOver()).isFalse();
		// Nobody explained the other one.
		assertThat(core.count(Incident.UNKNOWN_EVENT)).isEqualTo(1);
	}

	@Test
	@Tag("E-53")
	void eventsBeforeSubscribedAreKeptWithinBounds() {
		Core core = Core.lenient().join();
		core.subscribe("com.t", this.events);

		for (int i = 1; i <= 1500; i++) {
			core.receive(event(200, i));
		}
		core.receive(new Subscribed(1, 200));

		assertThat(this.events.events).hasSize(1000);
		assertThat(core.count(Incident.UNKNOWN_EVENT)).isEqualTo(500);
	}

	@Test
	@Tag("E-54")
	void anEventForASubscriptionThatNeverWasIsCountedOrAViolation() {
		Core lenient = Core.lenient().join();
		lenient.receive(event(999, 1));
		assertThat(lenient.isOver()).isFalse();
		assertThat(lenient.count(Incident.UNKNOWN_EVENT)).isEqualTo(1);

		Core strict = Core.strict().join();
		strict.receive(event(999, 1));
		JoinTests.assertViolation(strict, "EVENT for subscription 999, which this session never had");
	}

	@Test
	@Tag("E-55")
	@Tag("E-56")
	void eventsAfterUnsubscribeAreDropped() {
		Core core = Core.strict().join();
		SubscriptionEntry subscription = core.subscribed("com.t", 200, this.events);
		Answered<Boolean> reply = new Answered<>();
		core.subscriber().unsubscribe(subscription, 0, reply);

		core.receive(event(200, 1), event(200, 2));
		assertThat(reply.isOpen()).isTrue();
		core.receive(new Unsubscribed(2), event(200, 3));

		assertThat(reply.value()).isTrue();
		assertThat(this.events.events).isEmpty();
		assertThat(core.isOver()).isFalse();
		assertThat(core.count(Incident.UNKNOWN_EVENT)).isEqualTo(3);
	}

	@Test
	@Tag("E-57")
	@Tag("E-60")
	void severalHandlersShareTheRoutersSubscription() {
		Core core = Core.lenient().join();
		Events other = new Events();
		SubscriptionEntry first = core.subscribed("com.t", 200, this.events);
		SubscriptionEntry second = core.subscribed("com.t", 200, other);

		core.receive(event(200, 1));
		Answered<Boolean> firstReply = new Answered<>();
		core.subscriber().unsubscribe(first, 0, firstReply);
		core.receive(event(200, 2));

		assertThat(firstReply.value()).isFalse();
		assertThat(core.sent).isEmpty();
		assertThat(this.events.publications()).containsExactly(1L);
		assertThat(other.publications()).containsExactly(1L, 2L);
		Answered<Boolean> again = new Answered<>();
		core.subscriber().unsubscribe(first, 0, again);
		assertThat(again.value()).isFalse();

		Answered<Boolean> secondReply = new Answered<>();
		core.subscriber().unsubscribe(second, 0, secondReply);
		assertThat(core.sent).containsExactly(new Unsubscribe(3, 200));
		core.receive(new Unsubscribed(3));
		assertThat(secondReply.value()).isTrue();
	}

	@Test
	@Tag("E-58")
	void subscribingWhileUnsubscribeIsUnderWayEndsSubscribed() {
		Core core = Core.strict().join();
		SubscriptionEntry old = core.subscribed("com.t", 200, this.events);
		Events fresh = new Events();

		core.subscriber().unsubscribe(old, 0, new Answered<>());
		Answered<SubscriptionEntry> reply = core.subscribe("com.t", fresh);
		core.receive(new Unsubscribed(2), event(200, 1), new Subscribed(3, 200), event(200, 2));

		assertThat(reply.value().id()).isEqualTo(200);
		assertThat(fresh.publications()).contains(2L);
		assertThat(this.events.events).isEmpty();
	}

	@Test
	@Tag("E-58")
	void unsubscribingWhileSubscribeIsUnderWayDoesNotTakeItDown() {
		Core core = Core.strict().join();
		SubscriptionEntry old = core.subscribed("com.t", 200, this.events);
		Events fresh = new Events();

		// The router serves both in this order: what it confirms is gone a moment later.
		Answered<SubscriptionEntry> reply = core.subscribe("com.t", fresh);
		Answered<Boolean> gone = new Answered<>();
		core.subscriber().unsubscribe(old, 0, gone);
		core.receive(new Subscribed(2, 200), new Unsubscribed(3));

		assertThat(gone.value()).isTrue();
		assertThat(reply.isOpen()).isTrue();
		assertThat(core.last()).isEqualTo(new Subscribe(4, Map.of(), "com.t"));
		core.receive(new Subscribed(4, 201), event(201, 1));
		assertThat(reply.value().id()).isEqualTo(201);
		assertThat(fresh.publications()).containsExactly(1L);
	}

	@Test
	@Tag("E-61")
	void theTopicOfAnEventIsInItsDetailsWhenTheRouterSaysIt() {
		Core core = Core.lenient().join();
		core.subscribed("com.t", 200, this.events);

		core.receive(new Event(200, 1, Map.of("topic", "com.t.special"), Payload.EMPTY), event(200, 2));

		assertThat(this.events.details).extracting(EventDetails::topic).containsExactly("com.t.special", null);
	}

	@Test
	@Tag("E-62")
	@Tag("E-63")
	void absentArgumentsAreEmptyNotNull() {
		Core core = Core.lenient().join();
		core.subscribed("com.t", 200, this.events);

		core.receive(event(200, 1), new Event(200, 2, Map.of(), Payload.of(List.of(), Map.of("k", 1))));

		assertThat(this.events.events.get(0).payload().args()).isEmpty();
		assertThat(this.events.events.get(0).payload().kwargs()).isEmpty();
		assertThat(this.events.events.get(1).payload().args()).isEmpty();
		assertThat(this.events.events.get(1).payload().kwargs()).isEqualTo(Map.of("k", 1));
	}

	@Test
	void aRefusedSubscriptionFailsWithTheRoutersError() {
		Core core = Core.lenient().join();
		Answered<SubscriptionEntry> reply = core.subscribe("com.t", this.events);

		core.receive(new ErrorMessage(MessageType.SUBSCRIBE, 1, Map.of(), "wamp.error.not_authorized",
				Payload.of("go away")));

		assertThat(reply.failure().kind()).isEqualTo(Failure.Kind.ERROR);
		assertThat(reply.failure().uri()).isEqualTo("wamp.error.not_authorized");
		assertThat(reply.failure().payload().args()).containsExactly("go away");
	}

	@Test
	void unsubscribingWhatTheRouterHasForgottenSucceeds() {
		Core core = Core.lenient().join();
		SubscriptionEntry subscription = core.subscribed("com.t", 200, this.events);
		Answered<Boolean> reply = new Answered<>();
		core.subscriber().unsubscribe(subscription, 0, reply);

		core.receive(new ErrorMessage(MessageType.UNSUBSCRIBE, 2, Map.of(), "wamp.error.no_such_subscription",
				Payload.EMPTY));

		assertThat(reply.value()).isTrue();
	}

	@Test
	void aSubscribedThatComesTooLateIsTakenBack() {
		Core core = Core.strict().join();
		Answered<SubscriptionEntry> reply = core.subscribe("com.t", this.events);
		core.timers.advance(30_000);
		assertThat(reply.failure().uri()).isEqualTo("wamp.error.timeout");

		core.receive(new Subscribed(1, 200), event(200, 1));

		assertThat(core.last()).isEqualTo(new Unsubscribe(2, 200));
		assertThat(core.count(Incident.LATE_REPLY)).isEqualTo(1);
		assertThat(this.events.events).isEmpty();
		core.receive(new Unsubscribed(2));
		assertThat(core.isOver()).isFalse();
	}

	@Test
	void atMostThirtyTwoEndpointsAreSetUpAtATime() {
		Core core = Core.lenient().join();
		List<Answered<?>> replies = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			replies.add(core.subscribe("com.t" + i, this.events));
			replies.add(core.register("com.p" + i, new Core.Invocations()));
		}

		assertThat(core.sent).hasSize(32);
		core.receive(new Subscribed(1, 201));
		assertThat(core.sent).hasSize(33);
		core.receive(new ErrorMessage(MessageType.REGISTER, 2, Map.of(), "com.e", Payload.EMPTY));
		assertThat(core.sent).hasSize(34);
		// Time to wait for room, and again for the answer.
		core.timers.advance(60_000);
		assertThat(replies).noneMatch(Answered::isOpen);
	}

	@Test
	void whatWaitsForTheWindowFailsWithTheSession() {
		Core core = Core.lenient().join();
		List<Answered<?>> replies = new ArrayList<>();
		for (int i = 0; i < 33; i++) {
			replies.add(core.subscribe("com.t" + i, this.events));
		}

		core.session.onTransportClosed("broken", null);

		assertThat(replies).noneMatch(Answered::isOpen);
		assertThat(replies.get(0).failure().kind()).isEqualTo(Failure.Kind.LOST);
		assertThat(replies.get(32).failure().kind()).isEqualTo(Failure.Kind.UNSENT);
		assertThat(core.sent).hasSize(32);
	}

}
