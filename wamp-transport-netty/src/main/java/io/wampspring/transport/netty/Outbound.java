package io.wampspring.transport.netty;

import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.wampspring.transport.OutboundLimits;
import io.wampspring.transport.OutboundQueue;
import org.jspecify.annotations.Nullable;

/**
 * What leaves through a channel, with as few flushes as possible. Messages wait in a
 * bounded queue as long as the channel takes no more; one task of the event loop writes
 * all that waits and flushes once. What is sent while a batch of reads is handled leaves
 * at its end.
 */
final class Outbound {

	/** So many messages leave before a batch of reads ends. */
	private static final int BATCH = 256;

	/**
	 * So often the channel is filled before other channels of the event loop get a turn.
	 */
	private static final int ROUNDS = 16;

	private final Channel channel;

	private final boolean binary;

	private final OutboundQueue queue;

	private final AtomicBoolean scheduled = new AtomicBoolean();

	private boolean inBatch;

	private boolean draining;

	/** The answer to the latest ping, while the channel takes nothing. */
	private @Nullable ByteBuf pong;

	private @Nullable CloseWebSocketFrame end;

	private Runnable ended = () -> {
	};

	/**
	 * Creates an empty one.
	 * @param channel takes the frames
	 * @param binary whether messages travel in binary frames
	 * @param limits how much may wait
	 * @param writable called on the event loop when less waits again
	 */
	Outbound(Channel channel, boolean binary, OutboundLimits limits, Runnable writable) {
		this.channel = channel;
		this.binary = binary;
		this.queue = new OutboundQueue(limits, writable);
	}

	/**
	 * Sends a message. May be called by any thread.
	 * @param message the encoded message
	 * @return false if more waits than may
	 */
	boolean send(byte[] message) {
		boolean accepted = this.queue.offer(message);
		if (!this.channel.eventLoop().inEventLoop() || !this.inBatch) {
			schedule();
		}
		else if (this.queue.size() >= BATCH) {
			drain();
		}
		return accepted;
	}

	boolean isWritable() {
		return this.queue.isWritable();
	}

	/** Forgets what waits. May be called by any thread. */
	void discard() {
		this.queue.clear();
	}

	/** A batch of reads begins. On the event loop, as all below. */
	void beginBatch() {
		this.inBatch = true;
	}

	/** A batch of reads is over. */
	void endBatch() {
		this.inBatch = false;
		drain();
	}

	/**
	 * Answers a ping before the messages that wait. While the channel takes nothing, only
	 * the latest ping is remembered (RFC 6455, 5.5.3), so that pings cannot fill the
	 * memory.
	 * @param payload what the ping held; is released
	 */
	void pong(ByteBuf payload) {
		releasePong();
		this.pong = payload;
		if (!this.inBatch || this.channel.isWritable()) {
			writePong();
		}
	}

	/**
	 * Sends a close frame after all that waits.
	 * @param frame the frame, is released
	 * @param sent called when it has left
	 */
	void end(CloseWebSocketFrame frame, Runnable sent) {
		this.end = frame;
		this.ended = sent;
		if (!this.inBatch) {
			drain();
		}
	}

	/** Writes what the channel takes. */
	void drain() {
		this.scheduled.set(false);
		if (this.draining) {
			return;
		}
		this.draining = true;
		for (int i = 0; i < ROUNDS && (i == 0 || isDue()); i++) {
			writePong();
			writeMessages();
			writeEnd();
			this.channel.flush();
		}
		this.draining = false;
		if (isDue()) {
			schedule();
		}
	}

	/** The channel is gone. */
	void release() {
		this.queue.clear();
		releasePong();
		CloseWebSocketFrame unsent = this.end;
		if (unsent != null) {
			this.end = null;
			unsent.release();
		}
	}

	private void schedule() {
		if (this.scheduled.compareAndSet(false, true)) {
			this.channel.eventLoop().execute(this::drain);
		}
	}

	private boolean isDue() {
		return this.channel.isWritable() && this.queue.size() > 0;
	}

	private void writePong() {
		ByteBuf answer = this.pong;
		if (answer != null && this.channel.isWritable()) {
			this.pong = null;
			this.channel.write(new PongWebSocketFrame(answer), this.channel.voidPromise());
		}
	}

	private void writeMessages() {
		byte[] message;
		while (this.channel.isWritable() && (message = this.queue.poll()) != null) {
			ByteBuf content = Unpooled.wrappedBuffer(message);
			this.channel.write(this.binary ? new BinaryWebSocketFrame(content) : new TextWebSocketFrame(content),
					this.channel.voidPromise());
		}
	}

	private void writeEnd() {
		CloseWebSocketFrame frame = this.end;
		if (frame != null && this.queue.size() == 0) {
			this.end = null;
			this.channel.write(frame).addListener((written) -> this.ended.run());
		}
	}

	private void releasePong() {
		ByteBuf unanswered = this.pong;
		if (unanswered != null) {
			this.pong = null;
			unanswered.release();
		}
	}

}
