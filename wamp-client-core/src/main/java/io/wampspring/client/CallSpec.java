package io.wampspring.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.wampspring.options.CancelMode;
import org.jspecify.annotations.Nullable;

/**
 * A call being specified. Without arguments it sends none.
 * <p>
 * A typed result follows one rule: no arguments and no keywords are {@code null}, one
 * argument without keywords is the value, anything else is read as a whole (keywords by
 * name, else positions). An error of the callee or router is a {@link WampException}; an
 * expired call has the URI {@code wamp.error.timeout}.
 * <p>
 * The blocking methods fail at once with {@link IllegalStateException} when they are
 * called on the lane of a session or in an inline handler. Futures complete on the
 * application executor.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public interface CallSpec {

	/**
	 * Sets the positional arguments.
	 * @param args the arguments
	 * @return this
	 */
	CallSpec args(@Nullable Object... args);

	/**
	 * Adds a keyword argument.
	 * @param name its name
	 * @param value its value
	 * @return this
	 */
	CallSpec kwarg(String name, @Nullable Object value);

	/**
	 * Adds keyword arguments.
	 * @param kwargs values by name
	 * @return this
	 */
	CallSpec kwargs(Map<String, ? extends @Nullable Object> kwargs);

	/**
	 * Sets how long to wait for the result, or between progressive results.
	 * @param timeout zero waits for ever; the connection has a default
	 * @return this
	 * @throws IllegalArgumentException if it is negative
	 */
	CallSpec timeout(Duration timeout);

	/**
	 * Sets how {@code cancel} of the future cancels the call; {@code killnowait} unless
	 * set.
	 * @param mode the mode
	 * @return this
	 */
	CallSpec cancelMode(CancelMode mode);

	/**
	 * Sets an option of the CALL.
	 * @param key the key on the wire
	 * @param value a plain value
	 * @return this
	 */
	CallSpec option(String key, Object value);

	/**
	 * Asks for progressive results. They are delivered in order and all before the call
	 * completes: on the thread that waits in {@link #retrieve}, else on the application
	 * executor. A router that announces other features than this one makes it a plain
	 * call, and so does, in strict mode, one that announces none.
	 * @param type what each result becomes
	 * @param consumer gets them
	 * @param <P> the type
	 * @return this
	 */
	<P> CallSpec onProgress(Class<P> type, Consumer<? super P> consumer);

	/**
	 * Asks for progressive results; see {@link #onProgress(Class, Consumer)}.
	 * @param type what each result becomes
	 * @param consumer gets them
	 * @param <P> the type
	 * @return this
	 */
	<P> CallSpec onProgress(TypeRef<P> type, Consumer<? super P> consumer);

	/**
	 * Asks for progressive results; see {@link #onProgress(Class, Consumer)}.
	 * @param consumer gets arguments, keywords and details of each
	 * @return this
	 */
	CallSpec onProgress(Consumer<CallResult> consumer);

	/**
	 * Calls and waits.
	 * @param type what the result becomes
	 * @param <T> the type
	 * @return the result
	 * @throws WampException if the call failed
	 * @throws io.wampspring.message.PayloadException if the arguments cannot be encoded
	 * or the result is something else
	 */
	<T> @Nullable T retrieve(Class<T> type);

	/**
	 * Calls and waits; see {@link #retrieve(Class)}.
	 * @param type what the result becomes
	 * @param <T> the type
	 * @return the result
	 */
	<T> @Nullable T retrieve(TypeRef<T> type);

	/**
	 * Calls and waits; see {@link #retrieve(Class)}.
	 * @return arguments, keywords and details of the result
	 */
	CallResult retrieve();

	/**
	 * Calls. Canceling the future cancels the call and completes it at once with a
	 * {@link CallCanceledException}.
	 * @param type what the result becomes
	 * @param <T> the type
	 * @return the result to come
	 */
	<T> CompletableFuture<@Nullable T> retrieveAsync(Class<T> type);

	/**
	 * Calls; see {@link #retrieveAsync(Class)}.
	 * @param type what the result becomes
	 * @param <T> the type
	 * @return the result to come
	 */
	<T> CompletableFuture<@Nullable T> retrieveAsync(TypeRef<T> type);

	/**
	 * Calls; see {@link #retrieveAsync(Class)}.
	 * @return the result to come
	 */
	CompletableFuture<CallResult> retrieveAsync();

	/**
	 * Calls, with a handle that can cancel in any mode.
	 * @param type what the result becomes
	 * @param <T> the type
	 * @return the running call
	 */
	<T> WampCall<@Nullable T> startAsync(Class<T> type);

	/**
	 * Calls, with a handle that can cancel in any mode.
	 * @param type what the result becomes
	 * @param <T> the type
	 * @return the running call
	 */
	<T> WampCall<@Nullable T> startAsync(TypeRef<T> type);

	/**
	 * Calls, with a handle that can cancel in any mode.
	 * @return the running call
	 */
	WampCall<CallResult> startAsync();

}
