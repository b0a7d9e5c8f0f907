package io.wampspring.client;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import io.wampspring.client.Counters.Count;
import io.wampspring.client.InvocationGate.Slots;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Link;

/**
 * Hands events and invocations of one session to handlers: the one place that knows about
 * order, concurrency and bounds. Events stand in one ordered queue unless their
 * subscription says otherwise; invocations start in the order of the calls. Confined to
 * the lane of the session, except where it says otherwise.
 */
final class Dispatcher {

	/** So many times the capacity may wait while the client itself waits for replies. */
	private static final int WHILE_REPLIES_ARE_AWAITED = 10;

	private final ConnectionContext context;

	private final Link<?> link;

	private final SessionLane lane;

	private final EventQueue ordered;

	private final InvocationGate events;

	private final InvocationGate invocations;

	private final Slots eventSlots = new Slots(Integer.MAX_VALUE);

	private final AtomicInteger awaitedReplies = new AtomicInteger();

	private volatile boolean paused;

	Dispatcher(ConnectionContext context, Link<?> link, SessionLane lane) {
		this.context = context;
		this.link = link;
		this.lane = lane;
		ConnectionSettings settings = context.settings();
		this.ordered = new EventQueue(context.application(), this::onTaken);
		this.events = new InvocationGate(settings.maxConcurrency(), settings.queueCapacity());
		this.invocations = new InvocationGate(settings.maxConcurrency(), settings.queueCapacity());
	}

	void dispatchEvent(EventMode mode, Executor executor, Runnable body) {
		switch (mode) {
			case INLINE -> InlineScope.run(body);
			case ORDERED -> {
				if (this.ordered.size() < capacity() || makeRoom(this.ordered.size(), true)) {
					this.ordered.add(executor, body);
				}
			}
			case CONCURRENT -> {
				if (this.events.hasRoom(this.eventSlots) || makeRoom(this.events.waiting(), false)) {
					this.events.submit(this.eventSlots, () -> this.context.application().execute(executor, () -> {
						body.run();
						this.lane.post(this::onConcurrentEventEnded);
					}));
				}
			}
		}
	}

	private void onConcurrentEventEnded() {
		this.events.release(this.eventSlots);
		onTaken();
	}

	/**
	 * Decides about an event beyond the capacity.
	 * @param size how many wait
	 * @param inOrder whether they wait in the ordered queue, where an older one can go
	 * @return whether it may be queued all the same
	 */
	private boolean makeRoom(int size, boolean inOrder) {
		Overflow overflow = this.context.settings().overflow();
		if (overflow == Overflow.PAUSE) {
			return pause(size);
		}
		this.context.counters().count(Count.DROPPED_EVENT);
		if (overflow == Overflow.FAIL) {
			this.link.close(CloseCode.OVERLOADED, "events are not handled fast enough");
		}
		return overflow == Overflow.DROP_OLDEST && inOrder && this.ordered.dropOldest();
	}

	private boolean pause(int size) {
		if (this.awaitedReplies.get() > 0) {
			boolean room = size < (long) capacity() * WHILE_REPLIES_ARE_AWAITED;
			if (!room) {
				this.context.counters().count(Count.DROPPED_EVENT);
			}
			return room;
		}
		if (!this.paused) {
			this.paused = true;
			this.context.counters().count(Count.PAUSE);
			this.link.setReading(false);
			// A reply may have become awaited, or room may have come, in between.
			onTaken();
		}
		return true;
	}

	/** Called by any thread. */
	private void onTaken() {
		if (this.paused) {
			this.lane.post(this::resumeIfPossible);
		}
	}

	private void resumeIfPossible() {
		boolean room = this.ordered.size() <= capacity() / 2 && this.events.waiting() <= capacity() / 2;
		if (this.paused && (room || this.awaitedReplies.get() > 0)) {
			this.paused = false;
			this.link.setReading(true);
		}
	}

	/** The client waits for one more reply. Called by any thread. */
	void replyAwaited() {
		this.awaitedReplies.incrementAndGet();
		onTaken();
	}

	/** Called by any thread. */
	void replyCame() {
		this.awaitedReplies.decrementAndGet();
	}

	/**
	 * Starts an invocation now or later.
	 * @param slots what may run of its procedure
	 * @param start starts it; {@link #invocationEnded} is to be called afterwards
	 * @return whether there is room; nothing starts otherwise
	 */
	boolean dispatchInvocation(Slots slots, Runnable start) {
		if (!this.invocations.hasRoom(slots)) {
			this.context.counters().count(Count.REFUSED_INVOCATION);
			return false;
		}
		this.invocations.submit(slots, start);
		return true;
	}

	void invocationEnded(Slots slots) {
		this.invocations.release(slots);
	}

	private int capacity() {
		return this.context.settings().queueCapacity();
	}

}
