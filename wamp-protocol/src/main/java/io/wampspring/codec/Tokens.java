package io.wampspring.codec;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

import io.wampspring.message.OneLine;
import io.wampspring.message.PayloadException;

/** Words for what was found in bytes. */
final class Tokens {

	/** Jackson names the method that the limit comes from. */
	private static final Pattern LIMIT_SOURCE = Pattern.compile(",? from `[^)]*\\)`\\)");

	private static final int MAX_NAME = 64;

	private Tokens() {
	}

	static String describe(@Nullable JsonToken token) {
		if (token == null) {
			return "the end of the bytes";
		}
		return switch (token) {
			case START_OBJECT -> "a dictionary";
			case START_ARRAY -> "a list";
			case VALUE_STRING -> "a string";
			case VALUE_NUMBER_INT -> "an integer";
			case VALUE_NUMBER_FLOAT -> "a float";
			case VALUE_TRUE, VALUE_FALSE -> "a boolean";
			case VALUE_NULL -> "null";
			case VALUE_EMBEDDED_OBJECT -> "binary";
			case END_ARRAY -> "the end of the list";
			case END_OBJECT -> "the end of the dictionary";
			default -> token.name();
		};
	}

	/** An index, or a name that may come from the peer: short, and on one line. */
	static @Nullable String text(@Nullable Object position) {
		if (position == null) {
			return null;
		}
		String text = position.toString();
		String start = (text.length() > MAX_NAME) ? text.substring(0, MAX_NAME) + "..." : text;
		return OneLine.of(start);
	}

	static PayloadException broken(Format format, @Nullable Throwable cause) {
		return new PayloadException("the payload is not valid " + format.serializer() + reason(cause), cause);
	}

	/** Why, without a piece of the input. */
	static String reason(@Nullable Throwable cause) {
		if (cause instanceof MalformedException malformed) {
			return ": " + malformed.getOriginalMessage();
		}
		if (cause instanceof StreamConstraintsException limit) {
			return ": " + LIMIT_SOURCE.matcher(limit.getOriginalMessage()).replaceAll(")");
		}
		if (cause instanceof JacksonException jackson && jackson.getLocation() != null
				&& jackson.getLocation().getByteOffset() >= 0) {
			return " at byte " + jackson.getLocation().getByteOffset();
		}
		return "";
	}

}
