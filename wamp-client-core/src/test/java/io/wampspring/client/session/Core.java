package io.wampspring.client.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.wampspring.message.Challenge;
import io.wampspring.message.Event;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.Registered;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Welcome;
import io.wampspring.options.EventDetails;
import io.wampspring.options.HelloDetails;
import io.wampspring.options.InterruptOptions;
import io.wampspring.options.RegisterOptions;
import io.wampspring.options.ResultDetails;
import io.wampspring.options.SubscribeOptions;
import io.wampspring.uri.UriRules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session core with a recording sink, manual time and recording callbacks.
 */
final class Core implements SessionListener {

	static final Map<String, Object> ROUTER = Map.of("roles",
			Map.of("broker", Map.of("features", Map.of("publisher_exclusion", true)), "dealer",
					Map.of("features", Map.of("progressive_call_results", true, "call_canceling", true))));

	/** What was sent. */
	final List<MessageToRouter> sent = new ArrayList<>();

	final ManualTimers timers = new ManualTimers();

	/** What was tolerated. */
	final Map<Incident, Integer> incidents = new EnumMap<>(Incident.class);

	final List<SessionEnd> ends = new ArrayList<>();

	final List<Challenge> challenges = new ArrayList<>();

	Answer answer;

	Joined joined;

	/** What the next message to be sent meets. */
	PayloadException refusal;

	final ClientSession session;

	private Core(SessionConfig config) {
		this.session = new ClientSession(config, this::send, this.timers, this);
	}

	private void send(MessageToRouter message) {
		if (this.refusal != null) {
			PayloadException ex = this.refusal;
			this.refusal = null;
			throw ex;
		}
		this.sent.add(message);
	}

	static Core with(HelloDetails hello, UriRules rules, boolean strict) {
		return new Core(new SessionConfig("realm1", hello, Features.OF_CLIENT, rules, strict, 10_000, 1000, 5000));
	}

	static Core lenient() {
		return with(HelloDetails.NONE, UriRules.LOOSE, false);
	}

	static Core strict() {
		return with(HelloDetails.NONE, UriRules.LOOSE, true);
	}

	/** A core that has sent HELLO and nothing else. */
	Core start() {
		this.session.start();
		this.sent.clear();
		return this;
	}

	/** A joined core; what was sent so far is forgotten. */
	Core join() {
		return join(ROUTER);
	}

	Core join(Map<String, Object> welcome) {
		start();
		receive(new Welcome(7, welcome));
		assertThat(this.joined).isNotNull();
		return this;
	}

	void receive(MessageToClient... messages) {
		Arrays.asList(messages).forEach(this.session::receive);
	}

	Caller caller() {
		return this.joined.roles().caller();
	}

	Callee callee() {
		return this.joined.roles().callee();
	}

	Publisher publisher() {
		return this.joined.roles().publisher();
	}

	Subscriber subscriber() {
		return this.joined.roles().subscriber();
	}

	int count(Incident incident) {
		return this.incidents.getOrDefault(incident, 0);
	}

	boolean isOver() {
		return !this.ends.isEmpty();
	}

	SessionEnd end() {
		assertThat(this.ends).hasSize(1);
		return this.ends.get(0);
	}

	/** The last message that was sent. */
	MessageToRouter last() {
		assertThat(this.sent).isNotEmpty();
		return this.sent.get(this.sent.size() - 1);
	}

	/** Sends SUBSCRIBE for an exact topic. */
	Answered<SubscriptionEntry> subscribe(String topic, Events events) {
		Answered<SubscriptionEntry> reply = new Answered<>();
		subscriber().subscribe(topic, SubscribeOptions.NONE, events, 30_000, reply);
		return reply;
	}

	/** Subscribes with the first request of the session. */
	SubscriptionEntry subscribed(String topic, long id, Events events) {
		Answered<SubscriptionEntry> reply = subscribe(topic, events);
		receive(new Subscribed(lastRequest(), id));
		this.sent.clear();
		return reply.value();
	}

	/** Sends REGISTER for an exact procedure. */
	Answered<RegistrationEntry> register(String procedure, Invocations invocations) {
		Answered<RegistrationEntry> reply = new Answered<>();
		callee().register(procedure, RegisterOptions.NONE, invocations, 30_000, reply);
		return reply;
	}

	RegistrationEntry registered(String procedure, long id, Invocations invocations) {
		Answered<RegistrationEntry> reply = register(procedure, invocations);
		receive(new Registered(lastRequest(), id));
		this.sent.clear();
		return reply.value();
	}

	private long lastRequest() {
		if (last() instanceof io.wampspring.message.Subscribe subscribe) {
			return subscribe.request();
		}
		return ((io.wampspring.message.Register) last()).request();
	}

	/** Calls with a time-out of 30 s. */
	Calls call(String procedure, boolean progress) {
		Calls calls = new Calls();
		calls.running = caller().call(
				new CallRequest(procedure, io.wampspring.options.CallOptions.NONE, Payload.EMPTY, progress, 30_000),
				calls);
		return calls;
	}

	@Override
	public void onChallenge(Challenge challenge, Answer answer) {
		this.challenges.add(challenge);
		this.answer = answer;
	}

	@Override
	public void onJoined(Joined joined) {
		this.joined = joined;
	}

	@Override
	public void onEnding() {
		// the end itself is looked at
	}

	@Override
	public void onEnded(SessionEnd end) {
		this.ends.add(end);
	}

	@Override
	public void onIncident(Incident incident) {
		this.incidents.merge(incident, 1, Integer::sum);
	}

	/**
	 * A recorded reply.
	 *
	 * @param <T> what a good answer is
	 */
	static final class Answered<T> implements Reply<T> {

		final List<T> values = new ArrayList<>();

		final List<Failure> failures = new ArrayList<>();

		@Override
		public void onSuccess(T value) {
			this.values.add(value);
		}

		@Override
		public void onFailure(Failure failure) {
			this.failures.add(failure);
		}

		boolean isOpen() {
			return this.values.isEmpty() && this.failures.isEmpty();
		}

		T value() {
			assertThat(this.failures).isEmpty();
			assertThat(this.values).hasSize(1);
			return this.values.get(0);
		}

		Failure failure() {
			assertThat(this.values).isEmpty();
			assertThat(this.failures).hasSize(1);
			return this.failures.get(0);
		}

	}

	/**
	 * The recorded replies of a call.
	 */
	static final class Calls implements CallReply {

		final List<List<Object>> progress = new ArrayList<>();

		final List<Payload> results = new ArrayList<>();

		final List<Failure> failures = new ArrayList<>();

		final List<String> order = new ArrayList<>();

		RunningCall running;

		@Override
		public void onProgress(Payload payload, ResultDetails details) {
			this.progress.add(payload.args());
			this.order.add("progress " + payload.args());
		}

		@Override
		public void onResult(Payload payload, ResultDetails details) {
			this.results.add(payload);
			this.order.add("result " + payload.args());
		}

		@Override
		public void onFailure(Failure failure) {
			this.failures.add(failure);
			this.order.add("failure " + failure.uri());
		}

		boolean isOpen() {
			return this.results.isEmpty() && this.failures.isEmpty();
		}

		Payload result() {
			assertThat(this.failures).isEmpty();
			assertThat(this.results).hasSize(1);
			return this.results.get(0);
		}

		Failure failure() {
			assertThat(this.results).isEmpty();
			assertThat(this.failures).hasSize(1);
			return this.failures.get(0);
		}

	}

	/**
	 * Recorded events.
	 */
	static final class Events implements EventTarget {

		final List<Event> events = new ArrayList<>();

		final List<EventDetails> details = new ArrayList<>();

		final List<String> revocations = new ArrayList<>();

		@Override
		public void onEvent(Event event, EventDetails details) {
			this.events.add(event);
			this.details.add(details);
		}

		@Override
		public void onRevoked(String reason) {
			this.revocations.add(reason);
		}

		List<Long> publications() {
			return this.events.stream().map(Event::publication).toList();
		}

	}

	/**
	 * Recorded invocations.
	 */
	static final class Invocations implements InvocationTarget {

		final List<RunningInvocation> calls = new ArrayList<>();

		final List<InterruptOptions> interrupts = new ArrayList<>();

		final List<String> revocations = new ArrayList<>();

		@Override
		public void onInvocation(RunningInvocation invocation) {
			this.calls.add(invocation);
		}

		@Override
		public void onInterrupt(RunningInvocation invocation, InterruptOptions options) {
			this.interrupts.add(options);
		}

		@Override
		public void onRevoked(String reason) {
			this.revocations.add(reason);
		}

		RunningInvocation last() {
			return this.calls.get(this.calls.size() - 1);
		}

	}

}
