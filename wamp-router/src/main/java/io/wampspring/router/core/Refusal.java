package io.wampspring.router.core;

import io.wampspring.uri.ErrorUris;

/**
 * Why a request is refused.
 *
 * @param error the URI of the error
 * @param text the reason for people, the one argument of the ERROR
 */
record Refusal(String error, String text) {

	static Refusal option(String name) {
		return new Refusal(ErrorUris.OPTION_NOT_ALLOWED, "this router does not support the option " + name);
	}

	static Refusal limit(String what, int limit) {
		return new Refusal(ErrorUris.UNAVAILABLE, "a session may have at most " + limit + " " + what);
	}

}
