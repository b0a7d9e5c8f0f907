package io.wampspring.architecture.broken.message;

import io.wampspring.architecture.broken.codec.MessageCodec;

/**
 * No record, reads a clock, and points up.
 */
public final class MutableMessage implements WampMessage {

	private final long created = System.currentTimeMillis();

	private final MessageCodec codec = new MessageCodec();

	@Override
	public void deliverTo() {
		this.codec.decode(Long.toString(this.created));
	}

}
