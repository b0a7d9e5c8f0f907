package io.wampspring.uri;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.wampspring.options.MatchPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Values by URI or pattern, one for each pair of URI and {@link MatchPolicy}: what a
 * dealer, a broker and a client with pattern handlers look concrete URIs up in. Not
 * thread-safe.
 * <p>
 * The order of precedence is the protocol's: the exact URI, then the longest prefix, then
 * the wildcards, compared component by component from the left, a literal before an empty
 * component. A prefix is a prefix of the text, not of components.
 *
 * @param <T> the type of the values
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/rpc_pattern_based_registration.md,
 * advanced/pubsub_pattern_based_subscription.md</a>
 */
public final class UriTable<T> {

	private final Map<String, T> exact = new HashMap<>();

	private final TreeMap<String, T> prefixes = new TreeMap<>();

	private final WildcardTree<T> wildcards = new WildcardTree<>();

	/**
	 * Puts a value in the place of the one that was there.
	 * @param match how the URI matches
	 * @param uri the URI or pattern, valid by {@link UriRules}
	 * @param value the value
	 * @return the value that was there, {@code null} if there was none
	 */
	public @Nullable T put(MatchPolicy match, String uri, T value) {
		return switch (match) {
			case EXACT -> this.exact.put(uri, value);
			case PREFIX -> this.prefixes.put(uri, value);
			case WILDCARD -> this.wildcards.put(uri, value);
		};
	}

	/**
	 * Returns the value of exactly this URI or pattern.
	 * @param match how the URI matches
	 * @param uri the URI or pattern
	 * @return the value, {@code null} if there is none
	 */
	public @Nullable T get(MatchPolicy match, String uri) {
		return switch (match) {
			case EXACT -> this.exact.get(uri);
			case PREFIX -> this.prefixes.get(uri);
			case WILDCARD -> this.wildcards.get(uri);
		};
	}

	/**
	 * Removes the value of exactly this URI or pattern.
	 * @param match how the URI matches
	 * @param uri the URI or pattern
	 * @return the value that was there, {@code null} if there was none
	 */
	public @Nullable T remove(MatchPolicy match, String uri) {
		return switch (match) {
			case EXACT -> this.exact.remove(uri);
			case PREFIX -> this.prefixes.remove(uri);
			case WILDCARD -> this.wildcards.remove(uri);
		};
	}

	/**
	 * Finds the value that a dealer takes for a concrete URI.
	 * @param uri the URI
	 * @return the first in the order of precedence, {@code null} if nothing matches
	 */
	public @Nullable T best(String uri) {
		T value = this.exact.get(uri);
		if (value != null) {
			return value;
		}
		Map.Entry<String, T> prefix = longestPrefix(this.prefixes.floorEntry(uri), uri);
		return (prefix != null) ? prefix.getValue() : this.wildcards.best(uri);
	}

	/**
	 * Finds the values that a broker takes for a concrete URI.
	 * @param uri the URI
	 * @return all that match, in the order of precedence
	 */
	public List<T> all(String uri) {
		T value = this.exact.get(uri);
		if (this.prefixes.isEmpty() && this.wildcards.isEmpty()) {
			return (value != null) ? List.of(value) : List.of();
		}
		List<T> found = new ArrayList<>();
		if (value != null) {
			found.add(value);
		}
		Map.Entry<String, T> prefix = longestPrefix(this.prefixes.floorEntry(uri), uri);
		while (prefix != null) {
			found.add(prefix.getValue());
			prefix = longestPrefix(this.prefixes.lowerEntry(prefix.getKey()), uri);
		}
		this.wildcards.collect(uri, found);
		return found;
	}

	/**
	 * Returns whether nothing is in the table.
	 * @return whether
	 */
	public boolean isEmpty() {
		return this.exact.isEmpty() && this.prefixes.isEmpty() && this.wildcards.isEmpty();
	}

	/**
	 * Returns the number of values.
	 * @return the number
	 */
	public int size() {
		return this.exact.size() + this.prefixes.size() + this.wildcards.size();
	}

	/**
	 * Visits the values of one policy.
	 * @param match the policy
	 * @param visitor called for each value; it does not change the table
	 */
	public void forEach(MatchPolicy match, Consumer<? super T> visitor) {
		Collection<T> values = switch (match) {
			case EXACT -> this.exact.values();
			case PREFIX -> this.prefixes.values();
			case WILDCARD -> this.wildcards.values();
		};
		values.forEach(visitor);
	}

	/**
	 * Walks down from the greatest candidate. A candidate that is no prefix of the URI
	 * differs from it somewhere, and no prefix between the two can be longer than what
	 * they have in common.
	 */
	private Map.@Nullable Entry<String, T> longestPrefix(Map.@Nullable Entry<String, T> candidate, String uri) {
		Map.Entry<String, T> entry = candidate;
		while (entry != null && !uri.startsWith(entry.getKey())) {
			entry = this.prefixes.floorEntry(uri.substring(0, commonLength(entry.getKey(), uri)));
		}
		return entry;
	}

	private static int commonLength(String one, String other) {
		int length = Math.min(one.length(), other.length());
		int i = 0;
		while (i < length && one.charAt(i) == other.charAt(i)) {
			i++;
		}
		return i;
	}

}
