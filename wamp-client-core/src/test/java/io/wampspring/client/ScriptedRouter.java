package io.wampspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.wampspring.codec.Serializer;
import io.wampspring.lane.Lane;
import io.wampspring.lane.SerialLane;
import io.wampspring.message.Goodbye;
import io.wampspring.message.Hello;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Welcome;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Connector;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.LinkListener;
import io.wampspring.transport.LinkOpener;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A router of a test: links in memory, answers by script.
 */
final class ScriptedRouter implements Connector, AutoCloseable {

	static final Map<String, Object> WELCOME = Map.of("roles", Map.of("broker", Map.of(), "dealer",
			Map.of("features", Map.of("progressive_call_results", true, "call_canceling", true))));

	final List<ScriptedLink> links = new CopyOnWriteArrayList<>();

	private final Executor threads;

	private final List<CompletableFuture<Void>> stalled = new CopyOnWriteArrayList<>();

	private volatile RuntimeException refusal;

	private volatile boolean silent;

	private volatile Consumer<ScriptedLink> onHello = (link) -> link.deliver(new Welcome(link.number, WELCOME));

	private volatile int attempts;

	/** A router whose links have threads. */
	ScriptedRouter() {
		this(Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "scripted-lane");
			thread.setDaemon(true);
			return thread;
		}));
	}

	/** A router whose links run on an executor, the calling thread perhaps. */
	ScriptedRouter(Executor threads) {
		this.threads = threads;
	}

	/** How often somebody tried to connect. */
	int attempts() {
		return this.attempts;
	}

	/** Attempts from now on fail. */
	void refuse() {
		this.refusal = new LinkException(LinkException.Kind.REFUSED, "test: refused", null);
	}

	void accept() {
		this.refusal = null;
	}

	/** Attempts from now on neither succeed nor fail. */
	void stall() {
		this.silent = true;
	}

	void onHello(Consumer<ScriptedLink> action) {
		this.onHello = action;
	}

	@Override
	public CompletionStage<Void> connect(LinkOpener<MessageToRouter, MessageToClient> opener) {
		this.attempts++;
		if (this.silent) {
			CompletableFuture<Void> never = new CompletableFuture<>();
			this.stalled.add(never);
			return never;
		}
		if (this.refusal != null) {
			return CompletableFuture.failedFuture(this.refusal);
		}
		ScriptedLink link = new ScriptedLink(this.links.size() + 1, this.threads);
		this.links.add(link);
		return CompletableFuture.runAsync(() -> link.listener = opener.onOpen(link), link.lane);
	}

	@Override
	public String describe() {
		return "test:router";
	}

	@Override
	public void close() {
		if (this.threads instanceof ExecutorService service) {
			service.shutdownNow();
		}
	}

	/** Attempts that neither succeeded nor failed nor were given up. */
	long stalledAttempts() {
		return this.stalled.stream().filter((attempt) -> !attempt.isDone()).count();
	}

	ScriptedLink link() {
		return link(1);
	}

	/** The link of the n-th attempt that was accepted. */
	ScriptedLink link(int number) {
		Awaitility.await().until(() -> this.links.size() >= number);
		return this.links.get(number - 1);
	}

	/**
	 * One link, seen by the test.
	 */
	final class ScriptedLink implements Link<MessageToRouter> {

		final int number;

		final List<MessageToRouter> sent = new CopyOnWriteArrayList<>();

		final List<Boolean> reading = new CopyOnWriteArrayList<>();

		final List<CloseCode> closes = new CopyOnWriteArrayList<>();

		private final SerialLane lane;

		private volatile Consumer<MessageToRouter> script = (message) -> {
		};

		private volatile LinkListener<MessageToClient> listener;

		private volatile boolean closed;

		volatile boolean answersGoodbye = true;

		volatile boolean writable = true;

		volatile Error encodingFailure;

		ScriptedLink(int number, Executor threads) {
			this.number = number;
			this.lane = new SerialLane(threads);
		}

		/** Answers what is sent from now on. */
		void script(Consumer<MessageToRouter> answers) {
			this.script = answers;
		}

		@Override
		public void send(MessageToRouter message) {
			this.sent.add(message);
			if (message instanceof Hello) {
				ScriptedRouter.this.onHello.accept(this);
			}
			else if (message instanceof Goodbye && this.answersGoodbye) {
				deliver(new Goodbye(Map.of(), "wamp.close.goodbye_and_out"));
			}
			else {
				this.script.accept(message);
			}
		}

		@Override
		public void close(CloseCode code, String reason) {
			this.closes.add(code);
			end(LinkClosed.clean(code, reason));
		}

		private void end(LinkClosed how) {
			this.lane.execute(() -> {
				if (!this.closed) {
					this.closed = true;
					this.listener.onClosed(how);
				}
			});
		}

		/** The transport breaks. */
		void lose() {
			end(LinkClosed.lost("test: broken", null));
		}

		/** The router's end closes the transport in good order. */
		void closeCleanly() {
			end(LinkClosed.clean(CloseCode.NORMAL, "test: bye"));
		}

		void deliver(MessageToClient... messages) {
			for (MessageToClient message : messages) {
				this.lane.execute(() -> {
					if (!this.closed) {
						this.listener.onMessage(message);
					}
				});
			}
		}

		/** What was on its way when the transport ended and is told all the same. */
		void deliverLate(MessageToClient... messages) {
			for (MessageToClient message : messages) {
				this.lane.execute(() -> this.listener.onMessage(message));
			}
		}

		void violate(String text) {
			this.lane.execute(() -> this.listener.onViolation(new ProtocolViolationException(text)));
		}

		/** Runs a task on the lane, for what has to come in one read. */
		void onLane(Runnable task) {
			this.lane.execute(task);
		}

		void becomeWritable() {
			this.writable = true;
			this.lane.execute(this.listener::onWritable);
		}

		@Override
		public Payload encode(List<?> args, Map<String, ?> kwargs) {
			if (this.encodingFailure != null) {
				throw this.encodingFailure;
			}
			return Payload.of(args, kwargs);
		}

		@Override
		public Lane lane() {
			return this.lane;
		}

		@Override
		public LinkInfo info() {
			return new LinkInfo("test", "test:router", "wamp.2.json", Serializer.JSON, false, "");
		}

		@Override
		public boolean isWritable() {
			return this.writable;
		}

		@Override
		public void setReading(boolean on) {
			this.reading.add(on);
		}

		boolean isClosed() {
			return this.closed;
		}

		/** Waits for a message of a type. */
		<T extends MessageToRouter> T await(Class<T> type) {
			return await(type, (message) -> true);
		}

		<T extends MessageToRouter> T await(Class<T> type, Predicate<T> condition) {
			Awaitility.await().until(() -> !find(type, condition).isEmpty());
			return find(type, condition).get(0);
		}

		/** All messages of a type. */
		<T extends MessageToRouter> List<T> all(Class<T> type) {
			return find(type, (message) -> true);
		}

		private <T extends MessageToRouter> List<T> find(Class<T> type, Predicate<T> condition) {
			List<T> found = new ArrayList<>();
			for (MessageToRouter message : this.sent) {
				if (type.isInstance(message) && condition.test(type.cast(message))) {
					found.add(type.cast(message));
				}
			}
			return found;
		}

		/** Lets everything that is on its way to the lane happen. */
		void settle() {
			CompletableFuture<Void> passed = new CompletableFuture<>();
			this.lane.execute(() -> passed.complete(null));
			assertThat(passed).succeedsWithin(java.time.Duration.ofSeconds(5));
		}

	}

}
