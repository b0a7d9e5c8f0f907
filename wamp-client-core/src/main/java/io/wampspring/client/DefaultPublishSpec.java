package io.wampspring.client;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.wampspring.client.Counters.Count;
import io.wampspring.client.ErrorContext.Kind;
import io.wampspring.client.session.Failure;
import io.wampspring.client.session.UriCheck;
import io.wampspring.message.Payload;
import io.wampspring.options.PublishOptions;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a publication is, and publishes.
 */
final class DefaultPublishSpec implements PublishSpec {

	private final OperationTarget target;

	private final ConnectionContext context;

	private final String topic;

	private final Arguments arguments = new Arguments();

	private PublishOptions options = PublishOptions.NONE;

	DefaultPublishSpec(OperationTarget target, ConnectionContext context, String topic) {
		this.target = target;
		this.context = context;
		this.topic = topic;
	}

	@Override
	public PublishSpec args(@Nullable Object... args) {
		this.arguments.args(args);
		return this;
	}

	@Override
	public PublishSpec kwarg(String name, @Nullable Object value) {
		this.arguments.kwarg(name, value);
		return this;
	}

	@Override
	public PublishSpec kwargs(Map<String, ? extends @Nullable Object> kwargs) {
		this.arguments.kwargs(kwargs);
		return this;
	}

	@Override
	public PublishSpec excludeMe(boolean excludeMe) {
		this.options = this.options.withExcludeMe(excludeMe);
		return this;
	}

	@Override
	public PublishSpec option(String key, Object value) {
		this.options = this.options.with(key, value);
		return this;
	}

	@Override
	public AcknowledgedPublishSpec acknowledge() {
		return new Acknowledged();
	}

	@Override
	public void send() {
		Failure invalid = new UriCheck(this.context.settings().uriRules()).publish(this.topic);
		if (invalid != null) {
			throw Failures.toException(invalid);
		}
		Prepared prepared = prepare();
		prepared.session().waitForRoom();
		prepared.session().publish(this.topic, this.options, prepared.payload()).whenComplete((sent, failure) -> {
			if (failure != null) {
				this.context.counters().count(Count.DROPPED_PUBLICATION);
				this.context.application()
					.postUserError(failure, Kind.PUBLICATION, "an event of topic '" + this.topic + "' was not sent",
							this.topic);
			}
		});
	}

	@Override
	public CompletableFuture<@Nullable Void> sendAsync() {
		try {
			Prepared prepared = prepare();
			DefaultSession session = prepared.session();
			return session.handOut(session.publish(this.topic, this.options, prepared.payload()));
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private Prepared prepare() {
		DefaultSession session = this.target.requireSession();
		return new Prepared(session, session.encode(this.arguments.toPayload()));
	}

	private record Prepared(DefaultSession session, Payload payload) {

	}

	/**
	 * Publishes and awaits the confirmation.
	 */
	private final class Acknowledged implements AcknowledgedPublishSpec {

		@Override
		public Publication send() {
			DefaultPublishSpec spec = DefaultPublishSpec.this;
			InlineScope.requireMayBlock(spec.target.requireSession().lane().lane(),
					"publishing with acknowledge() to " + spec.topic);
			return Waiting.on(publish(spec.prepare()), "publication to " + spec.topic);
		}

		private CompletableFuture<Publication> publish(Prepared prepared) {
			DefaultPublishSpec spec = DefaultPublishSpec.this;
			return prepared.session()
				.publishAcknowledged(spec.topic, spec.options, prepared.payload())
				.thenApply((id) -> new Publication(id, spec.topic));
		}

		@Override
		public CompletableFuture<Publication> sendAsync() {
			DefaultPublishSpec spec = DefaultPublishSpec.this;
			try {
				Prepared prepared = spec.prepare();
				return prepared.session().handOut(publish(prepared));
			}
			catch (RuntimeException ex) {
				return CompletableFuture.failedFuture(ex);
			}
		}

	}

}
