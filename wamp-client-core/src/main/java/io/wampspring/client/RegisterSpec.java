package io.wampspring.client;

import java.util.concurrent.Executor;

import io.wampspring.options.InvocationPolicy;
import io.wampspring.options.MatchPolicy;

/**
 * A registration being specified. Invocations are handed to the executor in the order of
 * the calls and run at the same time, within the bounds of the connection.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public interface RegisterSpec {

	/**
	 * Sets how the procedure is matched; exactly unless set.
	 * @param match the policy
	 * @return this
	 */
	RegisterSpec match(MatchPolicy match);

	/**
	 * Sets how the router chooses among several callees; {@code single} unless set.
	 * @param policy the policy
	 * @return this
	 */
	RegisterSpec invoke(InvocationPolicy policy);

	/**
	 * Sets how many invocations run at the same time; further ones wait. With 1 they run
	 * strictly one after the other. Kept here, not sent to the router.
	 * @param concurrency at least 1
	 * @return this
	 * @throws IllegalArgumentException if it is less than 1
	 */
	RegisterSpec concurrency(int concurrency);

	/**
	 * Runs the handler on the lane of the session: it must be fast and must not block.
	 * @return this
	 */
	RegisterSpec inline();

	/**
	 * Runs the handler on another executor than the connection's.
	 * @param executor runs the handler
	 * @return this
	 */
	RegisterSpec executor(Executor executor);

	/**
	 * Reports what the handler throws to another handler than the connection's.
	 * @param errorHandler gets the errors
	 * @return this
	 */
	RegisterSpec errorHandler(WampErrorHandler errorHandler);

	/**
	 * Sets an option of the REGISTER.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return this
	 */
	RegisterSpec option(String key, Object value);

	/**
	 * Registers.
	 * @param handler serves the calls
	 * @return the registration, before the router has answered
	 */
	Registration handle(ProcedureHandler handler);

}
