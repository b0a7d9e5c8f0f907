package io.wampspring.codec;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.wampspring.message.Event;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Publish;
import io.wampspring.message.Subscribe;
import io.wampspring.message.WampMessage;
import io.wampspring.options.EventDetails;
import io.wampspring.options.PublishOptions;
import io.wampspring.options.SubscribeOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The official validation samples: the codec and the options of the message together. */
class ValidationSampleTests {

	@ParameterizedTest
	@EnumSource
	@Tag("E-32")
	void everySampleIsAcceptedOrItsAttributeIsNamed(Serializer serializer) {
		int accepted = 0;
		int refused = 0;
		for (Vectors.Validation sample : Vectors.validations()) {
			byte[] bytes = WildEncoder.encode(serializer, 1, withBinary(sample.elements()));
			String attribute = sample.violation();
			if (attribute == null) {
				read(serializer, bytes);
				accepted++;
			}
			else {
				assertThatExceptionOfType(ProtocolViolationException.class).as(sample.description())
					.isThrownBy(() -> read(serializer, bytes))
					.withMessageContaining(attribute);
				refused++;
			}
		}
		assertThat(accepted).isEqualTo(39);
		assertThat(refused).isEqualTo(28);
	}

	/** The samples write a binary payload as hexadecimal text. */
	private static List<@Nullable Object> withBinary(List<Object> elements) {
		List<@Nullable Object> converted = new ArrayList<>(elements);
		boolean encrypted = elements.stream()
			.anyMatch((element) -> element instanceof Map<?, ?> options && options.containsKey("enc_algo"));
		int last = elements.size() - 1;
		if (encrypted && last == 4 && elements.get(last) instanceof String hex) {
			converted.set(last, HexFormat.of().parseHex(hex));
		}
		return converted;
	}

	private static void read(Serializer serializer, byte[] bytes) {
		List<WampMessage> messages = Codecs.decodeOnEverySide(serializer, bytes);
		assertThat(messages).isNotEmpty();
		messages.forEach(ValidationSampleTests::readOptions);
	}

	private static void readOptions(WampMessage message) {
		switch (message.type()) {
			case PUBLISH -> PublishOptions.from(((Publish) message).options());
			case SUBSCRIBE -> SubscribeOptions.from(((Subscribe) message).options());
			case EVENT -> EventDetails.from(((Event) message).details());
			default -> throw new IllegalArgumentException("There are no such samples: " + message.type());
		}
	}

}
