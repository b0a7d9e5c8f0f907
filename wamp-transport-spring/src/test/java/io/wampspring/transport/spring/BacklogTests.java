package io.wampspring.transport.spring;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BacklogTests {

	private final Backlog backlog = new Backlog(1000);

	@Test
	void whoIsFarAheadWaitsUntilThereIsRoom() throws Exception {
		this.backlog.add(500);
		Thread reader = reader(500);
		await().until(() -> reader.getState() == Thread.State.WAITING);
		this.backlog.remove(500);
		reader.join(10_000);
		assertThat(reader.isAlive()).isFalse();
	}

	@Test
	void oneMessageHasAlwaysRoom() throws Exception {
		Thread first = reader(5000);
		first.join(10_000);
		assertThat(first.isAlive()).isFalse();
		this.backlog.remove(5000);
		Thread second = reader(5000);
		second.join(10_000);
		assertThat(second.isAlive()).isFalse();
	}

	@Test
	void manySmallMessagesCountToo() throws Exception {
		for (int i = 0; i < 7; i++) {
			this.backlog.add(1);
		}
		Thread reader = reader(1);
		await().until(() -> reader.getState() == Thread.State.WAITING);
		this.backlog.remove(1);
		reader.join(10_000);
		assertThat(reader.isAlive()).isFalse();
	}

	@Test
	void whileTheRouterDoesNotReadEverybodyWaits() throws Exception {
		this.backlog.setReading(false);
		Thread reader = reader(1);
		await().until(() -> reader.getState() == Thread.State.WAITING);
		assertThat(this.backlog.isWaiting()).isTrue();
		this.backlog.setReading(true);
		reader.join(10_000);
		assertThat(reader.isAlive()).isFalse();
		assertThat(this.backlog.isWaiting()).isFalse();
	}

	@Test
	void atTheEndNobodyWaitsForARouterThatDoesNotRead() throws Exception {
		this.backlog.setReading(false);
		Thread reader = reader(1);
		await().until(() -> reader.getState() == Thread.State.WAITING);
		this.backlog.open();
		reader.join(10_000);
		assertThat(reader.isAlive()).isFalse();
	}

	@Test
	void atTheEndNobodyWaitsAnyMore() throws Exception {
		this.backlog.add(900);
		Thread reader = reader(900);
		await().until(() -> reader.getState() == Thread.State.WAITING);
		this.backlog.open();
		reader.join(10_000);
		assertThat(reader.isAlive()).isFalse();
	}

	private Thread reader(int size) {
		Thread reader = new Thread(() -> {
			try {
				this.backlog.add(size);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		reader.setDaemon(true);
		reader.start();
		return reader;
	}

}
