package io.wampspring.transport;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.wampspring.codec.MessageCodec;
import io.wampspring.lane.Lane;
import io.wampspring.lane.SerialLane;
import io.wampspring.message.Payload;
import io.wampspring.message.WampMessage;
import org.jspecify.annotations.Nullable;

/**
 * One end of a link inside the process. What it sends waits, encoded, in a bounded queue
 * that the other end's lane empties.
 *
 * @param <S> the messages this end sends
 * @param <R> the messages this end receives
 */
final class InProcessLink<S extends WampMessage, R extends WampMessage> implements Link<S> {

	private final LinkInfo info;

	private final MessageCodec<S, R> codec;

	private final SerialLane lane;

	private final OutboundLimits limits;

	private final AtomicBoolean closing = new AtomicBoolean();

	/** What the other end sent and this end has not taken yet; guarded by itself. */
	private final Queue<byte[]> inbound = new ArrayDeque<>();

	private long inboundBytes;

	private boolean high;

	private boolean reading = true;

	private @Nullable LinkClosed end;

	private @Nullable InProcessLink<R, S> peer;

	/** Confined to the lane. */
	private @Nullable Delivery<R> delivery;

	InProcessLink(LinkInfo info, MessageCodec<S, R> codec, Executor executor, OutboundLimits limits) {
		this.info = info;
		this.codec = codec;
		this.lane = new SerialLane(executor);
		this.limits = limits;
	}

	void joinTo(InProcessLink<R, S> peer) {
		this.peer = peer;
	}

	CompletableFuture<Void> open(LinkOpener<S, R> opener) {
		return CompletableFuture.runAsync(() -> {
			this.delivery = new Delivery<>(this, this.codec, opener.onOpen(this));
			drain();
		}, this.lane);
	}

	@Override
	public void send(S message) {
		byte[] bytes = this.codec.encode(message);
		if (!this.closing.get()) {
			peer().receive(bytes);
		}
	}

	@Override
	public void close(CloseCode code, String reason) {
		if (this.closing.compareAndSet(false, true)) {
			LinkClosed closed = LinkClosed.clean(code, reason);
			peer().closing.set(true);
			peer().end(closed);
			end(closed);
		}
	}

	@Override
	public Payload encode(List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
		return this.codec.encode(args, kwargs);
	}

	@Override
	public Lane lane() {
		return this.lane;
	}

	@Override
	public LinkInfo info() {
		return this.info;
	}

	@Override
	public boolean isWritable() {
		InProcessLink<R, S> to = peer();
		synchronized (to.inbound) {
			return !to.high;
		}
	}

	@Override
	public void setReading(boolean on) {
		synchronized (this.inbound) {
			this.reading = on;
		}
		if (on) {
			this.lane.execute(this::drain);
		}
	}

	private InProcessLink<R, S> peer() {
		InProcessLink<R, S> other = this.peer;
		if (other == null) {
			throw new IllegalStateException("This end is not joined to another");
		}
		return other;
	}

	private void receive(byte[] bytes) {
		boolean overflow;
		synchronized (this.inbound) {
			if (this.end != null) {
				return;
			}
			this.inbound.add(bytes);
			this.inboundBytes += bytes.length;
			this.high |= this.limits.isHigh(this.inbound.size(), this.inboundBytes);
			overflow = this.limits.isExceededBy(this.inbound.size(), this.inboundBytes);
		}
		if (overflow) {
			peer().close(CloseCode.OVERLOADED, "the other end does not keep up");
		}
		else {
			this.lane.execute(this::drain);
		}
	}

	private void end(LinkClosed closed) {
		synchronized (this.inbound) {
			if (this.end != null) {
				return;
			}
			this.end = closed;
			this.reading = true;
		}
		this.lane.execute(this::drain);
	}

	/** What comes before anybody listens waits: the other end may say why it closes. */
	private void drain() {
		if (this.delivery == null) {
			return;
		}
		byte[] bytes;
		while ((bytes = next()) != null) {
			deliver(bytes);
		}
		finish();
	}

	private byte @Nullable [] next() {
		boolean writable = false;
		byte[] bytes;
		synchronized (this.inbound) {
			bytes = this.reading ? this.inbound.poll() : null;
			if (bytes != null) {
				this.inboundBytes -= bytes.length;
				if (this.high && this.limits.isLow(this.inbound.size(), this.inboundBytes)) {
					this.high = false;
					writable = true;
				}
			}
		}
		if (writable) {
			peer().writable();
		}
		return bytes;
	}

	private void writable() {
		this.lane.execute(() -> {
			Delivery<R> to = this.delivery;
			if (to != null) {
				to.writable();
			}
		});
	}

	private void deliver(byte[] bytes) {
		Delivery<R> to = this.delivery;
		if (to != null) {
			to.message(bytes);
		}
	}

	private void finish() {
		Delivery<R> to = this.delivery;
		LinkClosed closed;
		synchronized (this.inbound) {
			closed = (this.inbound.isEmpty()) ? this.end : null;
		}
		if (to != null && closed != null) {
			to.closed(closed);
		}
	}

}
