package io.wampspring.client.session;

import java.util.Set;
import java.util.function.Consumer;

import io.wampspring.message.Call;
import io.wampspring.message.Cancel;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.options.CallOptions;
import io.wampspring.options.CancelMode;
import io.wampspring.options.CancelOptions;
import io.wampspring.options.Feature;
import io.wampspring.options.ResultDetails;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * The client as caller. Confined to the lane of the session.
 * <p>
 * Canceling, in the words of the protocol: {@code skip} ends the call for the caller
 * only, {@code killnowait} interrupts the callee too, {@code kill} interrupts it and
 * waits for its last word. Routers differ in what they send after the first two (nothing,
 * or an ERROR), so the call ends here at once and what comes later is dropped; after
 * {@code kill} some send nothing, so the wait is bounded.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md, advanced/rpc_call_canceling.md</a>
 */
public final class Caller {

	private final PendingRequests requests;

	private final Outbox out;

	private final UriCheck uris;

	private final Set<Feature> features;

	private final long killTimeout;

	private final Consumer<Incident> incidents;

	Caller(SessionContext context, Set<Feature> features, long killTimeout) {
		this.requests = context.requests();
		this.out = context.out();
		this.uris = context.uris();
		this.features = features;
		this.incidents = context.incidents();
		this.killTimeout = killTimeout;
	}

	/**
	 * Calls.
	 * @param call what is called
	 * @param reply gets the answers
	 * @return the way to cancel it
	 * @throws io.wampspring.message.PayloadException if the message cannot be sent
	 */
	public RunningCall call(CallRequest call, CallReply reply) {
		Failure invalid = this.uris.call(call.procedure());
		Failure refusal = (invalid != null) ? invalid : this.requests.refusal();
		if (refusal != null) {
			reply.onFailure(refusal);
			return (mode) -> {
			};
		}
		boolean progress = call.progress() && has(Feature.PROGRESSIVE_CALL_RESULTS);
		CallOptions options = progress ? call.options().withReceiveProgress(true) : call.options();
		PendingCall pending = new PendingCall(reply, progress, call.timeout());
		pending.id = this.requests.send((id) -> new Call(id, options.toDict(), call.procedure(), call.payload()),
				pending, call.timeout());
		return pending;
	}

	private boolean has(Feature feature) {
		return this.features.contains(feature);
	}

	void onResult(Result result) {
		PendingCall call = this.requests.find(result.request(), PendingCall.class);
		ResultDetails details = ResultDetails.from(result.details());
		if (call == null) {
			return;
		}
		if (Boolean.TRUE.equals(details.progress())) {
			call.progress(result.payload(), details);
		}
		else {
			this.requests.remove(result.request(), call);
			call.ended = true;
			call.reply.onResult(result.payload(), details);
		}
	}

	private void sendCancel(long id, CancelMode mode) {
		if (has(Feature.CALL_CANCELING)) {
			this.out.send(new Cancel(id, CancelOptions.NONE.withMode(mode.wireName()).toDict()));
		}
	}

	/**
	 * A call that waits for its result.
	 */
	private final class PendingCall extends PendingRequests.Request implements RunningCall {

		private final CallReply reply;

		private final boolean progress;

		private final long timeout;

		private long id;

		private boolean ended;

		private @Nullable CancelMode canceled;

		PendingCall(CallReply reply, boolean progress, long timeout) {
			this.reply = reply;
			this.progress = progress;
			this.timeout = timeout;
		}

		@Override
		MessageType type() {
			return MessageType.CALL;
		}

		void progress(Payload payload, ResultDetails details) {
			if (!this.progress) {
				Caller.this.incidents.accept(Incident.IGNORED_PROGRESS);
				return;
			}
			if (this.canceled == null) {
				Caller.this.requests.extend(this.id, this, this.timeout);
			}
			this.reply.onProgress(payload, details);
		}

		@Override
		void fail(Failure failure) {
			this.ended = true;
			this.reply.onFailure(failure);
		}

		@Override
		void expire(long id, long timeout) {
			if (this.canceled != null) {
				fail(canceled());
				return;
			}
			sendCancel(id, CancelMode.KILLNOWAIT);
			fail(Failure.expired(timeout));
		}

		@Override
		public void cancel(CancelMode mode) {
			if (this.ended || this.canceled != null) {
				return;
			}
			this.canceled = mode;
			sendCancel(this.id, mode);
			if (mode == CancelMode.KILL && has(Feature.CALL_CANCELING)) {
				Caller.this.requests.extend(this.id, this, Caller.this.killTimeout);
			}
			else {
				Caller.this.requests.remove(this.id, this);
				fail(canceled());
			}
		}

		private Failure canceled() {
			return new Failure(Failure.Kind.CANCELED, ErrorUris.CANCELED, Payload.EMPTY);
		}

	}

}
