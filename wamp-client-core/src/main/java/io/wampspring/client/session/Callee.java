package io.wampspring.client.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Interrupt;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Register;
import io.wampspring.message.Registered;
import io.wampspring.message.Unregister;
import io.wampspring.message.Unregistered;
import io.wampspring.options.CancelMode;
import io.wampspring.options.InterruptOptions;
import io.wampspring.options.InvocationDetails;
import io.wampspring.options.RegisterOptions;
import io.wampspring.options.RevocationDetails;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * The client as callee. Ids are in the table before anybody hears of them. Confined to
 * the lane of the session.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public final class Callee {

	private final SessionContext context;

	private final PendingRequests requests;

	private final Map<Long, Served> registrations = new HashMap<>();

	private final Map<Long, RunningInvocation> running = new HashMap<>();

	/** Calls that were answered: what still comes for them is a continuation too late. */
	private final RecentIds answered = new RecentIds();

	Callee(SessionContext context) {
		this.context = context;
		this.requests = context.requests();
	}

	/**
	 * Registers.
	 * @param procedure the procedure or pattern
	 * @param options the options
	 * @param target takes the invocations
	 * @param timeout milliseconds to wait for the answer, 0 for ever
	 * @param reply gets the confirmed registration
	 */
	public void register(String procedure, RegisterOptions options, InvocationTarget target, long timeout,
			Reply<RegistrationEntry> reply) {
		Failure invalid = this.context.uris().register(procedure, options.match());
		Failure refusal = (invalid != null) ? invalid : this.requests.refusal();
		if (refusal != null) {
			reply.onFailure(refusal);
			return;
		}
		this.context.setups().submit(new RegisterRequest(procedure, options, target, timeout, reply));
	}

	void onRegistered(Registered registered) {
		RegisterRequest request = this.requests.take(registered.request(), RegisterRequest.class);
		if (request == null) {
			return;
		}
		long id = registered.registration();
		if (request.expired) {
			this.context.incidents().accept(Incident.LATE_REPLY);
			onRegisteredLate(id, request);
			return;
		}
		this.context.setups().release();
		if (request.satisfied) {
			takeBack(id);
		}
		else {
			install(id, request);
		}
	}

	private void install(long id, RegisterRequest request) {
		RegistrationEntry entry = new RegistrationEntry(id, request.procedure, request.options, request.target);
		this.registrations.computeIfAbsent(id, (key) -> new Served()).entries.add(entry);
		request.reply.onSuccess(entry);
	}

	/**
	 * Who asks again gets what the first REGISTER brought: to the second one the router
	 * says that the procedure exists.
	 */
	private void onRegisteredLate(long id, RegisterRequest expired) {
		RegisterRequest again = this.requests.find(RegisterRequest.class, expired::isRepeatedBy);
		if (again != null) {
			again.satisfied = true;
			install(id, again);
		}
		else {
			takeBack(id);
		}
	}

	private void takeBack(long id) {
		if (!this.registrations.containsKey(id)) {
			this.requests.send((request) -> new Unregister(request, id), new UnregisterRequest(null), 0);
		}
	}

	/**
	 * Ends a local registration. Running invocations go on.
	 * @param entry the registration
	 * @param timeout milliseconds to wait for the answer, 0 for ever
	 * @param reply hears of the end
	 */
	public void unregister(RegistrationEntry entry, long timeout, Reply<@Nullable Void> reply) {
		Failure refusal = this.requests.refusal();
		if (refusal != null) {
			reply.onFailure(refusal);
			return;
		}
		Served served = this.registrations.get(entry.id());
		if (served == null || !served.entries.remove(entry) || !served.entries.isEmpty()) {
			reply.onSuccess(null);
			return;
		}
		this.registrations.remove(entry.id());
		this.requests.send((id) -> new Unregister(id, entry.id()), new UnregisterRequest(reply), timeout);
	}

	void onUnregistered(Unregistered unregistered) {
		if (unregistered.request() == 0) {
			revoke(RevocationDetails.from(unregistered.details()));
			return;
		}
		UnregisterRequest request = this.requests.take(unregistered.request(), UnregisterRequest.class);
		if (request != null) {
			request.succeed();
		}
	}

	private void revoke(RevocationDetails details) {
		Long id = details.registration();
		Served served = (id != null) ? this.registrations.remove(id) : null;
		if (served != null) {
			served.entries.forEach((entry) -> entry.target().onRevoked(details.reason()));
		}
	}

	void onInvocation(Invocation invocation) {
		long request = invocation.request();
		if (this.running.containsKey(request)) {
			throw new ProtocolViolationException("INVOCATION with request " + request + ", which is still served");
		}
		InvocationDetails details = InvocationDetails.from(invocation.details());
		if (this.answered.contains(request)) {
			this.context.incidents().accept(Incident.UNKNOWN_INVOCATION);
			return;
		}
		Served served = this.registrations.get(invocation.registration());
		if (served == null) {
			this.context.incidents().accept(Incident.UNKNOWN_INVOCATION);
			this.context.out()
				.send(new ErrorMessage(MessageType.INVOCATION, request, Map.of(), ErrorUris.NO_SUCH_REGISTRATION,
						Payload.of("registration " + invocation.registration() + " is not served here")));
			return;
		}
		RegistrationEntry entry = served.next();
		RunningInvocation call = new RunningInvocation(this, this.context.out(), invocation, details, entry);
		this.running.put(request, call);
		entry.target().onInvocation(call);
	}

	void onInterrupt(Interrupt interrupt) {
		InterruptOptions options = InterruptOptions.from(interrupt.options());
		RunningInvocation call = this.running.get(interrupt.request());
		if (call == null) {
			this.context.incidents().accept(Incident.LATE_INTERRUPT);
			return;
		}
		if (!CancelMode.KILL.wireName().equals(options.mode())) {
			// Silence would be legal, but costs some routers a slot for good; a result
			// after it would not be.
			call.fail(ErrorUris.CANCELED, Payload.EMPTY);
		}
		call.registration().target().onInterrupt(call, options);
	}

	void ended(RunningInvocation invocation) {
		long request = invocation.message().request();
		this.running.remove(request);
		this.answered.add(request);
	}

	/** The session is over: nobody waits for answers any more. */
	void abandon(String reason) {
		List<RunningInvocation> all = new ArrayList<>(this.running.values());
		this.running.clear();
		InterruptOptions options = InterruptOptions.NONE.withReason(reason);
		all.forEach((invocation) -> invocation.registration().target().onInterrupt(invocation, options));
	}

	/**
	 * Returns the confirmed registrations.
	 * @return a snapshot
	 */
	public List<RegistrationEntry> registrations() {
		return this.registrations.values().stream().flatMap((served) -> served.entries.stream()).toList();
	}

	/**
	 * The local registrations of one id. A router that shares a procedure counts each of
	 * them, so each gets its turn.
	 */
	private static final class Served {

		private final List<RegistrationEntry> entries = new ArrayList<>(1);

		private int turn;

		RegistrationEntry next() {
			this.turn = (this.turn + 1) % this.entries.size();
			return this.entries.get(this.turn);
		}

	}

	/**
	 * A REGISTER that waits for its answer.
	 */
	private final class RegisterRequest extends SetupWindow.Setup {

		private final String procedure;

		private final RegisterOptions options;

		private final InvocationTarget target;

		private final long timeout;

		private final Reply<RegistrationEntry> reply;

		private boolean expired;

		/** The answer to an earlier request was taken for this one's. */
		private boolean satisfied;

		RegisterRequest(String procedure, RegisterOptions options, InvocationTarget target, long timeout,
				Reply<RegistrationEntry> reply) {
			this.procedure = procedure;
			this.options = options;
			this.target = target;
			this.timeout = timeout;
			this.reply = reply;
		}

		@Override
		MessageType type() {
			return MessageType.REGISTER;
		}

		@Override
		long timeout() {
			return this.timeout;
		}

		@Override
		void send() {
			Callee.this.requests.send((id) -> new Register(id, this.options.toDict(), this.procedure), this,
					this.timeout);
		}

		@Override
		void refuse(Failure failure) {
			this.reply.onFailure(failure);
		}

		boolean isRepeatedBy(RegisterRequest other) {
			return !other.expired && !other.satisfied && this.procedure.equals(other.procedure)
					&& this.options.equals(other.options);
		}

		@Override
		void fail(Failure failure) {
			if (this.expired) {
				return;
			}
			Callee.this.context.setups().release();
			if (!this.satisfied) {
				this.reply.onFailure(failure);
			}
		}

		/** Stays to hear of a late REGISTERED, which is then taken back. */
		@Override
		void expire(long id, long timeout) {
			fail(Failure.expired(timeout));
			this.expired = true;
			Callee.this.requests.replace(id, this);
		}

	}

	/**
	 * An UNREGISTER that waits for its answer.
	 */
	private static final class UnregisterRequest extends PendingRequests.Request {

		private final @Nullable Reply<@Nullable Void> reply;

		UnregisterRequest(@Nullable Reply<@Nullable Void> reply) {
			this.reply = reply;
		}

		@Override
		MessageType type() {
			return MessageType.UNREGISTER;
		}

		void succeed() {
			if (this.reply != null) {
				this.reply.onSuccess(null);
			}
		}

		@Override
		void fail(Failure failure) {
			if (ErrorUris.NO_SUCH_REGISTRATION.equals(failure.uri())) {
				succeed();
			}
			else if (this.reply != null) {
				this.reply.onFailure(failure);
			}
		}

	}

}
