package io.wampspring.lane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Order and exclusion of a lane on borrowed threads.
 */
class SerialLaneTests {

	@Test
	void runsTasksInOrderOneAtATimeOnSeveralThreads() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			SerialLane lane = new SerialLane(threads);
			List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
			CountDownLatch done = new CountDownLatch(1000);
			for (int i = 0; i < 1000; i++) {
				int number = i;
				lane.execute(() -> {
					assertThat(lane.inLane()).isTrue();
					seen.add(number);
					done.countDown();
				});
			}
			assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(seen).containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
			assertThat(lane.inLane()).isFalse();
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void goesOnAfterATaskThatFails() {
		SerialLane lane = new SerialLane(Runnable::run);
		List<String> seen = new ArrayList<>();
		lane.execute(() -> {
			throw new IllegalStateException("on purpose");
		});
		lane.execute(() -> {
			throw new AssertionError("on purpose");
		});
		lane.execute(() -> seen.add("next"));
		assertThat(seen).containsExactly("next");
	}

}
