package io.wampspring.router.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.wampspring.message.Event;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Publish;
import io.wampspring.message.Published;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unsubscribe;
import io.wampspring.message.Unsubscribed;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.uri.UriRules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Publish and subscribe.
 */
class BrokerTests {

	private static final Map<String, Object> ACKNOWLEDGE = Map.of("acknowledge", true);

	private static final String TOPIC = "com.example.topic";

	private final CoreRouter router = new CoreRouter();

	private final CorePeer publisher = this.router.join();

	private final CorePeer subscriber = this.router.join();

	@ParameterizedTest
	@ValueSource(strings = { "com..topic", ".com", "com.", "", "com.my topic", "com.#" })
	@Tag("R-20")
	@Tag("R-21")
	void anInvalidTopicIsRefusedAndTheSessionGoesOn(String topic) {
		this.subscriber.says(new Subscribe(1, Map.of(), topic));
		this.subscriber.takeError(MessageType.SUBSCRIBE, 1, "wamp.error.invalid_uri");

		long request = this.publisher.publish(ACKNOWLEDGE, topic);
		this.publisher.takeError(MessageType.PUBLISH, request, "wamp.error.invalid_uri");

		assertThat(this.publisher.closed()).isNull();
		assertThat(this.subscriber.closed()).isNull();
	}

	@Test
	@Tag("R-21")
	void anInvalidTopicOfAnUnacknowledgedPublicationIsDroppedInSilence() {
		this.publisher.publish("com..topic");

		assertThat(this.publisher.received()).isEmpty();
		assertThat(this.publisher.closed()).isNull();
		assertThat(this.router.counted(Tally.Count.PUBLICATION_REFUSED)).isEqualTo(1);
	}

	@Test
	@Tag("R-20")
	@Tag("E-49")
	void looseTakesWhatStrictRefuses() {
		CorePeer strict = new CoreRouter(
				RouterConfig.of(RealmConfig.open(CoreRouter.REALM)).withUriRules(UriRules.STRICT))
			.join();

		strict.says(new Subscribe(1, Map.of(), "com.Example.my-topic"));

		strict.takeError(MessageType.SUBSCRIBE, 1, "wamp.error.invalid_uri");
		this.subscriber.subscribe("com.Example.my-topic");
	}

	@Test
	@Tag("R-20")
	void aPatternMayHaveEmptyComponentsWhereItsPolicySaysSo() {
		this.subscriber.says(new Subscribe(1, Map.of("match", "prefix"), "com..topic"));
		this.subscriber.takeError(MessageType.SUBSCRIBE, 1, "wamp.error.invalid_uri");
		this.subscriber.says(new Subscribe(2, Map.of("match", "wildcard"), "com..topic"));
		this.subscriber.takeError(MessageType.SUBSCRIBE, 2, "wamp.error.option_not_allowed");
	}

	@Test
	@Tag("R-21")
	void aLongTopicIsRefusedAndNotEchoed() {
		String topic = "a".repeat(1025);

		long request = this.publisher.publish(ACKNOWLEDGE, topic);

		assertThat(this.publisher.takeError(MessageType.PUBLISH, request, "wamp.error.invalid_uri")).contains("1024")
			.doesNotContain(topic);
		this.subscriber.subscribe("a".repeat(1024));
	}

	@Test
	@Tag("R-22")
	@Tag("E-50")
	void topicsOfTheProtocolCannotBePublishedButSubscribed() {
		long subscription = this.subscriber.subscribe("wamp.session.on_join");

		long request = this.publisher.publish(ACKNOWLEDGE, "wamp.session.on_join", 1);
		this.publisher.publish("wamp.session.on_join", 1);

		assertThat(this.publisher.takeError(MessageType.PUBLISH, request, "wamp.error.invalid_uri"))
			.contains("restricted topic");
		assertThat(this.publisher.received()).isEmpty();
		assertThat(this.subscriber.received()).isEmpty();
		assertThat(subscription).isPositive();
		this.publisher.publish(ACKNOWLEDGE, "wampum.trade", 1);
		this.publisher.take(Published.class);
	}

	@Test
	@Tag("R-30")
	@Tag("E-57")
	void oneTopicIsOneSubscriptionForAll() {
		long first = this.subscriber.subscribe(TOPIC);
		long again = this.subscriber.subscribe(TOPIC);
		long others = this.publisher.subscribe(TOPIC);
		long other = this.subscriber.subscribe("com.example.other");

		this.publisher.publish(TOPIC, 1);

		assertThat(again).isEqualTo(first);
		assertThat(others).isEqualTo(first);
		assertThat(other).isNotEqualTo(first);
		assertThat(this.subscriber.take(Event.class).subscription()).isEqualTo(first);
		assertThat(this.subscriber.received()).isEmpty();
	}

	@Test
	@Tag("R-30")
	void unsubscribingOnceEndsASubscriptionThatWasMadeTwice() {
		long subscription = this.subscriber.subscribe(TOPIC);
		this.subscriber.subscribe(TOPIC);

		unsubscribe(this.subscriber, subscription);
		this.publisher.publish(TOPIC, 1);

		assertThat(this.subscriber.received()).isEmpty();
		this.publisher.disconnect();
		assertThat(this.subscriber.received()).isEmpty();
	}

	@Test
	@Tag("R-31")
	void anEventHasOnePublicationIdForAllSubscribers() {
		CorePeer another = this.router.join();
		this.subscriber.subscribe(TOPIC);
		another.subscribe(TOPIC);

		this.publisher.publish(ACKNOWLEDGE, TOPIC, 1);

		long publication = this.publisher.take(Published.class).publication();
		assertThat(this.subscriber.take(Event.class).publication()).isEqualTo(publication);
		assertThat(another.take(Event.class).publication()).isEqualTo(publication);
		this.publisher.publish(ACKNOWLEDGE, TOPIC, 1);
		assertThat(this.publisher.take(Published.class).publication()).isNotEqualTo(publication);
	}

	@Test
	@Tag("R-34")
	@Tag("E-67")
	void thePublisherGetsItsOwnEventOnlyIfItWants() {
		this.publisher.subscribe(TOPIC);

		this.publisher.publish(TOPIC, "absent");
		this.publisher.publish(Map.of("exclude_me", true), TOPIC, "true");
		this.publisher.publish(Map.of("exclude_me", false), TOPIC, "false");

		assertThat(this.publisher.take(Event.class).payload().args()).containsExactly("false");
		assertThat(this.publisher.received()).isEmpty();
	}

	@Test
	@Tag("R-36")
	@Tag("E-64")
	void onlyAnAcknowledgedPublicationIsAnswered() {
		this.publisher.publish(TOPIC, 1);
		this.publisher.publish(Map.of("acknowledge", false), TOPIC, 1);
		this.publisher.publish("wamp.topic", 1);
		assertThat(this.publisher.received()).isEmpty();

		long request = this.publisher.publish(ACKNOWLEDGE, TOPIC, 1);

		assertThat(this.publisher.take(Published.class).request()).isEqualTo(request);
		assertThat(this.publisher.received()).isEmpty();
	}

	@Test
	@Tag("R-37")
	void eventsOfAPublisherKeepTheirOrderAcrossTopics() {
		this.subscriber.subscribe("com.example.even");
		this.subscriber.subscribe("com.example.odd");

		for (int i = 0; i < 2000; i++) {
			this.publisher.publish((i % 2 == 0) ? "com.example.even" : "com.example.odd", i);
		}

		List<Object> seen = new ArrayList<>();
		while (!this.subscriber.received().isEmpty()) {
			seen.add(this.subscriber.take(Event.class).payload().args().get(0));
		}
		assertThat(seen).isEqualTo(IntStream.range(0, 2000).boxed().toList());
	}

	@Test
	@Tag("R-37")
	void subscribedComesBeforeTheFirstEventAndNoneAfterUnsubscribed() {
		this.subscriber.says(new Subscribe(1, Map.of(), TOPIC));
		this.publisher.publish(TOPIC, 1);
		this.subscriber
			.says(new Unsubscribe(2, ((Subscribed) this.subscriber.received().get(0)).subscription(), Map.of()));
		this.publisher.publish(TOPIC, 2);

		assertThat(this.subscriber.types()).containsExactly("SUBSCRIBED", "EVENT", "UNSUBSCRIBED");
	}

	@Test
	@Tag("R-38")
	void anUnknownOrForeignSubscriptionCannotBeEnded() {
		long foreign = this.subscriber.subscribe(TOPIC);

		this.publisher.says(new Unsubscribe(7, foreign, Map.of()));
		this.publisher.takeError(MessageType.UNSUBSCRIBE, 7, "wamp.error.no_such_subscription");
		this.publisher.says(new Unsubscribe(8, 4711, Map.of()));
		this.publisher.takeError(MessageType.UNSUBSCRIBE, 8, "wamp.error.no_such_subscription");
		this.publisher.publish(TOPIC, 1);
		this.subscriber.take(Event.class);
		unsubscribe(this.subscriber, foreign);

		this.subscriber.says(new Unsubscribe(9, foreign, Map.of()));
		this.subscriber.takeError(MessageType.UNSUBSCRIBE, 9, "wamp.error.no_such_subscription");
	}

	@ParameterizedTest
	@MethodSource
	@Tag("R-40")
	void thePayloadPassesUntouched(Payload payload) {
		this.subscriber.subscribe(TOPIC);

		this.publisher.says(new Publish(1, Map.of(), TOPIC, payload));

		assertThat(this.subscriber.take(Event.class).payload()).isSameAs(payload);
	}

	static List<Payload> thePayloadPassesUntouched() {
		return List.of(Payload.EMPTY, Payload.of(Arrays.asList((Object) null), Map.of()),
				Payload.of(List.of(), Map.of("key", 1)), Payload.of(BigInteger.TWO.pow(70), "\uD83D\uDE00", 1.5));
	}

	@ParameterizedTest
	@MethodSource
	void anOptionThatWouldMisleadTheEventIsRefused(Map<String, Object> option, String uri) {
		this.subscriber.subscribe(TOPIC);

		this.publisher.publish(option, TOPIC, 1);
		assertThat(this.publisher.received()).isEmpty();
		Map<String, Object> acknowledged = new HashMap<>(option);
		acknowledged.put("acknowledge", true);
		long request = this.publisher.publish(acknowledged, TOPIC, 1);

		this.publisher.takeError(MessageType.PUBLISH, request, uri);
		assertThat(this.subscriber.received()).isEmpty();
		assertThat(this.router.counted(Tally.Count.PUBLICATION_REFUSED)).isEqualTo(2);
	}

	static Stream<Arguments> anOptionThatWouldMisleadTheEventIsRefused() {
		String refused = "wamp.error.option_not_allowed";
		return Stream.of(Arguments.of(Map.of("exclude", List.of(1)), refused),
				Arguments.of(Map.of("exclude", List.of()), refused),
				Arguments.of(Map.of("exclude_authid", List.of("joe")), refused),
				Arguments.of(Map.of("exclude_authrole", List.of("user")), refused),
				Arguments.of(Map.of("eligible", List.of()), refused),
				Arguments.of(Map.of("eligible_authid", List.of("joe")), refused),
				Arguments.of(Map.of("eligible_authrole", List.of("user")), refused),
				Arguments.of(Map.of("rkey", "shard"), refused), Arguments.of(Map.of("ppt_scheme", "x_my"), refused),
				Arguments.of(Map.of("enc_algo", "cryptobox"), refused),
				Arguments.of(Map.of("disclose_me", true), "wamp.error.option_disallowed.disclose_me"));
	}

	@ParameterizedTest
	@MethodSource
	void anOptionThatWouldMisleadASubscriptionIsRefused(Map<String, Object> option) {
		this.subscriber.says(new Subscribe(1, option, TOPIC));

		this.subscriber.takeError(MessageType.SUBSCRIBE, 1, "wamp.error.option_not_allowed");
		this.publisher.publish(TOPIC, 1);
		assertThat(this.subscriber.received()).isEmpty();
	}

	static List<Map<String, Object>> anOptionThatWouldMisleadASubscriptionIsRefused() {
		return List.of(Map.of("match", "prefix"), Map.of("match", "wildcard"), Map.of("nkey", "shard"));
	}

	@Test
	void anOptionThatIsOnlyAServiceIsIgnored() {
		this.subscriber.says(new Subscribe(1, Map.of("match", "exact", "get_retained", true), TOPIC));
		this.subscriber.take(Subscribed.class);

		this.publisher.publish(Map.of("retain", true, "disclose_me", false, "transaction_hash", "x"), TOPIC, 1);

		assertThat(this.subscriber.take(Event.class).details()).isEmpty();
	}

	@Test
	void anEventThatOneLinkCannotEncodeReachesTheOthers() {
		CorePeer other = this.router.join();
		this.subscriber.subscribe(TOPIC);
		other.subscribe(TOPIC);
		this.subscriber.encodesOnly((message) -> message.type() != MessageType.EVENT);

		this.publisher.publish(TOPIC, 1);

		other.take(Event.class);
		assertThat(this.subscriber.received()).isEmpty();
		assertThat(this.router.counted(Tally.Count.EVENT_DROPPED)).isEqualTo(1);
		assertThat(this.router.counted(Tally.Count.EVENT)).isEqualTo(1);
	}

	@Test
	void theLastWhoLeavesEndsTheSubscription() {
		CorePeer other = this.router.join();
		long subscription = this.subscriber.subscribe(TOPIC);
		assertThat(other.subscribe(TOPIC)).isEqualTo(subscription);
		unsubscribe(other, subscription);
		this.publisher.publish(TOPIC, 1);
		this.subscriber.take(Event.class);
		this.subscriber.disconnect();

		Set<Long> ids = new HashSet<>(Set.of(subscription));

		assertThat(ids.add(other.subscribe(TOPIC))).isTrue();
		other.disconnect();
		this.publisher.disconnect();
		assertThat(this.router.isIdle()).isTrue();
	}

	private static void unsubscribe(CorePeer peer, long subscription) {
		long request = peer.nextRequest();
		peer.says(new Unsubscribe(request, subscription, Map.of()));
		assertThat(peer.take(Unsubscribed.class).request()).isEqualTo(request);
	}

}
