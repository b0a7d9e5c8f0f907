package io.wampspring.endpoint;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import io.wampspring.client.EventHandler;
import io.wampspring.client.ProcedureHandler;
import io.wampspring.client.RegisterSpec;
import io.wampspring.client.Registration;
import io.wampspring.client.SubscribeSpec;
import io.wampspring.client.Subscription;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampErrorHandler;
import io.wampspring.client.WampException;
import io.wampspring.client.WampSession;
import io.wampspring.options.InvocationPolicy;
import io.wampspring.options.MatchPolicy;
import org.jspecify.annotations.Nullable;

/** A session that writes down what is registered, and answers at once or when told. */
final class FakeSession {

	private final WampConnection connection;

	private final WampSession session = Partial.of(WampSession.class, this);

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	final List<CompletionStage<Void>> prepared = new CopyOnWriteArrayList<>();

	private boolean withholds;

	private @Nullable String refusal;

	private boolean open = true;

	FakeSession(WampConnection connection) {
		this.connection = connection;
	}

	/** Answers only when told. */
	FakeSession withholding() {
		this.withholds = true;
		return this;
	}

	FakeSession refusing(String errorUri) {
		this.refusal = errorUri;
		return this;
	}

	WampSession session() {
		return this.session;
	}

	List<Request> requests() {
		return this.requests;
	}

	/** What is registered and subscribed right now. */
	List<String> served() {
		return this.requests.stream().filter((request) -> request.active).map(Request::uri).sorted().toList();
	}

	Request request(String uri) {
		return this.requests.stream().filter((request) -> request.uri().equals(uri)).findFirst().orElseThrow();
	}

	void end() {
		this.open = false;
		this.requests.forEach((request) -> request.active = false);
	}

	// what the registry uses of a session

	boolean isOpen() {
		return this.open;
	}

	WampConnection connection() {
		return this.connection;
	}

	RegisterSpec register(String procedure) {
		return Partial.of(RegisterSpec.class, new Request(procedure));
	}

	SubscribeSpec subscribe(String topic) {
		return Partial.of(SubscribeSpec.class, new Request(topic));
	}

	/** A request as it was specified. */
	final class Request {

		private final String uri;

		private final Registration registration = Partial.of(Registration.class, this);

		private final Subscription subscription = Partial.of(Subscription.class, this);

		final CompletableFuture<Object> answer = new CompletableFuture<>();

		private boolean active;

		MatchPolicy match = MatchPolicy.EXACT;

		InvocationPolicy invoke = InvocationPolicy.SINGLE;

		int concurrency;

		boolean concurrent;

		@Nullable Executor executor;

		@Nullable WampErrorHandler errorHandler;

		@Nullable ProcedureHandler procedureHandler;

		@Nullable EventHandler eventHandler;

		Request(String uri) {
			this.uri = uri;
		}

		String uri() {
			return this.uri;
		}

		void accept() {
			this.active = true;
			this.answer.complete((this.procedureHandler != null) ? this.registration : this.subscription);
		}

		private void send() {
			FakeSession.this.requests.add(this);
			if (FakeSession.this.refusal != null) {
				this.answer.completeExceptionally(new WampException(FakeSession.this.refusal));
			}
			else if (!FakeSession.this.withholds) {
				accept();
			}
		}

		// the specification

		Request match(MatchPolicy match) {
			this.match = match;
			return this;
		}

		Request invoke(InvocationPolicy invoke) {
			this.invoke = invoke;
			return this;
		}

		Request concurrency(int concurrency) {
			this.concurrency = concurrency;
			return this;
		}

		Request concurrent() {
			this.concurrent = true;
			return this;
		}

		Request executor(Executor executor) {
			this.executor = executor;
			return this;
		}

		Request errorHandler(WampErrorHandler errorHandler) {
			this.errorHandler = errorHandler;
			return this;
		}

		Registration handle(ProcedureHandler handler) {
			this.procedureHandler = handler;
			send();
			return this.registration;
		}

		Subscription handle(EventHandler handler) {
			this.eventHandler = handler;
			send();
			return this.subscription;
		}

		// the registration or subscription

		CompletableFuture<Object> ready() {
			return this.answer;
		}

		boolean isActive() {
			return this.active;
		}

		CompletableFuture<Object> unregister() {
			this.active = false;
			return CompletableFuture.completedFuture(null);
		}

		CompletableFuture<Object> unsubscribe() {
			this.active = false;
			return CompletableFuture.completedFuture(true);
		}

	}

}
