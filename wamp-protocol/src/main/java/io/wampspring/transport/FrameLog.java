package io.wampspring.transport;

import io.wampspring.message.OneLine;
import io.wampspring.message.WampMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each message, {@code >>} sent and {@code <<} received, on the logger
 * {@code io.wampspring.frames} at TRACE. Messages print neither secrets nor payloads.
 */
public final class FrameLog {

	private static final Logger logger = LoggerFactory.getLogger("io.wampspring.frames");

	private FrameLog() {
	}

	/**
	 * Notes a message that is sent.
	 * @param who the session or connection
	 * @param message the message
	 */
	public static void sent(Object who, WampMessage message) {
		if (logger.isTraceEnabled()) {
			logger.trace("{} >> {}", who, OneLine.of(message.toString()));
		}
	}

	/**
	 * Notes a message that was received.
	 * @param who the session or connection
	 * @param message the message
	 */
	public static void received(Object who, WampMessage message) {
		if (logger.isTraceEnabled()) {
			logger.trace("{} << {}", who, OneLine.of(message.toString()));
		}
	}

}
