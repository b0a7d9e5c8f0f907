package io.wampspring.demo;

import java.util.Objects;

import io.wampspring.autoconfigure.TransportProperties;
import io.wampspring.autoconfigure.WampConnectionDetails;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Tells the page where the router is: on the port that it was loaded from, or where
 * another one is configured.
 */
@RestController
class RouterAddressController {

	private final @Nullable String externalUrl;

	private final String path;

	private final String realm;

	RouterAddressController(WampConnectionDetails details, @Value("${demo.browser-url:}") String browserUrl,
			@Value("${wamp.router.websocket.path}") String path, @Value("${wamp.realm}") String realm) {
		this.externalUrl = browserUrl.isEmpty() ? externalUrl(details) : browserUrl;
		this.path = path;
		this.realm = Objects.requireNonNullElse(details.getRealm(), realm);
	}

	@GetMapping("/wamp.json")
	RouterAddress routerAddress(HttpServletRequest request) {
		String url = (this.externalUrl != null) ? this.externalUrl : ownUrl(request);
		return new RouterAddress(url, this.realm);
	}

	private String ownUrl(HttpServletRequest request) {
		return ServletUriComponentsBuilder.fromContextPath(request)
			.scheme(request.isSecure() ? "wss" : "ws")
			.path(this.path)
			.toUriString();
	}

	/** Without transports the router is in this process. */
	private static @Nullable String externalUrl(WampConnectionDetails details) {
		if (details.getTransports().isEmpty()) {
			return null;
		}
		return details.getTransports()
			.stream()
			.map(TransportProperties::url)
			.filter((url) -> url != null && url.startsWith("ws"))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"No transport is a WebSocket: say in 'demo.browser-url' where browsers reach the router"));
	}

}
