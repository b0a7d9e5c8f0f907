package io.wampspring.transport.spring;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.wampspring.test.RawFrame;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.RawWebSocketClient;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.spring.RecordingRouter.Session;

import static org.assertj.core.api.Assertions.assertThat;

/** Pings of the endpoint in Tomcat, and its end. */
class KeepAliveIT {

	private static final KeepAlive KEEP_ALIVE = new KeepAlive(Duration.ofMillis(300), Duration.ofSeconds(3), 7);

	@Test
	@Tag("E-131")
	@Tag("R-83")
	void clientsThatAnswerPingsStayAndOthersAreLost() {
		try (EndpointApplication application = EndpointApplication.start(KeepAliveIT::watching);
				RawWebSocket client = join(application, "com.example.pinged")) {
			client.answerPings(false);
			for (int i = 0; i < 3; i++) {
				byte[] payload = client.expectPing().payload();
				assertThat(payload).hasSize(7);
				client.sendFrames(List.of(RawFrame.last(RawFrame.PONG, payload)));
			}
			client.expectPing();
			Session session = application.router.calling("com.example.pinged");
			assertThat(session.end().code()).isEqualTo(CloseCode.LOST);
			assertThat(session.end().reason()).contains("ping");
		}
	}

	@Test
	void endingTheApplicationClosesItsLinks() {
		RawWebSocket client;
		Session session;
		try (EndpointApplication application = EndpointApplication.start()) {
			client = join(application, "com.example.stays");
			session = application.router.calling("com.example.stays");
		}
		assertThat(session.end().code()).isEqualTo(CloseCode.GOING_AWAY);
		assertThat(client.expectClose()).startsWith("1001 ");
		client.close();
	}

	private static EndpointSettings watching(EndpointSettings with) {
		return new EndpointSettings(with.path(), with.origins(), with.serializers(), with.mapping(), with.limits(),
				KEEP_ALIVE, with.outbound());
	}

	private static RawWebSocket join(EndpointApplication application, String procedure) {
		RawWebSocket client = RawWebSocketClient.to(application.uri()).offer("wamp.2.json").connect();
		client.send("[48,1,{},\"" + procedure + "\"]").expect("\\[50,1,\\{}]");
		return client;
	}

}
