package io.wampspring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains endpoints that the router has refused.
 */
class EndpointsRefusedFailureAnalyzer extends AbstractFailureAnalyzer<WampEndpointsRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, WampEndpointsRefusedException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Stop the other client that serves the same URI, give the methods another one, or let the router"
						+ " authorize this application. To start all the same set 'wamp.startup.failure-policy' to"
						+ " 'retry'.",
				cause);
	}

}
