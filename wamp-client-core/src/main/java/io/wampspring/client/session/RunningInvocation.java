package io.wampspring.client.session;

import java.util.Map;

import io.wampspring.message.ErrorMessage;
import io.wampspring.message.Invocation;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.Yield;
import io.wampspring.options.InvocationDetails;
import io.wampspring.options.YieldOptions;
import io.wampspring.uri.ErrorUris;

/**
 * A call that this client serves. Sends exactly one final answer, whatever it is asked to
 * send. Confined to the lane of the session.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md, advanced/rpc_progressive_call_results.md</a>
 */
public final class RunningInvocation {

	private final Callee callee;

	private final Outbox out;

	private final Invocation message;

	private final InvocationDetails details;

	private final RegistrationEntry registration;

	private boolean answered;

	RunningInvocation(Callee callee, Outbox out, Invocation message, InvocationDetails details,
			RegistrationEntry registration) {
		this.callee = callee;
		this.out = out;
		this.message = message;
		this.details = details;
		this.registration = registration;
	}

	/**
	 * Returns the message.
	 * @return the message
	 */
	public Invocation message() {
		return this.message;
	}

	/**
	 * Returns the details of the message.
	 * @return the details
	 */
	public InvocationDetails details() {
		return this.details;
	}

	/**
	 * Returns what was called.
	 * @return the registration
	 */
	public RegistrationEntry registration() {
		return this.registration;
	}

	/**
	 * Returns whether the caller wants progressive results.
	 * @return whether
	 */
	public boolean wantsProgress() {
		return Boolean.TRUE.equals(this.details.receiveProgress());
	}

	/**
	 * Sends a progressive result, unless none is wanted or the final answer was sent. One
	 * that cannot be sent fails the call: the caller would miss it.
	 * @param payload the result
	 */
	public void progress(Payload payload) {
		if (this.answered || !wantsProgress()) {
			return;
		}
		try {
			this.out.send(new Yield(this.message.request(), YieldOptions.NONE.withProgress(true).toDict(), payload));
		}
		catch (PayloadException ex) {
			fail(ErrorUris.PAYLOAD_SIZE_EXCEEDED, Payload.of(ex.getMessage()));
		}
	}

	/**
	 * Sends the result, unless the final answer was sent. One that cannot be sent becomes
	 * an error.
	 * @param payload the result
	 */
	public void complete(Payload payload) {
		if (this.answered) {
			return;
		}
		try {
			this.out.send(new Yield(this.message.request(), Map.of(), payload));
			end();
		}
		catch (PayloadException ex) {
			fail(ErrorUris.PAYLOAD_SIZE_EXCEEDED, Payload.of(ex.getMessage()));
		}
	}

	/**
	 * Sends an error, unless the final answer was sent. One that cannot be sent goes
	 * without its arguments.
	 * @param uri what went wrong
	 * @param payload arguments and keywords of the error
	 */
	public void fail(String uri, Payload payload) {
		if (this.answered) {
			return;
		}
		end();
		try {
			this.out.send(error(uri, payload));
		}
		catch (PayloadException ex) {
			this.out.send(error(uri, Payload.EMPTY));
		}
	}

	private ErrorMessage error(String uri, Payload payload) {
		return new ErrorMessage(MessageType.INVOCATION, this.message.request(), Map.of(), uri, payload);
	}

	private void end() {
		this.answered = true;
		this.callee.ended(this);
	}

}
