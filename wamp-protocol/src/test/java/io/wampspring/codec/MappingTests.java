package io.wampspring.codec;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import io.wampspring.message.Payload;
import io.wampspring.message.Result;

import static org.assertj.core.api.Assertions.assertThat;

/** The application's mapper decides how types map, in all formats alike. */
class MappingTests {

	record Money(long cents) {

	}

	record Order(String orderId, Money total, @Nullable String note, Instant placedAt) {

	}

	interface OrderMixin {

		@JsonProperty("ref")
		String orderId();

	}

	private static final Order ORDER = new Order("a1", new Money(1234), null, Instant.parse("2024-05-06T07:08:09Z"));

	private static JsonMapper mapper() {
		SimpleModule module = new SimpleModule();
		module.addSerializer(Money.class, new StdSerializer<>(Money.class) {
			@Override
			public void serialize(Money value, JsonGenerator generator, SerializationContext context) {
				generator.writeString(value.cents() / 100 + "." + value.cents() % 100);
			}
		});
		module.addDeserializer(Money.class, new StdDeserializer<>(Money.class) {
			@Override
			public Money deserialize(JsonParser parser, DeserializationContext context) {
				return new Money(Long.parseLong(parser.getString().replace(".", "")));
			}
		});
		return JsonMapper.builder()
			.addModule(module)
			.addMixIn(Order.class, OrderMixin.class)
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.enable(SerializationFeature.INDENT_OUTPUT)
			.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
			.build();
	}

	@ParameterizedTest
	@EnumSource
	void modulesMixInsAndSettingsCountInEveryFormat(Serializer serializer) {
		Mapping mapping = Mapping.of(mapper());
		MessageCodec<?, ?> client = MessageCodec.forClient(serializer, mapping, Codecs.LIMITS, ProtocolMode.LENIENT);
		Payload sent = client.encode(List.of(ORDER), Map.of("order", ORDER));
		byte[] bytes = MessageCodec.forRouter(serializer, mapping, Codecs.LIMITS).encode(new Result(1, Map.of(), sent));
		Payload received = ((Result) Codecs.decode(client, bytes)).payload();
		Map<String, String> tree = Map.of("ref", "a1", "total", "12.34", "placed_at", "2024-05-06T07:08:09Z");
		assertThat(received.args()).isEqualTo(List.of(tree));
		assertThat(received.<Order>arg(0, Order.class)).isEqualTo(ORDER);
		assertThat(received.<Order>kwarg("order", Order.class)).isEqualTo(ORDER);
		Payload positions = ((Result) Codecs.decode(client,
				MessageCodec.forRouter(serializer, mapping, Codecs.LIMITS)
					.encode(new Result(1, Map.of(), Payload.of("a1", "12.34", null, "2024-05-06T07:08:09Z")))))
			.payload();
		assertThat(positions.<Order>as(Order.class)).isEqualTo(ORDER);
		if (serializer == Serializer.JSON) {
			assertThat(bytes).asString().doesNotContain("\n").doesNotContain(" ");
		}
	}

	@ParameterizedTest
	@EnumSource
	void settingsOfTheMapperCountForUntypedValues(Serializer serializer) {
		Mapping mapping = Mapping.of(JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build());
		MessageCodec<?, ?> client = MessageCodec.forClient(serializer, mapping, Codecs.LIMITS, ProtocolMode.LENIENT);
		byte[] bytes = Codecs.router(serializer).encode(new Result(1, Map.of(), Payload.of(5, List.of(6))));
		assertThat(((Result) Codecs.decode(client, bytes)).payload().args()).isEqualTo(List.of(5L, List.of(6L)));
	}

	@ParameterizedTest
	@EnumSource
	void theMapperOfTheApplicationIsUnchanged(Serializer serializer) {
		JsonMapper mapper = mapper();
		String before = mapper.writeValueAsString(Map.of("bytes", new byte[] { 1 }));
		MessageCodec<?, ?> client = MessageCodec.forClient(serializer, Mapping.of(mapper), Codecs.LIMITS,
				ProtocolMode.LENIENT);
		client.encode(List.of(new byte[] { 1 }), Map.of());
		assertThat(mapper.writeValueAsString(Map.of("bytes", new byte[] { 1 }))).isEqualTo(before).contains("AQ==");
		assertThat(mapper.isEnabled(SerializationFeature.INDENT_OUTPUT)).isTrue();
	}

}
