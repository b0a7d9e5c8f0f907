package io.wampspring.message;

/**
 * One WAMP message: immutable wire truth. Who sent it is never part of it.
 */
public sealed interface WampMessage permits MessageToRouter, MessageToClient {

	/**
	 * Returns the row of the message table that this message belongs to.
	 * @return the type
	 */
	MessageType type();

	/**
	 * Writes the elements after the code, in their order.
	 * @param out receives the elements
	 */
	void writeTo(MessageWriter out);

}
