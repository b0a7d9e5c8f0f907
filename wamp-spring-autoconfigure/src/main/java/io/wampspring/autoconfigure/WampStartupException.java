package io.wampspring.autoconfigure;

import java.time.Duration;

import io.wampspring.client.ConnectionClosed;
import org.jspecify.annotations.Nullable;

/**
 * There is no session at the start, and {@code wamp.startup.failure-policy} is
 * {@code fail}.
 */
public class WampStartupException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String address;

	private final String realm;

	private final transient @Nullable ConnectionClosed closed;

	WampStartupException(String address, String realm, Duration timeout, @Nullable ConnectionClosed closed) {
		super("No session in realm '" + realm + "' of the router at " + address + " within " + timeout.toMillis()
				+ " ms", (closed != null) ? closed.cause() : null);
		this.address = address;
		this.realm = realm;
		this.closed = closed;
	}

	/**
	 * Returns what was connected to.
	 * @return the URLs, without user info
	 */
	public String address() {
		return this.address;
	}

	/**
	 * Returns the realm that was asked for.
	 * @return the realm
	 */
	public String realm() {
		return this.realm;
	}

	/**
	 * Returns the last failure.
	 * @return the failure, {@code null} if the first attempt had not ended
	 */
	public @Nullable ConnectionClosed closed() {
		return this.closed;
	}

}
