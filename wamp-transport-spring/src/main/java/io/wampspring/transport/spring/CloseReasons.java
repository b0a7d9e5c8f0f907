package io.wampspring.transport.spring;

import org.springframework.web.socket.CloseStatus;

import io.wampspring.transport.CloseCode;
import io.wampspring.transport.LinkClosed;

/**
 * How links end, in Spring's words and in ours.
 */
final class CloseReasons {

	private CloseReasons() {
	}

	static CloseStatus status(CloseCode code, String reason) {
		return new CloseStatus(code.webSocketCode(), CloseCode.fitting(reason));
	}

	static LinkClosed closed(CloseStatus status) {
		String reason = (status.getReason() != null) ? status.getReason() : "";
		return (status.getCode() == CloseCode.LOST.webSocketCode()) ? LinkClosed.lost(reason, null)
				: LinkClosed.clean(CloseCode.ofWebSocketCode(status.getCode()), reason);
	}

}
