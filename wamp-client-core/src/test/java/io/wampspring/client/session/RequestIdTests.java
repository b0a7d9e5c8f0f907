package io.wampspring.client.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.wampspring.client.session.Core.Answered;
import io.wampspring.client.session.Core.Calls;
import io.wampspring.client.session.Core.Events;
import io.wampspring.client.session.Core.Invocations;
import io.wampspring.message.Call;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.Publish;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unsubscribe;
import io.wampspring.options.CallOptions;
import io.wampspring.options.CancelMode;
import io.wampspring.options.PublishOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Ids of requests on the wire.
 */
class RequestIdTests {

	@Test
	@Tag("E-42")
	void idsGrowByOneOverAllKindsOfRequests() {
		Core core = Core.lenient().join();

		Answered<SubscriptionEntry> subscription = core.subscribe("com.t", new Events());
		Answered<RegistrationEntry> registration = core.register("com.p", new Invocations());
		core.receive(new Subscribed(1, 200), new Registered(2, 100));
		Calls call = core.call("com.q", false);
		core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY);
		core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY, 0, new Answered<>());
		// Answers and CANCEL use the id of their request.
		call.running.cancel(CancelMode.SKIP);
		core.subscriber().unsubscribe(subscription.value(), 0, new Answered<>());
		core.callee().unregister(registration.value(), 0, new Answered<>());
		core.call("com.q", false);

		assertThat(requests(core.sent)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
	}

	@Test
	@Tag("E-43")
	void afterTheGreatestIdComesOne() {
		Numbers numbers = new Numbers((1L << 53) - 2);

		numbers.sendFour();

		assertThat(numbers.sent).containsExactly(9_007_199_254_740_991L, 9_007_199_254_740_992L, 1L, 2L);
	}

	@Test
	@Tag("E-44")
	void anIdThatStillWaitsIsSkipped() {
		Numbers numbers = new Numbers(0);
		numbers.sendWaiting();
		numbers.sendFour();
		numbers.requests.continueAfter((1L << 53) - 1);
		numbers.sent.clear();

		numbers.sendFour();

		assertThat(numbers.sent).containsExactly(9_007_199_254_740_992L, 2L, 3L, 4L);
	}

	@Test
	@Tag("E-45")
	void aRequestThatCannotBeSentUsesNoId() {
		Core core = Core.lenient().join();
		Calls call = new Calls();
		core.refusal = new PayloadException("too large", null);

		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> core.caller()
			.call(new CallRequest("com.p", CallOptions.NONE, Payload.EMPTY, false, 30_000), call));
		core.refusal = new PayloadException("too large", null);
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY));
		core.refusal = new PayloadException("not encodable", null);
		Answered<SubscriptionEntry> subscription = core.subscribe("com.t", new Events());
		Calls next = core.call("com.p", false);

		assertThat(subscription.failure().uri()).isEqualTo("wamp.error.invalid_payload");
		assertThat(requests(core.sent)).containsExactly(1L);
		core.receive(new Result(1, Map.of(), Payload.EMPTY));
		assertThat(next.isOpen()).isFalse();
		assertThat(call.isOpen()).isTrue();
	}

	@Test
	@Tag("E-47")
	void anInvalidUriFailsHereAndUsesNoId() {
		Core core = Core.lenient().join();

		Answered<Long> publication = new Answered<>();
		core.publisher().publish("com.a b", PublishOptions.NONE, Payload.EMPTY, 0, publication);
		Failure unacknowledged = core.publisher().publish("com.a#b", PublishOptions.NONE, Payload.EMPTY);
		Answered<SubscriptionEntry> subscription = core.subscribe("com..b", new Events());
		Answered<RegistrationEntry> registration = core.register("", new Invocations());
		Calls call = core.call("com.b.", false);
		core.call("com.good", false);

		for (Failure failure : List.of(publication.failure(), unacknowledged, subscription.failure(),
				registration.failure(), call.failure())) {
			assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
			assertThat(failure.uri()).isEqualTo("wamp.error.invalid_uri");
		}
		assertThat(call.failure().payload().args()).containsExactly("'com.b.' is not a valid URI here");
		assertThat(core.sent).containsExactly(new Call(1, Map.of(), "com.good", Payload.EMPTY));
	}

	private static List<Long> requests(List<MessageToRouter> sent) {
		List<Long> ids = new ArrayList<>();
		for (MessageToRouter message : sent) {
			if (message instanceof Subscribe subscribe) {
				ids.add(subscribe.request());
			}
			else if (message instanceof Unsubscribe unsubscribe) {
				ids.add(unsubscribe.request());
			}
			else if (message instanceof Register register) {
				ids.add(register.request());
			}
			else if (message instanceof Unregister unregister) {
				ids.add(unregister.request());
			}
			else if (message instanceof Call call) {
				ids.add(call.request());
			}
			else if (message instanceof Publish publish) {
				ids.add(publish.request());
			}
		}
		return ids;
	}

	/**
	 * Requests that begin somewhere else than at 1.
	 */
	private static final class Numbers {

		private final List<Long> sent = new ArrayList<>();

		private final PendingRequests requests = new PendingRequests(new Outbox((message) -> {
		}), new Deadlines(new ManualTimers()), false, (incident) -> {
		});

		Numbers(long last) {
			this.requests.continueAfter(last);
		}

		void sendWaiting() {
			Publisher publisher = new Publisher(this.requests, new UriCheck(io.wampspring.uri.UriRules.LOOSE));
			publisher.publish("com.t", PublishOptions.NONE, Payload.EMPTY, 0, new Answered<>());
		}

		void sendFour() {
			for (int i = 0; i < 4; i++) {
				this.requests.send((id) -> {
					this.sent.add(id);
					return new Publish(id, Map.of(), "com.t", Payload.EMPTY);
				});
			}
		}

	}

}
