package io.wampspring.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wampspring.message.Payload;
import io.wampspring.options.ResultDetails;
import org.jspecify.annotations.Nullable;

/**
 * A result of a call: what a caller gets, and what a handler returns that has several
 * values or keywords. A received one is decoded only when somebody asks. Immutable.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md</a>
 */
public final class CallResult {

	/** No values. */
	public static final CallResult EMPTY = new CallResult(Payload.EMPTY, ResultDetails.NONE);

	private final Payload payload;

	private final ResultDetails details;

	/**
	 * Wraps a payload.
	 * @param payload arguments and keywords
	 * @param details what came with them
	 */
	public CallResult(Payload payload, ResultDetails details) {
		this.payload = payload;
		this.details = details;
	}

	/**
	 * Makes a result of positional values.
	 * @param args the values
	 * @return the result
	 */
	public static CallResult of(@Nullable Object... args) {
		return new CallResult(Payload.of(args), ResultDetails.NONE);
	}

	/**
	 * Adds a keyword.
	 * @param name its name
	 * @param value its value
	 * @return a changed copy
	 */
	public CallResult kwarg(String name, @Nullable Object value) {
		Map<String, @Nullable Object> kwargs = new LinkedHashMap<>(kwargs());
		kwargs.put(name, value);
		return new CallResult(Payload.of(args(), kwargs), this.details);
	}

	/**
	 * Returns arguments and keywords, still encoded when they were received.
	 * @return the payload
	 */
	public Payload payload() {
		return this.payload;
	}

	/**
	 * Returns what came with the result, unknown keys included.
	 * @return the details
	 */
	public ResultDetails details() {
		return this.details;
	}

	/**
	 * Returns the positional values.
	 * @return an unmodifiable list
	 */
	public List<@Nullable Object> args() {
		return this.payload.args();
	}

	/**
	 * Returns the keywords.
	 * @return an unmodifiable map
	 */
	public Map<String, @Nullable Object> kwargs() {
		return this.payload.kwargs();
	}

	/**
	 * Returns one positional value.
	 * @param index its position
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the value, {@code null} if it is {@code null} or absent
	 */
	public <T> @Nullable T arg(int index, Class<T> type) {
		return this.payload.arg(index, type);
	}

	/**
	 * Returns one positional value.
	 * @param index its position
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the value, {@code null} if it is {@code null} or absent
	 */
	public <T> @Nullable T arg(int index, TypeRef<T> type) {
		return this.payload.arg(index, type.type());
	}

	/**
	 * Returns one keyword.
	 * @param name its name
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the value, {@code null} if it is {@code null} or absent
	 */
	public <T> @Nullable T kwarg(String name, Class<T> type) {
		return this.payload.kwarg(name, type);
	}

	/**
	 * Returns one keyword.
	 * @param name its name
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the value, {@code null} if it is {@code null} or absent
	 */
	public <T> @Nullable T kwarg(String name, TypeRef<T> type) {
		return this.payload.kwarg(name, type.type());
	}

	/**
	 * Reads the whole result into one object: keywords by name, else positions.
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the object
	 */
	public <T> @Nullable T as(Class<T> type) {
		return this.payload.as(type);
	}

	/**
	 * Reads the whole result into one object: keywords by name, else positions.
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the object
	 */
	public <T> @Nullable T as(TypeRef<T> type) {
		return this.payload.as(type.type());
	}

	@Override
	public String toString() {
		return "CallResult[" + this.payload + "]";
	}

}
