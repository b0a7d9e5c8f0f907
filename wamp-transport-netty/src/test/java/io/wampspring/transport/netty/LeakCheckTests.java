package io.wampspring.transport.netty;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.LeakPresenceDetector;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LeakCheckTests {

	@Test
	void aBufferThatNobodyReleasedIsSeen() {
		assertThat(ByteBufAllocator.DEFAULT.buffer(16).isReadable()).isFalse();
		// what was reported once is forgotten, and must not be released any more
		assertThatIllegalStateException().isThrownBy(LeakPresenceDetector::check).withMessageContaining("leak");
		LeakPresenceDetector.check();
	}

}
