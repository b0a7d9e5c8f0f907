package io.wampspring.demo;

import java.util.List;
import java.util.Map;

import io.wampspring.autoconfigure.TransportProperties;
import io.wampspring.autoconfigure.WampConnectionDetails;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RouterAddressControllerTests {

	private static final TransportProperties EXTERNAL = TransportProperties.of("ws://router.example:8081/ws");

	@Test
	void theRouterInThisProcessIsWhereThePageCameFrom() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setServerName("demo.example");
		request.setServerPort(8080);
		assertThat(controller("").routerAddress(request))
			.isEqualTo(new RouterAddress("ws://demo.example:8080/ws", "realm1"));
	}

	@Test
	void aPageThatCameOverTlsJoinsOverTls() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setServerName("demo.example");
		request.setScheme("https");
		request.setSecure(true);
		request.setServerPort(443);
		request.setContextPath("/votes");
		assertThat(controller("").routerAddress(request).url()).isEqualTo("wss://demo.example/votes/ws");
	}

	@Test
	void anExternalRouterIsNamed() {
		assertThat(controller("", EXTERNAL).routerAddress(new MockHttpServletRequest()))
			.isEqualTo(new RouterAddress("ws://router.example:8081/ws", "realm1"));
	}

	@Test
	void anExternalRouterMayHaveAnotherAddressForBrowsers() {
		RouterAddressController controller = controller("wss://public.example/ws", EXTERNAL);
		assertThat(controller.routerAddress(new MockHttpServletRequest()).url()).isEqualTo("wss://public.example/ws");
	}

	@Test
	void aRouterThatBrowsersCannotReachIsNotGuessed() {
		TransportProperties rawSocket = new TransportProperties("rawsocket", "tcp://router.example:8082", List.of(),
				Map.of(), EXTERNAL.connectTimeout(), EXTERNAL.handshakeTimeout());
		assertThatIllegalStateException().isThrownBy(() -> controller("", rawSocket))
			.withMessageContaining("demo.browser-url");
	}

	private static RouterAddressController controller(String browserUrl, TransportProperties... transports) {
		WampConnectionDetails details = () -> List.of(transports);
		return new RouterAddressController(details, browserUrl, "/ws", "realm1");
	}

}
