package io.wampspring.transport;

import java.nio.charset.StandardCharsets;

/**
 * Why a link closes, with the code that WebSocket uses for it (RFC 6455, 7.4.1).
 */
public enum CloseCode {

	/** The session is over. */
	NORMAL(1000),

	/** The process shuts down. */
	GOING_AWAY(1001),

	/** The peer broke the protocol. */
	PROTOCOL_ERROR(1002),

	/** The peer sent a frame of the wrong kind. */
	UNSUPPORTED_DATA(1003),

	/** The transport was lost; never sent. */
	LOST(1006),

	/** The peer sent what is not UTF-8. */
	INVALID_TEXT(1007),

	/** The peer may not do that. */
	POLICY(1008),

	/** The peer sent more than the limit. */
	TOO_BIG(1009),

	/** Something failed here. */
	INTERNAL_ERROR(1011),

	/** The peer reads too slowly, its queue is full. */
	OVERLOADED(1013);

	private final int webSocketCode;

	CloseCode(int webSocketCode) {
		this.webSocketCode = webSocketCode;
	}

	/**
	 * Returns the status code of a WebSocket close frame.
	 * @return the code
	 */
	public int webSocketCode() {
		return this.webSocketCode;
	}

	/**
	 * Finds the constant of a received status code.
	 * @param code the code
	 * @return the constant, {@link #NORMAL} for codes of applications
	 */
	public static CloseCode ofWebSocketCode(int code) {
		for (CloseCode each : values()) {
			if (each.webSocketCode == code) {
				return each;
			}
		}
		return NORMAL;
	}

	/**
	 * Shortens a reason to what a close frame holds (125 bytes, two of them the code).
	 * @param reason the reason
	 * @return its beginning
	 */
	public static String fitting(String reason) {
		String text = (reason.length() > 123) ? reason.substring(0, 123) : reason;
		while (text.getBytes(StandardCharsets.UTF_8).length > 123) {
			text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
		}
		return text;
	}

}
