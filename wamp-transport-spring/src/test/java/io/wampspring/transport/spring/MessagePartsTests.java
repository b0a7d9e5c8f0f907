package io.wampspring.transport.spring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessagePartsTests {

	private final MessageParts parts = new MessageParts(10);

	@Test
	@Tag("E-37")
	void aTextCutWithinACharacterIsJoined() throws Exception {
		String text = "a😀ä";
		byte[] whole = text.getBytes(StandardCharsets.UTF_8);
		for (int cut = 0; cut <= text.length(); cut++) {
			assertThat(this.parts.add(text.substring(0, cut), false)).isNull();
			assertThat(this.parts.add(text.substring(cut), true)).isEqualTo(whole);
		}
	}

	@Test
	@Tag("E-37")
	void aBinaryMessageInPartsIsJoined() throws Exception {
		assertThat(this.parts.add(ByteBuffer.wrap(new byte[] { 1 }), false)).isNull();
		assertThat(this.parts.add(ByteBuffer.wrap(new byte[0]), false)).isNull();
		assertThat(this.parts.add(ByteBuffer.wrap(new byte[] { 2, 3 }), true)).containsExactly(1, 2, 3);
		assertThat(this.parts.add(ByteBuffer.wrap(new byte[] { 4 }), true)).containsExactly(4);
		assertThat(this.parts.add(ByteBuffer.wrap(new byte[0]), true)).isEmpty();
	}

	@Test
	void theLimitHoldsForTheWholeInBytes() throws Exception {
		assertThat(this.parts.add("1234567890", true)).hasSize(10);
		assertTooLarge(() -> this.parts.add("12345678901", true));
		assertTooLarge(() -> new MessageParts(10).add("ääääää", true));
		assertThat(this.parts.add(ByteBuffer.allocate(6), false)).isNull();
		assertTooLarge(() -> this.parts.add(ByteBuffer.allocate(5), false));
	}

	@Test
	void aTextThatGrowsTooLargeIsRefusedBeforeItsEnd() throws Exception {
		assertThat(this.parts.add("123456", false)).isNull();
		assertTooLarge(() -> this.parts.add("78901", false));
	}

	private static void assertTooLarge(MessageParts.Part part) {
		assertThatExceptionOfType(MessageParts.TooLargeException.class).isThrownBy(part::add);
	}

}
