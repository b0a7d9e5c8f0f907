package io.wampspring.router.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.wampspring.message.Call;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Hello;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Publish;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Subscribe;
import io.wampspring.message.Subscribed;
import io.wampspring.message.Welcome;
import io.wampspring.transport.CloseCode;
import io.wampspring.uri.CloseReasons;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client of the core: sends messages, keeps what it gets in order.
 */
final class CorePeer implements SessionHost {

	static final Map<String, Object> PLAIN = Map.of("publisher", Map.of(), "subscriber", Map.of(), "caller", Map.of(),
			"callee", Map.of());

	static final Map<String, Object> ALL_FEATURES = withCallee("progressive_call_results", "call_canceling");

	private final List<MessageToClient> received = new ArrayList<>();

	private final List<String> history = new ArrayList<>();

	private Predicate<MessageToClient> encodable = (message) -> true;

	private RouterSession session;

	private CloseCode closed;

	private String violation;

	private long request;

	static Map<String, Object> withCallee(String... features) {
		Map<String, Object> announced = new HashMap<>();
		for (String feature : features) {
			announced.put(feature, true);
		}
		return Map.of("publisher", Map.of(), "subscriber", Map.of(), "caller", Map.of(), "callee",
				Map.of("features", announced));
	}

	void start(RouterSession session) {
		this.session = session;
		session.start();
	}

	RouterSession session() {
		return this.session;
	}

	Welcome join(String realm, Map<String, Object> roles) {
		says(new Hello(realm, Map.of("roles", roles)));
		return take(Welcome.class);
	}

	void says(MessageToRouter message) {
		this.session.receive(message);
	}

	/** The transport is lost. */
	void disconnect() {
		this.session.onClosed(CloseReasons.TRANSPORT_LOST);
	}

	long subscribe(String topic) {
		says(new Subscribe(++this.request, Map.of(), topic));
		return take(Subscribed.class).subscription();
	}

	long register(String procedure) {
		says(new Register(++this.request, Map.of(), procedure));
		return take(Registered.class).registration();
	}

	void publish(String topic, Object... args) {
		publish(Map.of(), topic, args);
	}

	long publish(Map<String, Object> options, String topic, Object... args) {
		says(new Publish(++this.request, options, topic, Payload.of(args)));
		return this.request;
	}

	long call(String procedure, Object... args) {
		return call(Map.of(), procedure, args);
	}

	long call(Map<String, Object> options, String procedure, Object... args) {
		says(new Call(++this.request, options, procedure, Payload.of(args)));
		return this.request;
	}

	long nextRequest() {
		return ++this.request;
	}

	/** Takes the oldest message, which must be of the type. */
	<T extends MessageToClient> T take(Class<T> type) {
		assertThat(this.received).as("received messages").isNotEmpty();
		MessageToClient message = this.received.remove(0);
		assertThat(message).isInstanceOf(type);
		return type.cast(message);
	}

	/** Takes the oldest message, which must be this error; returns its text. */
	String takeError(MessageType requestType, long expectedRequest, String uri) {
		ErrorMessage error = take(ErrorMessage.class);
		assertThat(error.requestType()).isEqualTo(requestType);
		assertThat(error.request()).isEqualTo(expectedRequest);
		assertThat(error.error()).isEqualTo(uri);
		return String.valueOf(error.payload().args());
	}

	/** What is not taken yet. */
	List<MessageToClient> received() {
		return this.received;
	}

	List<String> types() {
		return this.received.stream().map((message) -> message.type().name()).toList();
	}

	/** What happened around the session, in order. */
	List<String> history() {
		return this.history;
	}

	/** Which messages the link can encode. */
	void encodesOnly(Predicate<MessageToClient> which) {
		this.encodable = which;
	}

	/** How the router closed the link, {@code null} if it did not. */
	CloseCode closed() {
		return this.closed;
	}

	String violation() {
		return this.violation;
	}

	@Override
	public boolean send(MessageToClient message) {
		if (this.closed != null || !this.encodable.test(message)) {
			return this.closed != null;
		}
		this.history.add("send " + message.type());
		this.received.add(message);
		return true;
	}

	@Override
	public void close(CloseCode code, String reason) {
		this.history.add("close " + code);
		this.closed = code;
	}

	@Override
	public void moveTo(Realm realm, Runnable then) {
		then.run();
	}

	@Override
	public void onJoined(Realm realm, Peer peer) {
		this.history.add("joined " + realm.name());
	}

	@Override
	public void onLeft(Peer peer, String reason) {
		this.history.add("left " + reason);
	}

	@Override
	public void onRefused(String reason, String text) {
		this.history.add("refused " + reason);
	}

	@Override
	public void onViolation(String text) {
		this.violation = text;
	}

}
