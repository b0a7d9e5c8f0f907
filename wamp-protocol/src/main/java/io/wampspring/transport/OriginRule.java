package io.wampspring.transport;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Which web pages may open a WebSocket to the router. A browser names the page's origin
 * and lets any page connect to any server: the server has to refuse the strangers.
 * Clients that are not browsers send no origin and may connect.
 *
 * @param allowed origins ({@code https://app.example.com}) that may connect beside those
 * of the server's own host and port; {@code *} allows all
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-10.2">RFC 6455, 10.2</a>
 */
public record OriginRule(Set<String> allowed) {

	/** Pages of the server itself, and clients that are not browsers. */
	public static final OriginRule SAME_HOST = new OriginRule(Set.of());

	private static final String ALL = "*";

	/**
	 * Copies and normalizes the origins.
	 */
	public OriginRule {
		allowed = allowed.stream().map(OriginRule::normalize).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Decides on a request.
	 * @param origin the header {@code Origin}, {@code null} if it is absent
	 * @param host the header {@code Host}, {@code null} if it is absent
	 * @return whether the request may become a WebSocket
	 */
	public boolean allows(@Nullable String origin, @Nullable String host) {
		if (origin == null || this.allowed.contains(ALL)) {
			return true;
		}
		String from = normalize(origin);
		return this.allowed.contains(from) || (host != null && isSameHost(from, host));
	}

	private static boolean isSameHost(String origin, String host) {
		int authority = origin.indexOf("://");
		if (authority < 0) {
			return false;
		}
		String scheme = origin.substring(0, authority);
		return origin.equals(normalize(scheme + "://" + host));
	}

	/** Lower case, without the port that the scheme implies. */
	private static String normalize(String origin) {
		String text = origin.trim().toLowerCase(Locale.ROOT);
		if (text.endsWith("/")) {
			text = text.substring(0, text.length() - 1);
		}
		String impliedPort = text.startsWith("https:") ? ":443" : ":80";
		return text.endsWith(impliedPort) ? text.substring(0, text.length() - impliedPort.length()) : text;
	}

}
