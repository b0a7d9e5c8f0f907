package io.wampspring.client;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.wampspring.message.Payload;
import io.wampspring.options.InvocationDetails;
import org.jspecify.annotations.Nullable;

/**
 * A call, as its handler sees it. Decoded only when somebody asks, on the thread that
 * asks. May be used by many threads.
 */
public interface Invocation {

	/**
	 * Returns arguments and keywords, still encoded.
	 * @return the payload
	 */
	Payload payload();

	/**
	 * Returns the positional arguments.
	 * @return an unmodifiable list, never {@code null}
	 */
	default List<@Nullable Object> args() {
		return payload().args();
	}

	/**
	 * Returns the keyword arguments.
	 * @return an unmodifiable map, never {@code null}
	 */
	default Map<String, @Nullable Object> kwargs() {
		return payload().kwargs();
	}

	/**
	 * Returns what the router added, unknown keys included.
	 * @return the details
	 */
	InvocationDetails details();

	/**
	 * Returns the procedure that was called: the router's word, else what was registered.
	 * @return the procedure
	 */
	String procedure();

	/**
	 * Returns where progressive results go.
	 * @return the sink
	 */
	ProgressSink progress();

	/**
	 * Returns whether the handler shall stop. With mode {@code kill} the caller waits
	 * until it does: what the handler returns or throws is the answer, and an exception
	 * without a URI of its own becomes {@code wamp.error.canceled}. Otherwise the call is
	 * answered already, and what the handler returns is dropped.
	 * @return whether
	 */
	boolean isCanceled();

	/**
	 * Runs an action when the handler shall stop, at once if it shall already. A returned
	 * future is canceled anyway. Routers need not tell.
	 * @param action runs on the application executor
	 */
	void onCancel(Consumer<Interruption> action);

	/**
	 * Returns the registration that is called.
	 * @return the registration
	 */
	Registration registration();

	/**
	 * Returns the session that got the call.
	 * @return the session
	 */
	WampSession session();

}
