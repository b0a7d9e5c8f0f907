package io.wampspring.codec;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import io.wampspring.message.MessageReader;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.WampMessage;

/**
 * Messages to bytes and back, one side of one link. A client keeps the payload of what it
 * receives unread; a router checks all of it, since it will hand it to others. Of a key
 * that occurs twice in a dictionary the last value counts. May be used by many threads.
 *
 * @param <S> what this side sends
 * @param <R> what this side receives
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/building_blocks.md, Serializations; basic/messages.md</a>
 */
public final class MessageCodec<S extends WampMessage, R extends WampMessage> {

	/** Enough for most heads; the payload's size is known when it is put behind. */
	private static final int HEAD_CAPACITY = 96;

	/** Codes that the protocol leaves to extensions of implementations. */
	private static final int FIRST_EXTENSION = 256;

	private static final int LAST_EXTENSION = 1023;

	private final Mapping mapping;

	private final Format format;

	private final boolean strict;

	private final BiFunction<MessageType, MessageReader, R> reading;

	private MessageCodec(Mapping mapping, Format format, boolean strict,
			BiFunction<MessageType, MessageReader, R> reading) {
		this.mapping = mapping;
		this.format = format;
		this.strict = strict;
		this.reading = reading;
	}

	/**
	 * Makes the client's side of a link.
	 * @param serializer the negotiated serializer
	 * @param mapping how values are read and written
	 * @param limits what a message may cost
	 * @param mode how a router's oddities are taken
	 * @return the codec
	 */
	public static MessageCodec<MessageToRouter, MessageToClient> forClient(Serializer serializer, Mapping mapping,
			CodecLimits limits, ProtocolMode mode) {
		return new MessageCodec<>(mapping, mapping.format(serializer, limits), mode == ProtocolMode.STRICT,
				MessageType::readToClient);
	}

	/**
	 * Makes the router's side of a link. It checks all of what it receives, text
	 * included.
	 * @param serializer the negotiated serializer
	 * @param mapping how values are read and written
	 * @param limits what a message may cost
	 * @return the codec
	 */
	public static MessageCodec<MessageToClient, MessageToRouter> forRouter(Serializer serializer, Mapping mapping,
			CodecLimits limits) {
		return new MessageCodec<>(mapping, mapping.format(serializer, limits), true, MessageType::readToRouter);
	}

	/**
	 * Returns the serializer of the link.
	 * @return the serializer
	 */
	public Serializer serializer() {
		return this.format.serializer();
	}

	/**
	 * Encodes a message. A payload that is already encoded in the same serializer is
	 * copied as it is, one of another serializer is transcoded.
	 * @param message the message
	 * @return its bytes
	 * @throws PayloadException if a value cannot be written, or the message is larger
	 * than the limit
	 */
	public byte[] encode(S message) {
		try {
			ElementWriter writer = new ElementWriter(this.mapping, this.format,
					new ByteSink(HEAD_CAPACITY, this.format.limits().messageSize()));
			writer.id(message.type().code());
			message.writeTo(writer);
			return writer.finish();
		}
		catch (ByteSink.TooLargeException | JacksonException ex) {
			throw new PayloadException(message.type() + " cannot be written as " + serializer() + ": " + reason(ex),
					ex);
		}
	}

	private static String reason(RuntimeException cause) {
		return (cause instanceof JacksonException jackson) ? String.valueOf(jackson.getOriginalMessage())
				: String.valueOf(cause.getMessage());
	}

	/**
	 * Encodes a payload before the head of its message is known, on the caller's thread.
	 * @param args the arguments, {@code null} elements allowed
	 * @param kwargs the keyword arguments, {@code null} values allowed
	 * @return the encoded payload, {@link Payload#EMPTY} if there is nothing in it
	 * @throws PayloadException if a value cannot be written (the position says which), or
	 * together they are larger than the limit
	 */
	public Payload encode(List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
		return (args.isEmpty() && kwargs.isEmpty()) ? Payload.EMPTY
				: new PayloadWriter(this.mapping, this.format).write(args, kwargs);
	}

	/**
	 * Decodes a message. Its payload keeps the array, which therefore must not be changed
	 * afterwards.
	 * @param bytes holds the message
	 * @param offset where it begins
	 * @param length how long it is
	 * @return the message, {@code null} for a message of an extension type (256 to 1023)
	 * that a lenient client ignores
	 * @throws ProtocolViolationException if the bytes are not a message for this side;
	 * never anything else
	 */
	public @Nullable R decode(byte[] bytes, int offset, int length) {
		if (length > this.format.limits().messageSize()) {
			throw new ProtocolViolationException("a message of " + length + " bytes, more than the limit of "
					+ this.format.limits().messageSize() + " bytes");
		}
		try (ElementReader reader = new ElementReader(this.mapping, this.format,
				new Slice(bytes, offset, offset + length), this.strict)) {
			return decode(reader);
		}
		catch (ProtocolViolationException ex) {
			throw ex;
		}
		// whatever else a parser makes of hostile bytes concerns this link only
		catch (RuntimeException ex) {
			throw new ProtocolViolationException("not a message in " + serializer() + Tokens.reason(ex), ex);
		}
	}

	private @Nullable R decode(ElementReader reader) {
		long code = reader.code();
		if (!this.strict && code >= FIRST_EXTENSION && code <= LAST_EXTENSION) {
			return null;
		}
		MessageType type = MessageType.of(code);
		reader.enter(type);
		R message = this.reading.apply(type, reader);
		reader.end();
		return message;
	}

}
