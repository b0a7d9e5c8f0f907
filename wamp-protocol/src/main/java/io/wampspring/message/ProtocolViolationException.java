package io.wampspring.message;

/**
 * The peer broke the protocol. The session ends with ABORT
 * {@code wamp.error.protocol_violation} and nothing that came after is processed.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/building_blocks.md, Protocol Errors</a>
 */
public class ProtocolViolationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was wrong; it is sent to the peer, so it holds no secrets
	 */
	public ProtocolViolationException(String message) {
		super(message);
	}

	/**
	 * Creates the exception.
	 * @param message what was wrong; it is sent to the peer, so it holds no secrets
	 * @param cause what the decoder said
	 */
	public ProtocolViolationException(String message, Throwable cause) {
		super(message, cause);
	}

}
