package io.wampspring.transport;

import org.jspecify.annotations.Nullable;

/**
 * How a link ended.
 *
 * @param clean whether the peers agreed to close (a WebSocket closing handshake, an
 * in-process close); a lost or broken transport is not clean
 * @param code the code that the transport gave, as far as it has one
 * @param reason a short text, empty when there is none
 * @param cause what broke the transport, {@code null} when nothing did
 */
public record LinkClosed(boolean clean, CloseCode code, String reason, @Nullable Throwable cause) {

	/**
	 * Returns a closing that both ends agreed to.
	 * @param code the code
	 * @param reason a short text
	 * @return the facts
	 */
	public static LinkClosed clean(CloseCode code, String reason) {
		return new LinkClosed(true, code, reason, null);
	}

	/**
	 * Returns a loss.
	 * @param reason a short text
	 * @param cause what broke the transport, {@code null} when nothing is known
	 * @return the facts
	 */
	public static LinkClosed lost(String reason, @Nullable Throwable cause) {
		return new LinkClosed(false, CloseCode.LOST, reason, cause);
	}

}
