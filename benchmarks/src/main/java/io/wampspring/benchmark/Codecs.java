package io.wampspring.benchmark;

import java.util.Objects;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.MessageCodec;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;

/** Both ends of a link with the defaults of the product. */
final class Codecs {

	private final Mapping mapping = Mapping.standard();

	private final MessageCodec<MessageToRouter, MessageToClient> client;

	private final MessageCodec<MessageToClient, MessageToRouter> router;

	Codecs(Serializer serializer) {
		this.client = MessageCodec.forClient(serializer, this.mapping, CodecLimits.defaults(), ProtocolMode.LENIENT);
		this.router = MessageCodec.forRouter(serializer, this.mapping, CodecLimits.defaults());
	}

	Mapping mapping() {
		return this.mapping;
	}

	MessageCodec<MessageToRouter, MessageToClient> client() {
		return this.client;
	}

	MessageCodec<MessageToClient, MessageToRouter> router() {
		return this.router;
	}

	MessageToClient atClient(byte[] bytes) {
		return Objects.requireNonNull(this.client.decode(bytes, 0, bytes.length));
	}

	MessageToRouter atRouter(byte[] bytes) {
		return Objects.requireNonNull(this.router.decode(bytes, 0, bytes.length));
	}

}
