package io.wampspring.transport.netty;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.wampspring.codec.Serializer;
import io.wampspring.message.Call;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Connector;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.TransportConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Our client and our server over loopback. */
class BothEndsIT {

	private final NettyEventLoops eventLoops = new NettyEventLoops(2);

	private final Recorder<MessageToClient, MessageToRouter> router = new Recorder<>();

	private final Recorder<MessageToRouter, MessageToClient> client = new Recorder<>();

	private final NettyAcceptor acceptor = new NettyAcceptor(NettyAcceptor.Settings.of(0, "/ws"), this.eventLoops);

	@AfterEach
	void close() {
		this.acceptor.close();
		await().until(() -> this.eventLoops.users() == 0);
	}

	@ParameterizedTest
	@EnumSource
	@Tag("E-37")
	void messagesCrossBothWaysInEachSerializer(Serializer serializer) throws Exception {
		this.acceptor.start(this.router.onMessage((link, message) -> {
			Call call = (Call) message;
			link.send(new Result(call.request(), Map.of(), call.payload()));
		}));
		try (Connector connector = connector(serializer)) {
			connector.connect(this.client).toCompletableFuture().get(10, TimeUnit.SECONDS);
			assertThat(this.client.link().info().protocol()).isEqualTo(serializer.subprotocol());
			assertThat(this.router.link().info().serializer()).isEqualTo(serializer);

			this.client.link().send(new Call(1, Map.of(), "com.example.echo", Payload.of("Grüße", 42)));
			Result small = (Result) this.client.next();
			assertThat(small.payload().args()).isEqualTo(List.of("Grüße", 42));

			String large = "ä".repeat(500_000);
			this.client.link().send(new Call(2, Map.of(), "com.example.echo", Payload.of(large)));
			Result big = (Result) this.client.next();
			assertThat(big.payload().args()).isEqualTo(List.of(large));

			this.client.link().close(CloseCode.NORMAL, "enough");
			assertThat(this.client.closed()).isEqualTo(LinkClosed.clean(CloseCode.NORMAL, "enough"));
			assertThat(this.router.closed()).isEqualTo(LinkClosed.clean(CloseCode.NORMAL, "enough"));
		}
	}

	private Connector connector(Serializer... serializers) {
		TransportConfig base = TransportConfig.of(URI.create("ws://127.0.0.1:" + this.acceptor.port() + "/ws"));
		return new NettyConnector(new TransportConfig(base.type(), base.url(), List.of(serializers),
				base.connectTimeout(), base.handshakeTimeout(), base.keepAlive(), base.headers(), base.limits(),
				base.mode(), base.mapping()), this.eventLoops);
	}

}
