package io.wampspring.transport;

import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.WampMessage;

/**
 * What hears of a link, on the link's lane, one call at a time and in the order of the
 * wire.
 *
 * @param <R> the messages this end receives
 */
public interface LinkListener<R extends WampMessage> {

	/**
	 * A message arrived.
	 * @param message the message
	 */
	void onMessage(R message);

	/**
	 * Something arrived that is no message. Nothing that came after it is delivered. The
	 * listener answers with ABORT and closes the link.
	 * @param violation what was wrong
	 */
	void onViolation(ProtocolViolationException violation);

	/**
	 * A message of an extension type (256 to 1023) arrived and was ignored.
	 */
	default void onExtension() {
	}

	/**
	 * The outbound queue was above its high-water mark and is below its low-water mark
	 * again.
	 */
	default void onWritable() {
	}

	/**
	 * The link is gone. The last call, made exactly once.
	 * @param closed how it ended
	 */
	void onClosed(LinkClosed closed);

}
