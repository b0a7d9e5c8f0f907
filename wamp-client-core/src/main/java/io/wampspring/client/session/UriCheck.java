package io.wampspring.client.session;

import io.wampspring.options.MatchPolicy;
import io.wampspring.uri.ErrorUris;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

/**
 * Keeps invalid URIs off the wire: some routers drop the connection for one. May be used
 * by many threads.
 *
 * @param rules loose or strict
 */
public record UriCheck(UriRules rules) {

	/**
	 * Checks the procedure of a call.
	 * @param uri the URI
	 * @return why it is refused, {@code null} if it is not
	 */
	public @Nullable Failure call(String uri) {
		return this.rules.isValid(uri) ? null : invalid(uri);
	}

	/**
	 * Checks the topic of a publication.
	 * @param uri the URI
	 * @return why it is refused, {@code null} if it is not
	 */
	public @Nullable Failure publish(String uri) {
		return this.rules.isValid(uri) ? notReserved(uri) : invalid(uri);
	}

	/**
	 * Checks the topic of a subscription.
	 * @param uri the URI or pattern
	 * @param match how it is matched
	 * @return why it is refused, {@code null} if it is not
	 */
	public @Nullable Failure subscribe(String uri, MatchPolicy match) {
		return isValid(uri, match) ? null : invalid(uri);
	}

	/**
	 * Checks the procedure of a registration.
	 * @param uri the URI or pattern
	 * @param match how it is matched
	 * @return why it is refused, {@code null} if it is not
	 */
	public @Nullable Failure register(String uri, MatchPolicy match) {
		return isValid(uri, match) ? notReserved(uri) : invalid(uri);
	}

	private boolean isValid(String uri, MatchPolicy match) {
		return switch (match) {
			case EXACT -> this.rules.isValid(uri);
			case PREFIX -> this.rules.isValidPrefix(uri);
			case WILDCARD -> this.rules.isValidWildcard(uri);
		};
	}

	private Failure invalid(String uri) {
		return Failure.refused(ErrorUris.INVALID_URI, "'" + uri + "' is not a valid URI here");
	}

	private static @Nullable Failure notReserved(String uri) {
		return UriRules.isReserved(uri)
				? Failure.refused(ErrorUris.INVALID_URI, "'" + uri + "' belongs to the protocol") : null;
	}

}
