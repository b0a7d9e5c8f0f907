package io.wampspring.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;

/**
 * The method {@code ticket}: the signature is the secret itself, so there is no
 * mathematics but the comparison.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/authentication_ticket.md</a>
 */
public final class Ticket {

	/** The name of the method on the wire. */
	public static final String METHOD = "ticket";

	private Ticket() {
	}

	/**
	 * Compares a ticket. How long it takes tells neither how much of the ticket was right
	 * nor whether there is one.
	 * @param expected the right ticket, {@code null} if nobody has one
	 * @param given the signature of the AUTHENTICATE
	 * @return whether they are equal
	 */
	public static boolean matches(@Nullable String expected, String given) {
		byte[] right = digest((expected != null) ? expected : "");
		boolean equal = MessageDigest.isEqual(right, digest(given));
		return equal && expected != null;
	}

	/** Digests have one length, whatever the length of the tickets. */
	private static byte[] digest(String ticket) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
