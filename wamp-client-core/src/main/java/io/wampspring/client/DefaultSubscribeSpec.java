package io.wampspring.client;

import java.lang.reflect.Type;
import java.util.concurrent.Executor;

import io.wampspring.options.MatchPolicy;
import io.wampspring.options.SubscribeOptions;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a subscription is.
 */
final class DefaultSubscribeSpec implements SubscribeSpec {

	private final OperationTarget target;

	private final String topic;

	private SubscribeOptions options = SubscribeOptions.NONE;

	private EventMode mode = EventMode.ORDERED;

	private @Nullable Executor executor;

	private @Nullable WampErrorHandler errorHandler;

	DefaultSubscribeSpec(OperationTarget target, String topic) {
		this.target = target;
		this.topic = topic;
	}

	@Override
	public SubscribeSpec match(MatchPolicy match) {
		this.options = this.options.withMatch(match);
		return this;
	}

	@Override
	public SubscribeSpec concurrent() {
		this.mode = EventMode.CONCURRENT;
		return this;
	}

	@Override
	public SubscribeSpec inline() {
		this.mode = EventMode.INLINE;
		return this;
	}

	@Override
	public SubscribeSpec executor(Executor executor) {
		this.executor = executor;
		return this;
	}

	@Override
	public SubscribeSpec errorHandler(WampErrorHandler errorHandler) {
		this.errorHandler = errorHandler;
		return this;
	}

	@Override
	public SubscribeSpec option(String key, Object value) {
		this.options = this.options.with(key, value);
		return this;
	}

	@Override
	public <T> Subscription handle(Class<T> type, TypedEventHandler<? super T> handler) {
		return handle((Type) type, handler);
	}

	@Override
	public <T> Subscription handle(TypeRef<T> type, TypedEventHandler<? super T> handler) {
		return handle(type.type(), handler);
	}

	private <T> Subscription handle(Type type, TypedEventHandler<? super T> handler) {
		return handle((event) -> {
			T value = event.payload().value(type);
			handler.handle(value, event);
		});
	}

	@Override
	public Subscription handle(EventHandler handler) {
		return this.target.subscribe(
				new SubscriptionPlan(this.topic, this.options, handler, this.mode, this.executor, this.errorHandler));
	}

}
