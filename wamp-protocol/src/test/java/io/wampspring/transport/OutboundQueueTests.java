package io.wampspring.transport;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboundQueueTests {

	private final AtomicInteger lowered = new AtomicInteger();

	@Test
	void messagesLeaveInTheirOrder() {
		OutboundQueue queue = queue(10, 1000);
		assertThat(queue.offer(new byte[] { 1 })).isTrue();
		assertThat(queue.offer(new byte[] { 2 })).isTrue();
		assertThat(queue.size()).isEqualTo(2);
		assertThat(queue.poll()).containsExactly(1);
		assertThat(queue.poll()).containsExactly(2);
		assertThat(queue.poll()).isNull();
	}

	@Test
	@Tag("R-82")
	void moreMessagesThanMayWaitAreRefused() {
		OutboundQueue queue = queue(2, 1000);
		assertThat(queue.offer(new byte[1])).isTrue();
		assertThat(queue.offer(new byte[1])).isTrue();
		assertThat(queue.offer(new byte[1])).isFalse();
	}

	@Test
	@Tag("R-82")
	void moreBytesThanMayWaitAreRefusedButOneLargeMessageIsNot() {
		OutboundQueue queue = queue(10, 100);
		assertThat(queue.offer(new byte[500])).isTrue();
		assertThat(queue.offer(new byte[1])).isFalse();
	}

	@Test
	void itTellsOnceWhenLessWaitsAgain() {
		OutboundQueue queue = queue(8, 1000);
		for (int i = 0; i < 4; i++) {
			queue.offer(new byte[1]);
		}
		assertThat(queue.isWritable()).isFalse();
		queue.poll();
		assertThat(queue.isWritable()).isFalse();
		assertThat(this.lowered).hasValue(0);
		queue.poll();
		assertThat(queue.isWritable()).isTrue();
		queue.poll();
		assertThat(this.lowered).hasValue(1);
	}

	@Test
	void whatWaitsCanBeForgotten() {
		OutboundQueue queue = queue(2, 1000);
		queue.offer(new byte[1]);
		queue.offer(new byte[1]);
		queue.clear();
		assertThat(queue.poll()).isNull();
		assertThat(queue.isWritable()).isTrue();
	}

	private OutboundQueue queue(int messages, long bytes) {
		return new OutboundQueue(new OutboundLimits(messages, bytes), this.lowered::incrementAndGet);
	}

}
