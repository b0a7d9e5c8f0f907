package io.wampspring.uri;

/**
 * Whether a URI is well-formed. Loose is what the protocol demands of everybody, strict
 * what it recommends; pattern URIs may have empty components.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/building_blocks.md, URIs</a>
 */
public enum UriRules {

	/** No white space, no {@code #}, no empty components. */
	LOOSE,

	/** Only lower case letters, digits and {@code _} in components. */
	STRICT;

	/** URIs that start with this component belong to the protocol. */
	public static final String RESERVED = "wamp";

	/** Longer URIs are refused. */
	public static final int MAX_LENGTH = 1024;

	/**
	 * Returns whether the URI is valid as a topic, procedure, error, realm or reason.
	 * @param uri the URI
	 * @return whether
	 */
	public boolean isValid(String uri) {
		return check(uri, false, false);
	}

	/**
	 * Returns whether the URI is valid as a prefix pattern: only its last component may
	 * be empty.
	 * @param uri the pattern
	 * @return whether
	 */
	public boolean isValidPrefix(String uri) {
		return check(uri, false, true);
	}

	/**
	 * Returns whether the URI is valid as a wildcard pattern: any component may be empty.
	 * @param uri the pattern
	 * @return whether
	 */
	public boolean isValidWildcard(String uri) {
		return check(uri, true, true);
	}

	/**
	 * Returns whether the URI belongs to the protocol ({@code wamp.…}).
	 * @param uri the URI
	 * @return whether
	 */
	public static boolean isReserved(String uri) {
		return uri.equals(RESERVED) || uri.startsWith(RESERVED + ".");
	}

	private boolean check(String uri, boolean emptyInside, boolean emptyLast) {
		if (uri.length() > MAX_LENGTH) {
			return false;
		}
		int start = 0;
		for (int i = 0; i < uri.length(); i++) {
			char c = uri.charAt(i);
			if (c == '.') {
				if (i == start && !emptyInside) {
					return false;
				}
				start = i + 1;
			}
			else if (!isAllowed(c)) {
				return false;
			}
		}
		return start < uri.length() || emptyLast;
	}

	private boolean isAllowed(char c) {
		if (this == STRICT) {
			return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
		}
		return c != '#' && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
	}

}
