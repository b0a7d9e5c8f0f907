package io.wampspring.autoconfigure;

import java.util.Map;

import io.wampspring.client.ConnectionClosed;
import io.wampspring.transport.LinkException;
import io.wampspring.uri.ErrorUris;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains why there is no session at the start.
 */
class WampStartupFailureAnalyzer extends AbstractFailureAnalyzer<WampStartupException> {

	private static final String OTHERWISE = " To start without the router set 'wamp.startup.failure-policy' to 'retry'.";

	private static final String CREDENTIALS = "Correct 'wamp.authid', 'wamp.authmethods' and 'wamp.credentials', or let"
			+ " the router accept this application.";

	private static final Map<LinkException.Kind, String> LINK_ACTIONS = Map.of(LinkException.Kind.TLS,
			"Use a certificate that this JVM trusts, or correct 'wamp.url'.", LinkException.Kind.HANDSHAKE,
			"Correct the path in 'wamp.url' (most routers serve /ws), or let 'wamp.serializers' offer one that the router"
					+ " has: what answered there did not agree to a WebSocket for WAMP.",
			LinkException.Kind.SUBPROTOCOL,
			"Let 'wamp.serializers' offer a serializer that the router has, or correct the path in 'wamp.url'.",
			LinkException.Kind.UNKNOWN_HOST, "Correct the host in 'wamp.url'.");

	private static final Map<String, String> ROUTER_ACTIONS = Map.of(ErrorUris.NO_SUCH_REALM,
			"Correct 'wamp.realm', or create the realm on the router.", ErrorUris.NO_MATCHING_AUTH_METHOD, CREDENTIALS,
			ErrorUris.NO_AUTH_METHOD, CREDENTIALS, ErrorUris.AUTHENTICATION_DENIED, CREDENTIALS,
			ErrorUris.AUTHENTICATION_FAILED, CREDENTIALS, ErrorUris.AUTHENTICATION_REQUIRED, CREDENTIALS,
			ErrorUris.CANNOT_AUTHENTICATE, CREDENTIALS, ErrorUris.NOT_AUTHORIZED, CREDENTIALS);

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, WampStartupException cause) {
		ConnectionClosed closed = cause.closed();
		String reason = reason(closed);
		String where = reason.startsWith(cause.address()) ? "" : " at " + cause.address();
		return new FailureAnalysis("The application could not join realm '" + cause.realm() + "' of the WAMP router"
				+ where + ": " + reason + ".", action(closed) + OTHERWISE, cause);
	}

	private static String reason(@Nullable ConnectionClosed closed) {
		if (closed == null) {
			return "it did not answer within 'wamp.startup.timeout'";
		}
		if (closed.uri() != null) {
			return closed.uri() + ((closed.message() != null) ? " (" + closed.message() + ")" : "");
		}
		Throwable failure = closed.cause();
		return (failure != null) ? String.valueOf(failure.getMessage()) : "the connection was lost";
	}

	private static String action(@Nullable ConnectionClosed closed) {
		String action = null;
		if (closed != null && closed.uri() != null) {
			action = ROUTER_ACTIONS.get(closed.uri());
		}
		else if (closed != null && closed.cause() instanceof LinkException failure) {
			action = LINK_ACTIONS.get(failure.kind());
		}
		return (action != null) ? action : "Start the router, or correct 'wamp.url'.";
	}

}
