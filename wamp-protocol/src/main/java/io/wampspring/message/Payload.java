package io.wampspring.message;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Arguments and keyword arguments of a message, opaque on the road. A received payload is
 * still encoded and is decoded only when somebody asks, on the thread that asks, straight
 * into the type asked for. Immutable; may be used by many threads.
 * <p>
 * Absent elements are an empty list and an empty map, never {@code null}. Reading throws
 * {@link PayloadException} when the bytes cannot become the type.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/messages.md</a>
 */
public interface Payload {

	/** No arguments, no keyword arguments. */
	Payload EMPTY = new PlainPayload(List.of(), Map.of());

	/**
	 * Makes a payload of values that are encoded when the message is.
	 * @param args plain values, or what the mapper of the link can write
	 * @param kwargs the same by name
	 * @return the payload
	 */
	static Payload of(List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
		return (args.isEmpty() && kwargs.isEmpty()) ? EMPTY
				: new PlainPayload(new ArrayList<>(args), new LinkedHashMap<>(kwargs));
	}

	/**
	 * Makes a payload of positional arguments.
	 * @param args the arguments
	 * @return the payload
	 */
	static Payload of(@Nullable Object... args) {
		return of(Arrays.asList(args), Map.of());
	}

	/**
	 * Makes a payload of one binary that stands in place of the arguments
	 * ({@code enc_algo}).
	 * @param binary the bytes
	 * @return the payload
	 */
	static Payload ofBinary(byte[] binary) {
		return new BinaryPayload(binary);
	}

	/**
	 * Returns whether there is neither an argument nor a keyword argument. Does not
	 * decode.
	 * @return whether
	 */
	boolean isEmpty();

	/**
	 * Decodes all arguments as plain values.
	 * @return an unmodifiable list
	 */
	List<@Nullable Object> args();

	/**
	 * Decodes all keyword arguments as plain values.
	 * @return an unmodifiable map
	 */
	Map<String, @Nullable Object> kwargs();

	/**
	 * Decodes one argument.
	 * @param index its position
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the argument, {@code null} if it is {@code null} or absent
	 */
	<T> @Nullable T arg(int index, Type type);

	/**
	 * Decodes one keyword argument.
	 * @param name its name
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the argument, {@code null} if it is {@code null} or absent
	 */
	<T> @Nullable T kwarg(String name, Type type);

	/**
	 * Decodes the whole payload into one object, a record or a map: keywords by name,
	 * else positions by the order of the record's components.
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the object
	 */
	<T> @Nullable T as(Type type);

	/**
	 * Decodes what is there into one value, as results and events are read: nothing is
	 * {@code null}, one argument without keywords is that argument, anything else is read
	 * as a whole ({@link #as}).
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the value
	 */
	default <T> @Nullable T value(Type type) {
		List<@Nullable Object> args = args();
		if (args.size() > 1 || !kwargs().isEmpty()) {
			return as(type);
		}
		return args.isEmpty() ? null : arg(0, type);
	}

	/**
	 * Returns the one binary that stands in place of the arguments when the payload is
	 * encrypted or passed through ({@code enc_algo}).
	 * @return the bytes, {@code null} for an ordinary payload
	 */
	default byte @Nullable [] binary() {
		return null;
	}

}
