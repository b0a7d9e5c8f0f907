package io.wampspring.codec;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.WampMessage;

/** The codecs of both sides in short words. */
final class Codecs {

	static final Mapping MAPPING = Mapping.standard();

	static final CodecLimits LIMITS = CodecLimits.defaults();

	private Codecs() {
	}

	static MessageCodec<MessageToRouter, MessageToClient> client(Serializer serializer) {
		return MessageCodec.forClient(serializer, MAPPING, LIMITS, ProtocolMode.LENIENT);
	}

	static MessageCodec<MessageToRouter, MessageToClient> strictClient(Serializer serializer) {
		return MessageCodec.forClient(serializer, MAPPING, LIMITS, ProtocolMode.STRICT);
	}

	static MessageCodec<MessageToClient, MessageToRouter> router(Serializer serializer) {
		return MessageCodec.forRouter(serializer, MAPPING, LIMITS);
	}

	static List<MessageCodec<?, ?>> all(Serializer serializer) {
		return List.of(router(serializer), client(serializer), strictClient(serializer));
	}

	static <R extends WampMessage> @Nullable R decode(MessageCodec<?, R> codec, byte[] bytes) {
		return codec.decode(bytes, 0, bytes.length);
	}

	/** What each side that may receive the bytes makes of them. */
	static List<WampMessage> decodeOnEverySide(Serializer serializer, byte[] bytes) {
		List<WampMessage> messages = new ArrayList<>();
		for (MessageCodec<?, ?> codec : all(serializer)) {
			try {
				WampMessage message = decode(codec, bytes);
				if (message != null) {
					messages.add(message);
				}
			}
			catch (ProtocolViolationException ex) {
				if (!String.valueOf(ex.getMessage()).contains("is not a message that a")) {
					throw ex;
				}
			}
		}
		return messages;
	}

	static byte[] encode(Serializer serializer, WampMessage message) {
		return (message instanceof MessageToRouter toRouter) ? client(serializer).encode(toRouter)
				: router(serializer).encode((MessageToClient) message);
	}

}
