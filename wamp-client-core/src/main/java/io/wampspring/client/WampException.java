package io.wampspring.client;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

/**
 * An error of the protocol: a URI with arguments and keywords. The URI is data; there is
 * no class per URI. Thrown at callers, and thrown by handlers to answer with exactly that
 * error.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/remote_procedure_call.md, Call Errors</a>
 */
public class WampException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String uri;

	private final transient Payload payload;

	/**
	 * Creates an error.
	 * @param uri what went wrong
	 * @param args positional arguments
	 */
	public WampException(String uri, @Nullable Object... args) {
		this(uri, Arrays.asList(args), Map.of());
	}

	/**
	 * Creates an error.
	 * @param uri what went wrong
	 * @param args positional arguments
	 * @param kwargs keyword arguments
	 */
	public WampException(String uri, List<? extends @Nullable Object> args,
			Map<String, ? extends @Nullable Object> kwargs) {
		this(uri, Payload.of(args, kwargs), null);
	}

	/**
	 * Creates an error.
	 * @param uri what went wrong
	 * @param payload arguments and keywords, encoded or not
	 * @param cause what led to it, never sent
	 */
	public WampException(String uri, Payload payload, @Nullable Throwable cause) {
		super(uri, cause);
		this.uri = uri;
		this.payload = payload;
	}

	/**
	 * Returns the URI, with the URI of a canceled call always in the one spelling
	 * {@code wamp.error.canceled}.
	 * @return what went wrong
	 */
	public String uri() {
		return ErrorUris.CANCELLED.equals(this.uri) ? ErrorUris.CANCELED : this.uri;
	}

	/**
	 * Returns arguments and keywords, still encoded when they were received.
	 * @return the payload
	 */
	public Payload payload() {
		// It does not survive Java serialization.
		return (this.payload != null) ? this.payload : Payload.EMPTY;
	}

	/**
	 * Returns the positional arguments.
	 * @return an unmodifiable list
	 */
	public List<@Nullable Object> args() {
		return payload().args();
	}

	/**
	 * Returns the keyword arguments.
	 * @return an unmodifiable map
	 */
	public Map<String, @Nullable Object> kwargs() {
		return payload().kwargs();
	}

	/**
	 * Returns one positional argument.
	 * @param index its position
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the argument, {@code null} if it is {@code null} or absent
	 */
	public <T> @Nullable T arg(int index, Class<T> type) {
		return payload().arg(index, type);
	}

	/**
	 * Returns one keyword argument.
	 * @param name its name
	 * @param type what to make of it
	 * @param <T> the type
	 * @return the argument, {@code null} if it is {@code null} or absent
	 */
	public <T> @Nullable T kwarg(String name, Class<T> type) {
		return payload().kwarg(name, type);
	}

	/**
	 * Returns the URI, and the first argument if it is a text.
	 */
	@Override
	public String getMessage() {
		return (text() instanceof String text) ? uri() + ": " + text : uri();
	}

	private @Nullable Object text() {
		try {
			List<@Nullable Object> args = args();
			return args.isEmpty() ? null : args.get(0);
		}
		catch (PayloadException ex) {
			return null;
		}
	}

}
