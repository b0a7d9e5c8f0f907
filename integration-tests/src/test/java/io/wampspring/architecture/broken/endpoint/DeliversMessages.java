package io.wampspring.architecture.broken.endpoint;

import io.wampspring.architecture.broken.message.WampMessage;

/**
 * Takes the place of a session.
 */
public final class DeliversMessages {

	/**
	 * Delivers.
	 * @param message the message
	 */
	public void deliver(WampMessage message) {
		message.deliverTo();
	}

}
