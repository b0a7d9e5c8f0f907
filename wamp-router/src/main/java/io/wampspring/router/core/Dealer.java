package io.wampspring.router.core;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.wampspring.message.Call;
import io.wampspring.message.Cancel;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Result;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unregistered;
import io.wampspring.message.Yield;
import io.wampspring.options.CallOptions;
import io.wampspring.options.CancelMode;
import io.wampspring.options.CancelOptions;
import io.wampspring.options.InterruptOptions;
import io.wampspring.options.InvocationDetails;
import io.wampspring.options.MatchPolicy;
import io.wampspring.options.RegisterOptions;
import io.wampspring.options.ResultDetails;
import io.wampspring.options.YieldOptions;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.uri.ErrorUris;
import io.wampspring.uri.UriTable;
import org.jspecify.annotations.Nullable;

/**
 * Routes the calls of a realm: every CALL gets exactly one final answer, whatever caller
 * and callee do.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md, advanced/rpc_call_canceling.md,
 * advanced/rpc_progressive_call_results.md</a>
 */
final class Dealer {

	private static final Map<String, Object> RECEIVE_PROGRESS = InvocationDetails.NONE.withReceiveProgress(true)
		.toDict();

	private static final Map<String, Object> PROGRESS = ResultDetails.NONE.withProgress(true).toDict();

	private final RouterConfig config;

	private final RequestRules rules;

	private final Ids ids;

	private final Tally tally;

	private final UriTable<RegistrationGroup> byProcedure = new UriTable<>();

	private final Map<Long, RegistrationGroup> byId = new HashMap<>();

	private final Map<Peer, Set<RegistrationGroup>> byPeer = new HashMap<>();

	private final CallLedger ledger = new CallLedger();

	Dealer(RouterConfig config, RequestRules rules, Ids ids, Tally tally) {
		this.config = config;
		this.rules = rules;
		this.ids = ids;
		this.tally = tally;
	}

	void register(Peer callee, Register message) {
		Refusal refusal = this.rules.refuse(message.procedure(), RegisterOptions.from(message.options()));
		if (refusal == null && this.byProcedure.get(MatchPolicy.EXACT, message.procedure()) != null) {
			refusal = new Refusal(ErrorUris.PROCEDURE_ALREADY_EXISTS,
					"procedure '" + message.procedure() + "' is registered already");
		}
		int limit = this.config.limits().endpoints();
		if (refusal == null && !callee.hasRoomForEndpoint(limit)) {
			refusal = Refusal.limit("subscriptions and registrations", limit);
		}
		if (refusal != null) {
			callee.sendError(MessageType.REGISTER, message.request(), refusal);
			return;
		}
		RegistrationGroup group = new RegistrationGroup(unusedId(), message.procedure(), callee);
		this.byId.put(group.id(), group);
		this.byProcedure.put(MatchPolicy.EXACT, group.procedure(), group);
		this.byPeer.computeIfAbsent(callee, (peer) -> new LinkedHashSet<>()).add(group);
		callee.endpointAdded();
		callee.send(new Registered(message.request(), group.id()));
	}

	void unregister(Peer callee, Unregister message) {
		RegistrationGroup group = this.byId.get(message.registration());
		Set<RegistrationGroup> own = this.byPeer.get(callee);
		if (group == null || own == null || !own.remove(group)) {
			callee.sendError(MessageType.UNREGISTER, message.request(),
					new Refusal(ErrorUris.NO_SUCH_REGISTRATION, "the session has no such registration"));
			return;
		}
		remove(group);
		callee.send(new Unregistered(message.request()));
	}

	void call(Peer caller, Call message) {
		CallOptions options = CallOptions.from(message.options());
		if (message.request() == caller.refusedStream()) {
			return;
		}
		if (this.ledger.ofCaller(caller, message.request()) != null) {
			throw new ProtocolViolationException("CALL.Request " + message.request() + " is in use by a pending call");
		}
		RegistrationGroup group = this.byProcedure.best(message.procedure());
		Refusal refusal = refuse(caller, message.procedure(), options, group);
		if (refusal != null || group == null) {
			if (Boolean.TRUE.equals(options.progress())) {
				caller.refuseStream(message.request());
			}
			caller.sendError(MessageType.CALL, message.request(),
					(refusal != null) ? refusal : noSuchProcedure(message));
			return;
		}
		invoke(group, caller, message, Boolean.TRUE.equals(options.receiveProgress()));
	}

	void cancel(Peer caller, Cancel message) {
		CancelOptions options = CancelOptions.from(message.options());
		PendingCall call = this.ledger.ofCaller(caller, message.request());
		if (call == null) {
			return;
		}
		CancelMode mode = (options.mode() != null) ? CancelMode.find(options.mode()) : CancelMode.KILLNOWAIT;
		if (mode == null) {
			// Of type CANCEL: an ERROR of type CALL would be the call's final answer.
			caller.sendError(MessageType.CANCEL, message.request(),
					new Refusal(ErrorUris.INVALID_ARGUMENT, "the option mode must be skip, kill or killnowait"));
			return;
		}
		boolean interrupt = mode != CancelMode.SKIP && call.callee().isInterruptible() && !call.isKilled();
		if (mode == CancelMode.KILL && call.callee().isInterruptible()) {
			call.kill();
		}
		else {
			fail(call, new Refusal(ErrorUris.CANCELED, "the call was canceled"));
		}
		if (interrupt) {
			interrupt(call, mode);
		}
	}

	void yield(Peer callee, Yield message) {
		YieldOptions options = YieldOptions.from(message.options());
		PendingCall call = this.ledger.ofCallee(callee, message.request());
		if (call == null) {
			this.tally.count(Tally.Count.LATE_ANSWER);
			return;
		}
		Refusal refusal = this.rules.refuse(options);
		if (refusal != null) {
			giveUp(call, refusal);
		}
		else if (Boolean.TRUE.equals(options.progress())) {
			progress(call, message.payload());
		}
		else {
			this.ledger.close(call);
			if (!call.caller().send(new Result(call.request(), Map.of(), message.payload()))) {
				call.caller().sendError(MessageType.CALL, call.request(), undeliverable("result"));
			}
		}
	}

	void error(Peer callee, ErrorMessage message) {
		PendingCall call = this.ledger.ofCallee(callee, message.request());
		if (call == null) {
			this.tally.count(Tally.Count.LATE_ANSWER);
			return;
		}
		this.ledger.close(call);
		ErrorMessage answer = new ErrorMessage(MessageType.CALL, call.request(), Map.of(), message.error(),
				message.payload());
		if (!call.caller().send(answer)) {
			call.caller()
				.send(new ErrorMessage(MessageType.CALL, call.request(), Map.of(), message.error(), Payload.EMPTY));
		}
	}

	/**
	 * Nothing is routed to or from the session any more; those who wait for it are told.
	 */
	void leave(Peer peer) {
		Set<RegistrationGroup> own = this.byPeer.remove(peer);
		if (own != null) {
			own.forEach(this::remove);
		}
		for (PendingCall call : this.ledger.allOfCaller(peer)) {
			this.ledger.close(call);
			if (call.callee() != peer && call.callee().isInterruptible() && !call.isKilled()) {
				interrupt(call, CancelMode.KILLNOWAIT);
			}
		}
		for (PendingCall call : this.ledger.allOfCallee(peer)) {
			fail(call, new Refusal(ErrorUris.CANCELED, "callee gone"));
		}
	}

	/** Whether nothing is registered and no call is pending. */
	boolean isIdle() {
		return this.byId.isEmpty() && this.byProcedure.isEmpty() && this.byPeer.isEmpty() && this.ledger.isEmpty();
	}

	private @Nullable Refusal refuse(Peer caller, String procedure, CallOptions options,
			@Nullable RegistrationGroup group) {
		Refusal refusal = this.rules.refuse(procedure, options);
		int limit = this.config.limits().pendingCalls();
		if (refusal == null && group != null && this.ledger.countOfCaller(caller) >= limit) {
			return Refusal.limit("pending calls", limit);
		}
		return refusal;
	}

	private void invoke(RegistrationGroup group, Peer caller, Call message, boolean progressWanted) {
		Peer callee = group.pick();
		boolean progressPossible = callee.isProgressive()
				&& (callee.isInterruptible() || this.config.progressiveWithoutCanceling());
		Map<String, Object> details = (progressWanted && progressPossible) ? RECEIVE_PROGRESS : Map.of();
		PendingCall call = new PendingCall(caller, message.request(), callee, callee.nextInvocation(), progressWanted);
		this.ledger.open(call);
		if (callee.send(new Invocation(call.invocation(), group.id(), details, message.payload()))) {
			this.tally.count(Tally.Count.CALL);
		}
		else {
			callee.takeBackInvocation();
			fail(call, undeliverable("call"));
		}
	}

	private void progress(PendingCall call, Payload payload) {
		if (call.isProgressWanted() && !call.caller().send(new Result(call.request(), PROGRESS, payload))) {
			giveUp(call, undeliverable("progressive result"));
		}
	}

	/** Ends a call whose callee goes on. */
	private void giveUp(PendingCall call, Refusal refusal) {
		fail(call, refusal);
		if (call.callee().isInterruptible()) {
			interrupt(call, CancelMode.KILLNOWAIT);
		}
	}

	private void fail(PendingCall call, Refusal refusal) {
		this.ledger.close(call);
		call.caller().sendError(MessageType.CALL, call.request(), refusal);
	}

	private static void interrupt(PendingCall call, CancelMode mode) {
		call.callee().send(new Interrupt(call.invocation(), InterruptOptions.NONE.withMode(mode.wireName()).toDict()));
	}

	private static Refusal noSuchProcedure(Call message) {
		return new Refusal(ErrorUris.NO_SUCH_PROCEDURE, "no procedure '" + message.procedure() + "' is registered");
	}

	private static Refusal undeliverable(String what) {
		return new Refusal(ErrorUris.PAYLOAD_SIZE_EXCEEDED, "the " + what + " is more than the receiver's link takes");
	}

	private long unusedId() {
		long id = this.ids.next();
		while (this.byId.containsKey(id)) {
			id = this.ids.next();
		}
		return id;
	}

	private void remove(RegistrationGroup group) {
		this.byId.remove(group.id());
		this.byProcedure.remove(MatchPolicy.EXACT, group.procedure());
		group.callee().endpointRemoved();
	}

}
