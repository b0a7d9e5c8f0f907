package io.wampspring.integration.peer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.wampspring.test.Evidence;
import io.wampspring.test.PeerProcess;
import io.wampspring.test.Side;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A foreign client that has been started. What it received comes back as the JSON that it
 * printed; every wait is bounded.
 */
public final class ForeignClient implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final JsonMapper MAPPER = new JsonMapper();

	private final Autobahn kind;

	private final String serializer;

	private final PeerProcess process;

	private final AtomicInteger ids = new AtomicInteger();

	private String version = "";

	private JsonNode welcome = MAPPER.nullNode();

	ForeignClient(Autobahn kind, String serializer, PeerProcess process) {
		this.kind = kind;
		this.serializer = serializer;
		this.process = process;
	}

	ForeignClient awaitJoin() {
		JsonNode line;
		try {
			line = await((candidate) -> candidate.path("type").asString().matches("joined|closed"));
			if (!line.path("type").asString().equals("joined")) {
				throw new AssertionError("It did not join: " + line);
			}
		}
		catch (AssertionError ex) {
			close();
			throw ex;
		}
		this.version = line.path("version").asString();
		this.welcome = line;
		return this;
	}

	/**
	 * Puts this client into the evidence of the running test.
	 */
	public Evidence evidence(Side side) {
		return Evidence.peer(this.kind.peer(), this.version)
			.transport("websocket")
			.serializer(this.serializer)
			.side(side);
	}

	/**
	 * What the client says about its session: version, session id, details, serializer.
	 */
	public JsonNode welcome() {
		return this.welcome;
	}

	/**
	 * Begins a command with a URI.
	 */
	public Command command(String verb, String uri) {
		return new Command(verb).with("uri", uri);
	}

	public Command call(String procedure, Object... args) {
		return command("call", procedure).args(args);
	}

	public Command publish(String topic, Object... args) {
		return command("publish", topic).args(args);
	}

	/**
	 * Registers a procedure whose invocations the test answers itself.
	 */
	public Registration register(String procedure) {
		Pending pending = command("register", procedure).start();
		pending.done();
		return new Registration(pending.id);
	}

	public Subscription subscribe(String topic) {
		Pending pending = command("subscribe", topic).start();
		pending.done();
		return new Subscription(pending.id);
	}

	/**
	 * Ends the session and waits until the client says so.
	 */
	public JsonNode leave(String reason) {
		new Command("leave").with("reason", reason).start();
		return awaitClosed();
	}

	/**
	 * Waits until the client says that its session or connection has ended.
	 */
	public JsonNode awaitClosed() {
		return await((line) -> line.path("type").asString().equals("closed"));
	}

	/**
	 * The process, to stop or kill it.
	 */
	public PeerProcess process() {
		return this.process;
	}

	@Override
	public void close() {
		this.process.close();
	}

	private JsonNode await(Predicate<JsonNode> wanted) {
		return this.process.read((line) -> {
			JsonNode json = MAPPER.readTree(line);
			return wanted.test(json) ? json : null;
		}, PATIENCE);
	}

	private JsonNode awaitOne(String type, String key, int id) {
		return await((line) -> line.path("type").asString().equals(type) && line.path(key).asInt() == id);
	}

	/**
	 * A command to the client.
	 */
	public final class Command {

		private final Map<String, Object> line = new LinkedHashMap<>();

		private Command(String verb) {
			this.line.put("id", ForeignClient.this.ids.incrementAndGet());
			this.line.put("do", verb);
		}

		public Command with(String key, Object value) {
			this.line.put(key, value);
			return this;
		}

		public Command args(Object... args) {
			return with("args", List.of(args));
		}

		public Command kwargs(Map<String, ?> kwargs) {
			return with("kwargs", kwargs);
		}

		public Command options(Map<String, ?> options) {
			return with("options", options);
		}

		/**
		 * Sends it.
		 */
		public Pending start() {
			ForeignClient.this.process.send(MAPPER.writeValueAsString(this.line));
			return new Pending((Integer) this.line.get("id"));
		}

		/**
		 * Sends it and waits for its success.
		 */
		public JsonNode done() {
			return start().done();
		}

		/**
		 * Sends it and waits for its failure.
		 */
		public JsonNode failed() {
			return start().failed();
		}

	}

	/**
	 * A command that was sent.
	 */
	public final class Pending {

		private final int id;

		private Pending(int id) {
			this.id = id;
		}

		public JsonNode done() {
			return end("done");
		}

		public JsonNode failed() {
			return end("failed");
		}

		private JsonNode end(String expected) {
			JsonNode end = await((line) -> line.path("type").asString().matches("done|failed")
					&& line.path("id").asInt() == this.id);
			if (!end.path("type").asString().equals(expected)) {
				throw new AssertionError("Expected " + expected + ", got " + end);
			}
			return end;
		}

		/**
		 * Waits for the next progressive result of a call.
		 */
		public JsonNode progress() {
			return awaitOne("progress", "id", this.id);
		}

		/**
		 * Cancels a call.
		 */
		public void cancel(String mode) {
			new Command("cancel").with("call", this.id).with("mode", mode).done();
		}

	}

	/**
	 * A procedure of the client.
	 */
	public final class Registration {

		private final int id;

		private Registration(int id) {
			this.id = id;
		}

		public Invocation invocation() {
			return new Invocation(awaitOne("invocation", "registration", this.id));
		}

		public void unregister() {
			new Command("unregister").with("registration", this.id).done();
		}

	}

	/**
	 * An invocation that waits for its answer.
	 *
	 * @param line what the client printed: {@code args}, {@code kwargs}, {@code details}
	 */
	public record Invocation(JsonNode line) {

		public JsonNode args() {
			return this.line.path("args");
		}

		public JsonNode kwargs() {
			return this.line.path("kwargs");
		}

	}

	/**
	 * Answers an invocation: {@code yield}, {@code progress} or {@code raise}.
	 */
	public Command answer(String verb, Invocation invocation) {
		return new Command(verb).with("invocation", invocation.line().path("invocation").asInt());
	}

	/**
	 * Waits until the client says that an invocation was interrupted.
	 */
	public JsonNode awaitInterrupt(Invocation invocation) {
		return awaitOne("interrupted", "invocation", invocation.line().path("invocation").asInt());
	}

	/**
	 * A subscription of the client.
	 */
	public final class Subscription {

		private final int id;

		private Subscription(int id) {
			this.id = id;
		}

		/**
		 * Waits for the next event.
		 */
		public JsonNode event() {
			return awaitOne("event", "subscription", this.id);
		}

		public void unsubscribe() {
			new Command("unsubscribe").with("subscription", this.id).done();
		}

	}

}
