package io.wampspring.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the start of the application expects of the router.
 *
 * @param failurePolicy What happens when there is no session at the start.
 * @param timeout How long the start waits for the session: under 'retry' and 'continue'
 * for the outcome of the first attempt.
 */
public record StartupProperties(@DefaultValue("retry") FailurePolicy failurePolicy,
		@DefaultValue("10s") Duration timeout) {

	static StartupProperties defaults() {
		return new StartupProperties(FailurePolicy.RETRY, Duration.ofSeconds(10));
	}

	/**
	 * What happens when there is no session at the start.
	 */
	public enum FailurePolicy {

		/** The application starts without the router and goes on trying. */
		RETRY,

		/** The application does not start. */
		FAIL,

		/** The application starts, and the connection is opened again only by hand. */
		CONTINUE

	}

}
