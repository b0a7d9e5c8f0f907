package io.wampspring.router.config;

import java.time.Duration;

import io.wampspring.codec.CodecLimits;
import io.wampspring.transport.OutboundLimits;
import io.wampspring.uri.UriRules;

/**
 * What one router, and one session in it, may use. Trusted sessions count for no limit of
 * the router, for those of a session they do.
 *
 * @param messageSize the greatest message that is received, in bytes
 * @param outbound what may wait for a session that reads slowly; beyond it the session is
 * closed
 * @param sessions how many links may be open at a time, joined or not
 * @param endpoints how many subscriptions and registrations a session may have together
 * @param pendingCalls how many calls of a session may wait for their result
 * @param uriLength the greatest length of a topic or procedure, in characters
 * @param helloTimeout how long a link may be open without HELLO
 * @param authenticateTimeout how long the answer to a CHALLENGE may take
 * @param leaveTimeout how long the answer to a GOODBYE may take
 */
public record RouterLimits(int messageSize, OutboundLimits outbound, int sessions, int endpoints, int pendingCalls,
		int uriLength, Duration helloTimeout, Duration authenticateTimeout, Duration leaveTimeout) {

	/**
	 * 1 MiB a message, {@link OutboundLimits#DEFAULT}, 1,000 sessions, 10,000 endpoints
	 * and pending calls a session, URIs of 1,024 characters, 5 seconds to join, 1 second
	 * to leave.
	 */
	public static final RouterLimits DEFAULT = new RouterLimits(1 << 20, OutboundLimits.DEFAULT, 1_000, 10_000, 10_000,
			UriRules.MAX_LENGTH, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1));

	/**
	 * Checks the values.
	 * @throws IllegalArgumentException if one is out of range; the message names it
	 */
	public RouterLimits {
		requirePositive("message-size", messageSize);
		requirePositive("sessions", sessions);
		requirePositive("endpoints", endpoints);
		requirePositive("pending-calls", pendingCalls);
		requirePositive("uri-length", uriLength);
		if (uriLength > UriRules.MAX_LENGTH) {
			throw new IllegalArgumentException(
					"The router's limit uri-length must be at most " + UriRules.MAX_LENGTH + ": " + uriLength);
		}
		requirePositive("hello-timeout", helloTimeout.toMillis());
		requirePositive("authenticate-timeout", authenticateTimeout.toMillis());
		requirePositive("leave-timeout", leaveTimeout.toMillis());
	}

	/**
	 * Returns the limits for the codecs of links that strangers open.
	 * @return the limits, with {@link #messageSize}
	 */
	public CodecLimits codec() {
		return CodecLimits.defaults().withMessageSize(this.messageSize);
	}

	private static void requirePositive(String name, long value) {
		if (value < 1) {
			throw new IllegalArgumentException("The router's limit " + name + " must be positive: " + value);
		}
	}

}
