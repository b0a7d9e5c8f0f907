package io.wampspring.codec;

/**
 * How a client takes a peer's oddities. A router is always strict about what it forwards.
 */
public enum ProtocolMode {

	/**
	 * Checks the head of a message, ignores surplus elements and messages of extension
	 * types, and finds a broken payload when it is read: it concerns that message only.
	 */
	LENIENT,

	/**
	 * Checks the whole message when it arrives; whatever the protocol does not define is
	 * a violation.
	 */
	STRICT

}
