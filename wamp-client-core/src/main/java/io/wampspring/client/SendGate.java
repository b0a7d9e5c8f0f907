package io.wampspring.client;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.wampspring.transport.Link;
import org.jspecify.annotations.Nullable;

/**
 * Holds voluntary senders back while the transport does not keep up. May be used by many
 * threads.
 */
final class SendGate {

	/** How many messages may be on their way to the lane. */
	private static final int HANDED_OVER = 1024;

	private final Link<?> link;

	private final AtomicInteger handedOver = new AtomicInteger();

	private final AtomicInteger waiting = new AtomicInteger();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	/** Guarded by the lock. */
	private final Queue<Runnable> deferred = new ArrayDeque<>();

	private volatile boolean released;

	SendGate(Link<?> link) {
		this.link = link;
	}

	private boolean isOpen() {
		return this.released || (this.handedOver.get() < HANDED_OVER && this.link.isWritable());
	}

	/**
	 * Waits until there is room.
	 * @param millis how long, 0 for ever
	 * @return whether there is room
	 */
	boolean await(long millis) throws InterruptedException {
		if (isOpen()) {
			return true;
		}
		long left = TimeUnit.MILLISECONDS.toNanos(millis);
		this.lock.lockInterruptibly();
		this.waiting.incrementAndGet();
		try {
			while (!isOpen()) {
				if (millis == 0) {
					this.changed.await();
				}
				else if (left <= 0) {
					return false;
				}
				else {
					left = this.changed.awaitNanos(left);
				}
			}
			return true;
		}
		finally {
			this.waiting.decrementAndGet();
			this.lock.unlock();
		}
	}

	/** Runs a task when there is room, those before it first. */
	void whenOpen(Runnable task) {
		if (this.waiting.get() == 0 && isOpen()) {
			task.run();
			return;
		}
		this.waiting.incrementAndGet();
		this.lock.lock();
		try {
			this.deferred.add(task);
		}
		finally {
			this.lock.unlock();
		}
		wake();
	}

	void entered() {
		this.handedOver.incrementAndGet();
	}

	void left() {
		this.handedOver.decrementAndGet();
		wake();
	}

	/** Lets all go: the session is over and will fail them. */
	void release() {
		this.released = true;
		wake();
	}

	/** There may be room again. */
	void wake() {
		if (this.waiting.get() == 0 || !isOpen()) {
			return;
		}
		boolean drain;
		this.lock.lock();
		try {
			this.changed.signalAll();
			drain = !this.deferred.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
		if (drain) {
			startDrain();
		}
	}

	private void startDrain() {
		try {
			this.link.lane().execute(this::drain);
		}
		catch (RejectedExecutionException ex) {
			// The transport has lost its threads: what is deferred fails right here.
			drain();
		}
	}

	/** Confined to the lane, so that what was deferred keeps its order. */
	private void drain() {
		Runnable task;
		while (isOpen() && (task = poll()) != null) {
			task.run();
			this.waiting.decrementAndGet();
		}
	}

	private @Nullable Runnable poll() {
		this.lock.lock();
		try {
			return this.deferred.poll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
