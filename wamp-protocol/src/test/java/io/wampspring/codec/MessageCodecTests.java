package io.wampspring.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.wampspring.message.Call;
import io.wampspring.message.Event;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.Welcome;

import static org.assertj.core.api.Assertions.assertThat;

/** One message at a time, from bytes and to bytes. */
class MessageCodecTests {

	private static final CodecLimits LIMITS = CodecLimits.defaults();

	private final Mapping mapping = Mapping.standard();

	record Order(String id, int count) {

	}

	private MessageCodec<MessageToRouter, MessageToClient> client(Serializer serializer) {
		return MessageCodec.forClient(serializer, this.mapping, LIMITS, ProtocolMode.LENIENT);
	}

	private MessageCodec<MessageToClient, MessageToRouter> router(Serializer serializer) {
		return MessageCodec.forRouter(serializer, this.mapping, LIMITS);
	}

	@ParameterizedTest
	@EnumSource
	void callCrossesTheWire(Serializer serializer) {
		Payload payload = client(serializer).encode(Arrays.asList(1, null, "x", new Order("a", 3)),
				Map.of("k", List.of(1.5)));
		byte[] bytes = client(serializer)
			.encode(new Call(7, Map.of("timeout", 1000L, "x_list", List.of("a")), "com.example.add2", payload));
		Call call = (Call) router(serializer).decode(bytes, 0, bytes.length);
		assertThat(call.request()).isEqualTo(7);
		assertThat(call.options()).isEqualTo(Map.of("timeout", 1000L, "x_list", List.of("a")));
		assertThat(call.procedure()).isEqualTo("com.example.add2");
		assertThat(call.payload().<Integer>arg(0, int.class)).isEqualTo(1);
		assertThat(call.payload().<Order>arg(3, Order.class)).isEqualTo(new Order("a", 3));
		assertThat(call.payload().args()).isEqualTo(Arrays.asList(1, null, "x", Map.of("id", "a", "count", 3)));
		assertThat(call.payload().kwargs()).isEqualTo(Map.of("k", List.of(1.5)));
		byte[] event = router(serializer).encode(new Event(1, 2, Map.of(), call.payload()));
		Event received = (Event) client(serializer).decode(event, 0, event.length);
		assertThat(received.payload().args()).isEqualTo(call.payload().args());
		assertThat(received.payload().kwargs()).isEqualTo(call.payload().kwargs());
	}

	@Test
	void welcomeIsReadFromText() {
		byte[] bytes = "[2, 123, {\"roles\":{\"broker\":{}}}]".getBytes(StandardCharsets.UTF_8);
		assertThat(client(Serializer.JSON).decode(bytes, 0, bytes.length))
			.isEqualTo(new Welcome(123, Map.of("roles", Map.of("broker", Map.of()))));
	}

}
