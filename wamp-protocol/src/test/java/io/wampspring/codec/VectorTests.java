package io.wampspring.codec;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.wampspring.message.MessageType;
import io.wampspring.message.WampMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** The official vectors, both ways. */
class VectorTests {

	private static final int SAMPLES = 31;

	@ParameterizedTest
	@EnumSource
	void everyVariantOfEverySampleIsDecoded(Serializer serializer) {
		int variants = 0;
		for (Vectors.Sample sample : Vectors.samples()) {
			WampMessage expected = VectorMessages.of(sample.attributes());
			for (byte[] bytes : sample.variants().get(serializer)) {
				List<WampMessage> received = Codecs.decodeOnEverySide(serializer, bytes);
				assertThat(received).as(sample.description()).isNotEmpty();
				received.forEach((message) -> assertSame(message, expected));
				variants++;
			}
		}
		assertThat(variants).isEqualTo((serializer == Serializer.JSON) ? 52 : SAMPLES);
	}

	@ParameterizedTest
	@EnumSource
	void everySampleIsEncodedAsOneOfItsVariants(Serializer serializer) {
		int sameBytes = 0;
		int sameTree = 0;
		for (Vectors.Sample sample : Vectors.samples()) {
			WampMessage message = VectorMessages.of(sample.attributes());
			byte[] encoded = Codecs.encode(serializer, message);
			List<byte[]> variants = sample.variants().get(serializer);
			if (variants.stream().anyMatch((variant) -> Arrays.equals(variant, encoded))) {
				sameBytes++;
			}
			else {
				// one sample lists its attributes in another order than its bytes do
				assertThat(variants).allMatch((variant) -> variant.length == encoded.length);
				Codecs.decodeOnEverySide(serializer, encoded).forEach((again) -> assertSame(again, message));
				sameTree++;
			}
		}
		assertThat(sameBytes).isEqualTo(SAMPLES - 1);
		assertThat(sameTree).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	void everyReceivedSampleIsSentOnInEverySerializer(Serializer from) {
		int samples = 0;
		for (Vectors.Sample sample : Vectors.samples()) {
			WampMessage expected = VectorMessages.of(sample.attributes());
			for (WampMessage message : Codecs.decodeOnEverySide(from, sample.variants().get(from).get(0))) {
				for (Serializer to : Serializer.values()) {
					byte[] encoded = Codecs.encode(to, message);
					Codecs.decodeOnEverySide(to, encoded).forEach((again) -> assertSame(again, expected));
				}
			}
			samples++;
		}
		assertThat(samples).isEqualTo(SAMPLES);
	}

	@Test
	void theVectorsHoldAllMessagesButCancelAndInterrupt() {
		EnumSet<MessageType> types = EnumSet.noneOf(MessageType.class);
		Vectors.samples().forEach((sample) -> types.add(VectorMessages.of(sample.attributes()).type()));
		assertThat(EnumSet.complementOf(types)).containsExactly(MessageType.CANCEL, MessageType.INTERRUPT);
	}

	private static void assertSame(WampMessage actual, WampMessage expected) {
		assertThat(Elements.of(actual)).isEqualTo(Elements.of(expected));
	}

}
