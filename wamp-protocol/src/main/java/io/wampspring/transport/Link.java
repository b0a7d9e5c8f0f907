package io.wampspring.transport;

import io.wampspring.lane.Lane;
import io.wampspring.message.Payload;
import io.wampspring.message.WampMessage;
import io.wampspring.codec.Serializer;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One open transport, seen from one end: what arrives goes to the {@link LinkListener}
 * that the {@link LinkOpener} gave, on the link's lane.
 *
 * @param <S> the messages this end sends
 */
public interface Link<S extends WampMessage> {

	/**
	 * Sends a message after those sent before. Never blocks. Called on the link's lane
	 * only by a client; a router calls it from the lane of the realm, so a link accepts
	 * one caller at a time, whatever its thread. When the peer reads too slowly the
	 * bounded queue overflows and the link closes ({@link CloseCode#OVERLOADED}).
	 * @param message the message
	 * @throws io.wampspring.message.PayloadException if it cannot be encoded or is larger
	 * than the limit; nothing was sent then
	 */
	void send(S message);

	/**
	 * Sends what was sent before, then closes. Does nothing the second time. The listener
	 * hears {@link LinkListener#onClosed} once, after this or after a loss.
	 * @param code why, for the peer's transport
	 * @param reason a short text for the peer's transport and for logs
	 */
	void close(CloseCode code, String reason);

	/**
	 * Encodes a payload as this link will send it. May be called by any thread.
	 * @param args the arguments
	 * @param kwargs the keyword arguments
	 * @return the encoded payload
	 * @throws io.wampspring.message.PayloadException if a value cannot be encoded
	 */
	Payload encode(List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs);

	/**
	 * Returns the serial executor on which the listener is called.
	 * @return the lane
	 */
	Lane lane();

	/**
	 * Returns what is known about the transport.
	 * @return the facts
	 */
	LinkInfo info();

	/**
	 * Returns how this link encodes messages.
	 * @return the serializer
	 */
	default Serializer serializer() {
		return info().serializer();
	}

	/**
	 * Returns whether the outbound queue is below its high-water mark. Who sends
	 * voluntarily (a publisher, a caller) waits while it is not, off the lane; replies
	 * are sent all the same. {@link LinkListener#onWritable} tells when it is again.
	 * @return whether; may be asked by any thread
	 */
	default boolean isWritable() {
		return true;
	}

	/**
	 * Stops or resumes reading from the peer (back-pressure). Keep-alive goes on. A link
	 * that cannot stop goes on reading.
	 * @param on whether to read; true at the start
	 */
	default void setReading(boolean on) {
	}

}
