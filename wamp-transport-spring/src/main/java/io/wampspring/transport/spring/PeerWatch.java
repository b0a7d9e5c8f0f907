package io.wampspring.transport.spring;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.PingMessage;

import io.wampspring.lane.Timers;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.KeepAliveWatch;

/**
 * Sends pings and finds out that a client is gone. Runs on the link's lane.
 */
final class PeerWatch {

	private final KeepAlive settings;

	private final Timers timers;

	private final Consumer<PingMessage> pings;

	private final BooleanSupplier stalled;

	private final Runnable lost;

	private final KeepAliveWatch watch;

	private Timers.@Nullable Timer timer;

	/**
	 * Creates a watch.
	 * @param settings must be on
	 * @param timers the time
	 * @param pings sends a ping
	 * @param stalled whether nothing is read here, so that no answer can be seen
	 * @param lost called when the client did not answer
	 */
	PeerWatch(KeepAlive settings, Timers timers, Consumer<PingMessage> pings, BooleanSupplier stalled, Runnable lost) {
		this.settings = settings;
		this.timers = timers;
		this.pings = pings;
		this.stalled = stalled;
		this.lost = lost;
		this.watch = new KeepAliveWatch(settings, now());
	}

	void start() {
		schedule();
	}

	/** Something arrived. May be called by any thread. */
	void received() {
		this.watch.received(now());
	}

	void stop() {
		Timers.Timer pending = this.timer;
		if (pending != null) {
			pending.cancel();
		}
	}

	private void check() {
		if (this.stalled.getAsBoolean()) {
			received();
		}
		switch (this.watch.check(now())) {
			case LOST -> this.lost.run();
			case PING -> {
				byte[] payload = new byte[this.settings.payloadSize()];
				ThreadLocalRandom.current().nextBytes(payload);
				this.pings.accept(new PingMessage(ByteBuffer.wrap(payload)));
				schedule();
			}
			case WAIT -> schedule();
		}
	}

	private void schedule() {
		long nanos = this.watch.delay(now());
		this.timer = this.timers.schedule(TimeUnit.NANOSECONDS.toMillis(nanos + 999_999), this::check);
	}

	private long now() {
		return TimeUnit.MILLISECONDS.toNanos(this.timers.now());
	}

}
