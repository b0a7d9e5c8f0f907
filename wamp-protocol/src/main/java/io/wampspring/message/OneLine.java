package io.wampspring.message;

import java.util.regex.Pattern;

/**
 * Text that may hold what a peer sent, on its way to a log or an exception: it shall not
 * look like lines of its own.
 */
public final class OneLine {

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private OneLine() {
	}

	/**
	 * Replaces control characters.
	 * @param text any text
	 * @return the text with {@code ?} for each of them
	 */
	public static String of(String text) {
		return CONTROL.matcher(text).replaceAll("?");
	}

}
