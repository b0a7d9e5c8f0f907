package io.wampspring.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.wampspring.codec.ProtocolMode;
import io.wampspring.transport.TransportConfig;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

/**
 * How a connection was built. Its text form shows neither authextra nor headers.
 *
 * @param name the name, for logs and health
 * @param realm the realm to join
 * @param transports what to connect to, in turn
 * @param retry whether and when another attempt is made
 * @param authmethods the authentication methods that are offered, best first
 * @param authid who the client says it is
 * @param authextra what the authentication methods add to HELLO
 * @param callTimeout how long requests wait for their answer unless they say otherwise,
 * zero for ever
 * @param joinTimeout how long the router may take to let the client in
 * @param leaveTimeout how long to wait for the answer to GOODBYE
 * @param closeReason the reason of a close without one
 * @param uriRules which URIs may be sent
 * @param protocolMode how strict the router is taken
 * @param maxConcurrency how many invocations and concurrent events run at the same time
 * @param queueCapacity how many events and how many invocations may wait
 * @param overflow what happens to events beyond it
 */
public record ConnectionSettings(String name, String realm, List<TransportConfig> transports, ReconnectPolicy retry,
		List<String> authmethods, @Nullable String authid, Map<String, Object> authextra, Duration callTimeout,
		Duration joinTimeout, Duration leaveTimeout, String closeReason, UriRules uriRules, ProtocolMode protocolMode,
		int maxConcurrency, int queueCapacity, Overflow overflow) {

	/**
	 * Checks and copies.
	 * @throws IllegalArgumentException if a setting is out of range; the message names it
	 */
	public ConnectionSettings {
		transports = List.copyOf(transports);
		authmethods = List.copyOf(authmethods);
		authextra = Map.copyOf(authextra);
		require(UriRules.LOOSE.isValid(realm), "the realm is not a URI: '" + realm + "'");
		require(UriRules.LOOSE.isValid(closeReason), "the close reason is not a URI: '" + closeReason + "'");
		require(!callTimeout.isNegative(), "the call timeout must not be negative: " + callTimeout);
		require(isPositive(joinTimeout), "the join timeout must be positive: " + joinTimeout);
		require(isPositive(leaveTimeout), "the leave timeout must be positive: " + leaveTimeout);
		require(maxConcurrency >= 1, "the max concurrency must be at least 1: " + maxConcurrency);
		require(queueCapacity >= 1, "the queue capacity must be at least 1: " + queueCapacity);
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	private static boolean isPositive(Duration duration) {
		return !duration.isNegative() && !duration.isZero();
	}

	@Override
	public String toString() {
		return "ConnectionSettings[name=" + this.name + ", realm=" + this.realm + ", transports="
				+ this.transports.stream().map(TransportConfig::describe).toList() + ", authmethods=" + this.authmethods
				+ ", authid=" + this.authid + ", authextra=" + this.authextra.keySet() + "]";
	}

}
