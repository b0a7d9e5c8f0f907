package io.wampspring.client;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.wampspring.client.session.CallReply;
import io.wampspring.client.session.Failure;
import io.wampspring.message.Payload;
import io.wampspring.options.ResultDetails;
import org.jspecify.annotations.Nullable;

/**
 * Brings the replies of a call from the lane to where they are handled: progressive
 * results one after the other and all before the end.
 */
final class CallReplies implements CallReply {

	private final Executor executor;

	private final @Nullable Consumer<CallResult> progress;

	private final CallEnd end;

	private final Runnable ended;

	/**
	 * Creates the replies.
	 * @param executor where they are handled; serial if there is progress
	 * @param progress gets progressive results
	 * @param end what to do at the end
	 * @param ended called on the lane at the end
	 */
	CallReplies(Executor executor, @Nullable Consumer<CallResult> progress, CallEnd end, Runnable ended) {
		this.executor = executor;
		this.progress = progress;
		this.end = end;
		this.ended = ended;
	}

	@Override
	public void onProgress(Payload payload, ResultDetails details) {
		Consumer<CallResult> consumer = this.progress;
		if (consumer != null) {
			this.executor.execute(() -> consumer.accept(new CallResult(payload, details)));
		}
	}

	@Override
	public void onResult(Payload payload, ResultDetails details) {
		this.ended.run();
		this.executor.execute(() -> this.end.onResult(new CallResult(payload, details)));
	}

	@Override
	public void onFailure(Failure failure) {
		this.ended.run();
		this.executor.execute(() -> this.end.onFailure(failure));
	}

	void onUnsent(RuntimeException failure) {
		this.ended.run();
		this.executor.execute(() -> this.end.onUnsent(failure));
	}

}
