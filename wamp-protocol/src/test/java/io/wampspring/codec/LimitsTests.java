package io.wampspring.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.wampspring.message.Call;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Each limit, at its last value that passes and at the first one that does not. */
class LimitsTests {

	private static MessageCodec<MessageToClient, MessageToRouter> router(Serializer serializer, CodecLimits limits) {
		return MessageCodec.forRouter(serializer, Codecs.MAPPING, limits);
	}

	private static MessageCodec<MessageToRouter, MessageToClient> client(Serializer serializer, CodecLimits limits) {
		return MessageCodec.forClient(serializer, Codecs.MAPPING, limits, ProtocolMode.LENIENT);
	}

	private static void assertAtLimit(Serializer serializer, CodecLimits limits, Object passes, Object fails) {
		byte[] good = WildEncoder.encode(serializer, 1, List.of(48L, 1L, Map.of(), "x", List.of(passes)));
		byte[] bad = WildEncoder.encode(serializer, 1, List.of(48L, 1L, Map.of(), "x", List.of(fails)));
		assertThat(Codecs.decode(router(serializer, limits), good)).isInstanceOf(Call.class);
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> Codecs.decode(router(serializer, limits), bad))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("StreamReadConstraints").contains(": "));
		byte[] option = WildEncoder.encode(serializer, 1, List.of(48L, 1L, Map.of("o", List.of(fails)), "x"));
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> Codecs.decode(router(serializer, limits), option));
		byte[] result = WildEncoder.encode(serializer, 1, List.of(50L, 1L, Map.of(), List.of(fails)));
		Payload payload = ((Result) Codecs.decode(client(serializer, limits), result)).payload();
		assertThatExceptionOfType(PayloadException.class).isThrownBy(payload::args);
	}

	private static Object nested(int depth) {
		Object value = List.of();
		for (int i = 1; i < depth; i++) {
			value = (i % 2 == 0) ? List.of(value) : Map.of("k", value);
		}
		return value;
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-135")
	void depth(Serializer serializer) {
		// the message is the first level, the list of arguments the second
		assertAtLimit(serializer, CodecLimits.defaults().withDepth(10), nested(8), nested(11));
		assertAtLimit(serializer, CodecLimits.defaults(), nested(98), nested(101));
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-135")
	void whatCouldNotBeReadIsNotSent(Serializer serializer) {
		MessageCodec<MessageToRouter, MessageToClient> client = client(serializer, CodecLimits.defaults());
		Payload deepest = client.encode(List.of(nested(98)), Map.of());
		byte[] call = client.encode(new Call(1, Map.of(), "x", deepest));
		assertThat(Codecs.decode(router(serializer, CodecLimits.defaults()), call)).isNotNull();
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> client.encode(List.of(nested(99)), Map.of()));
		List<Object> endless = new ArrayList<>();
		endless.add(endless);
		assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> client.encode(List.of(endless), Map.of()));
		Map<String, Object> options = new HashMap<>();
		options.put("self", options);
		assertThatExceptionOfType(PayloadException.class)
			.isThrownBy(() -> client.encode(new Call(1, options, "x", Payload.EMPTY)));
	}

	@ParameterizedTest
	@EnumSource
	void stringLength(Serializer serializer) {
		CodecLimits limits = CodecLimits.defaults().withStringLength(1000);
		assertAtLimit(serializer, limits, "a".repeat(1000), "a".repeat(1001));
		assertAtLimit(serializer, limits, Map.of("a".repeat(1000), 1L), Map.of("a".repeat(1001), 1L));
	}

	@Test
	void numberLength() {
		CodecLimits limits = CodecLimits.defaults().withNumberLength(30);
		byte[] good = Raw.of(Serializer.JSON).call(Raw.text("[" + "1".repeat(30) + "]"));
		byte[] bad = Raw.of(Serializer.JSON).call(Raw.text("[" + "1".repeat(31) + "]"));
		assertThat(Codecs.decode(router(Serializer.JSON, limits), good)).isNotNull();
		assertThatExceptionOfType(ProtocolViolationException.class)
			.isThrownBy(() -> Codecs.decode(router(Serializer.JSON, limits), bad));
	}

	@ParameterizedTest
	@EnumSource
	void elements(Serializer serializer) {
		List<Long> many = new ArrayList<>();
		for (long i = 0; i < 2000; i++) {
			many.add(i);
		}
		assertAtLimit(serializer, CodecLimits.defaults().withElements(1000), many.subList(0, 900), many);
	}

	@Test
	void limitsHaveRanges() {
		CodecLimits limits = CodecLimits.defaults();
		assertThat(limits.messageSize()).isEqualTo(16 * 1024 * 1024);
		assertThat(limits.withMessageSize(1 << 20).messageSize()).isEqualTo(1 << 20);
		assertThatIllegalArgumentException().isThrownBy(() -> limits.withMessageSize(0));
		assertThatIllegalArgumentException().isThrownBy(() -> limits.withStringLength(0));
		assertThatIllegalArgumentException().isThrownBy(() -> limits.withNumberLength(0));
		assertThatIllegalArgumentException().isThrownBy(() -> limits.withElements(0));
		assertThatIllegalArgumentException().isThrownBy(() -> limits.withDepth(1));
		assertThatIllegalArgumentException().isThrownBy(() -> limits.withDepth(501));
	}

}
