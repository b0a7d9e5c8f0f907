package io.wampspring.autoconfigure.router;

import java.time.Duration;

import io.wampspring.router.config.RouterLimits;
import io.wampspring.transport.OutboundLimits;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * What one router, and one session in it, may use.
 *
 * @param messageSize Size of the greatest message that is received.
 * @param outboundMessages Messages that may wait for a session that reads slowly.
 * @param outboundBytes Bytes that may wait for a session that reads slowly.
 * @param sessions Links that may be open at the same time, joined or not.
 * @param endpoints Subscriptions and registrations that a session may have together.
 * @param pendingCalls Calls of a session that may wait for their result.
 * @param uriLength Greatest length of a topic or procedure, in characters.
 * @param helloTimeout How long a link may be open without HELLO.
 * @param authenticateTimeout How long the answer to a CHALLENGE may take.
 * @param leaveTimeout How long the answer to a GOODBYE may take.
 */
public record RouterLimitsProperties(@DefaultValue("1MB") DataSize messageSize,
		@DefaultValue("10000") int outboundMessages, @DefaultValue("8MB") DataSize outboundBytes,
		@DefaultValue("1000") int sessions, @DefaultValue("10000") int endpoints,
		@DefaultValue("10000") int pendingCalls, @DefaultValue("1024") int uriLength,
		@DefaultValue("5s") Duration helloTimeout, @DefaultValue("5s") Duration authenticateTimeout,
		@DefaultValue("1s") Duration leaveTimeout) {

	static RouterLimitsProperties defaults() {
		return new RouterLimitsProperties(DataSize.ofMegabytes(1), 10_000, DataSize.ofMegabytes(8), 1_000, 10_000,
				10_000, 1024, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1));
	}

	private static int messageSize(DataSize size) {
		if (size.toBytes() > Integer.MAX_VALUE) {
			throw new InvalidConfigurationPropertyValueException("wamp.router.limits.message-size", size,
					"It must be less than 2 GB.");
		}
		return (int) size.toBytes();
	}

	RouterLimits toLimits() {
		return new RouterLimits(messageSize(this.messageSize),
				new OutboundLimits(this.outboundMessages, this.outboundBytes.toBytes()), this.sessions, this.endpoints,
				this.pendingCalls, this.uriLength, this.helloTimeout, this.authenticateTimeout, this.leaveTimeout);
	}

}
