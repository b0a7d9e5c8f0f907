package io.wampspring.transport.netty;

import java.util.Arrays;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of frames: one heap array per message, copied once out of the transport.
 * The decoder before has checked the order of the frames.
 */
final class FrameAssembler {

	private static final byte[] NOTHING = {};

	private final int limit;

	private byte[] parts = NOTHING;

	private int length;

	/**
	 * Creates an assembler.
	 * @param limit the most bytes of a message
	 */
	FrameAssembler(int limit) {
		this.limit = limit;
	}

	/**
	 * Returns whether a frame would make its message too large.
	 * @param frame the frame
	 * @return whether
	 */
	boolean exceeds(WebSocketFrame frame) {
		return frame.content().readableBytes() > this.limit - this.length;
	}

	/**
	 * Adds a frame.
	 * @param frame a frame with data; stays the caller's
	 * @return the message, {@code null} unless it is complete
	 */
	byte @Nullable [] add(WebSocketFrame frame) {
		ByteBuf content = frame.content();
		if (this.length == 0 && frame.isFinalFragment()) {
			return ByteBufUtil.getBytes(content);
		}
		append(content);
		if (!frame.isFinalFragment()) {
			return null;
		}
		byte[] message = (this.length == this.parts.length) ? this.parts : Arrays.copyOf(this.parts, this.length);
		this.parts = NOTHING;
		this.length = 0;
		return message;
	}

	private void append(ByteBuf content) {
		int added = content.readableBytes();
		int needed = this.length + added;
		if (needed > this.parts.length) {
			long grown = Math.max(needed, 2L * this.parts.length);
			this.parts = Arrays.copyOf(this.parts, (int) Math.min(grown, this.limit));
		}
		content.getBytes(content.readerIndex(), this.parts, this.length, added);
		this.length = needed;
	}

}
