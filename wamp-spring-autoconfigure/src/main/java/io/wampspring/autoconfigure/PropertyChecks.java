package io.wampspring.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Refuses values that make no sense, with the name of the property: what would follow
 * from them is found only much later.
 */
final class PropertyChecks {

	private PropertyChecks() {
	}

	static void check(WampConnectionProperties properties) {
		positive("wamp.join-timeout", properties.getJoinTimeout());
		positive("wamp.leave-timeout", properties.getLeaveTimeout());
		positive("wamp.startup.timeout", properties.getStartup().timeout());
		notNegative("wamp.call.timeout", properties.getCall().timeout());
		size(properties.getMaxMessageSize());
		keepalive(properties.getKeepalive());
		retry(properties.getRetry());
		atLeast("wamp.listener.max-concurrency", properties.getListener().maxConcurrency(), 1);
		atLeast("wamp.listener.queue-capacity", properties.getListener().queueCapacity(), 1);
		for (int i = 0; i < properties.getTransports().size(); i++) {
			TransportProperties transport = properties.getTransports().get(i);
			positive("wamp.transports[" + i + "].connect-timeout", transport.connectTimeout());
			positive("wamp.transports[" + i + "].handshake-timeout", transport.handshakeTimeout());
		}
		require(!properties.getSerializers().isEmpty(), "wamp.serializers", properties.getSerializers(),
				"At least one serializer must be offered.");
	}

	private static void keepalive(WampConnectionProperties.Keepalive keepalive) {
		notNegative("wamp.keepalive.interval", keepalive.interval());
		positive("wamp.keepalive.timeout", keepalive.timeout());
		require(keepalive.payloadSize() >= 0 && keepalive.payloadSize() <= 125, "wamp.keepalive.payload-size",
				keepalive.payloadSize(), "It must be from 0 to 125 bytes, as much as a WebSocket ping may hold.");
	}

	private static void retry(RetryProperties retry) {
		atLeast("wamp.retry.max-retries", retry.maxRetries(), -1);
		notNegative("wamp.retry.delay", retry.delay());
		notNegative("wamp.retry.max-delay", retry.maxDelay());
		notNegative("wamp.retry.min-uptime", retry.minUptime());
		notNegative("wamp.retry.multiplier", retry.multiplier());
		notNegative("wamp.retry.jitter", retry.jitter());
	}

	private static void size(DataSize size) {
		require(size.toBytes() >= 1 && size.toBytes() <= Integer.MAX_VALUE, "wamp.max-message-size", size,
				"It must be at least 1 byte and less than 2 GB.");
	}

	private static void positive(String name, Duration value) {
		require(!value.isNegative() && !value.isZero(), name, value, "The duration must be positive.");
	}

	private static void notNegative(String name, Duration value) {
		require(!value.isNegative(), name, value, "The duration must not be negative.");
	}

	private static void notNegative(String name, double value) {
		require(value >= 0 && Double.isFinite(value), name, value, "The number must not be negative.");
	}

	private static void atLeast(String name, int value, int least) {
		require(value >= least, name, value, "The number must be at least " + least + ".");
	}

	private static void require(boolean condition, String name, Object value, String reason) {
		if (!condition) {
			throw new InvalidConfigurationPropertyValueException(name, value, reason);
		}
	}

}
