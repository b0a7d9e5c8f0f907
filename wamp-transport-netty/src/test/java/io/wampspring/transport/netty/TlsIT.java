package io.wampspring.transport.netty;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.TrustManagerFactory;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.wampspring.message.Call;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.TransportConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** {@code wss}: certificates and host names are checked. */
class TlsIT {

	private final NettyEventLoops eventLoops = new NettyEventLoops(2);

	private final NettyAcceptor acceptor = new NettyAcceptor(NettyAcceptor.Settings.of(0, "/ws"), this.eventLoops);

	private final Recorder<MessageToRouter, MessageToClient> client = new Recorder<>();

	@TempDir
	Path directory;

	@BeforeEach
	void start() {
		this.acceptor.start((link) -> new Recorder<MessageToClient, MessageToRouter>().onMessage((to, message) -> {
			Call call = (Call) message;
			to.send(new Result(call.request(), Map.of(), call.payload()));
		}).onOpen(link));
	}

	@AfterEach
	void close() {
		this.acceptor.close();
		await().until(() -> this.eventLoops.users() == 0);
	}

	@Test
	void aTrustedCertificateOfTheRightHostOpensASecureLink() throws Exception {
		try (TlsFront front = new TlsFront(this.directory, "dns:localhost,ip:127.0.0.1", this.acceptor.port())) {
			for (String host : new String[] { "localhost", "127.0.0.1" }) {
				Recorder<MessageToRouter, MessageToClient> session = new Recorder<>();
				try (NettyConnector connector = connector(host, front.port(), trusting(front))) {
					connector.connect(session).toCompletableFuture().get(10, TimeUnit.SECONDS);
					assertThat(session.link().info().secure()).isTrue();
					String large = "x".repeat(300_000);
					session.link().send(new Call(1, Map.of(), "a", Payload.of(large)));
					assertThat(((Result) session.next()).payload().args().get(0)).isEqualTo(large);
					session.link().close(CloseCode.NORMAL, "bye");
					assertThat(session.closed().clean()).isTrue();
				}
			}
		}
	}

	@Test
	void aCertificateThatTheJvmDoesNotTrustIsRefused() throws Exception {
		try (TlsFront front = new TlsFront(this.directory, "dns:localhost", this.acceptor.port());
				NettyConnector connector = connector("localhost", front.port(), TlsContext.SYSTEM)) {
			LinkException failure = failure(connector);
			assertThat(failure.kind()).isEqualTo(LinkException.Kind.TLS);
			assertThat(failure).hasMessageContaining("wss://localhost:" + front.port() + "/ws")
				.hasMessageContaining("unable to find valid certification path");
		}
	}

	@Test
	void aCertificateOfAnotherHostIsRefused() throws Exception {
		try (TlsFront front = new TlsFront(this.directory, "dns:other.example", this.acceptor.port());
				NettyConnector connector = connector("localhost", front.port(), trusting(front))) {
			LinkException failure = failure(connector);
			assertThat(failure.kind()).isEqualTo(LinkException.Kind.TLS);
			assertThat(failure).hasMessageContaining("localhost");
		}
	}

	@Test
	void aPlainPortIsReportedAsThat() {
		try (NettyConnector connector = connector("127.0.0.1", this.acceptor.port(), TlsContext.SYSTEM)) {
			LinkException failure = failure(connector);
			assertThat(failure.kind()).isEqualTo(LinkException.Kind.TLS);
			assertThat(failure).hasMessageContaining("not an SSL/TLS record");
		}
	}

	private NettyConnector connector(String host, int port, TlsContext tls) {
		return new NettyConnector(TransportConfig.of(URI.create("wss://" + host + ":" + port + "/ws")), this.eventLoops,
				tls, HostLookup.SYSTEM);
	}

	private static TlsContext trusting(TlsFront front) throws Exception {
		TrustManagerFactory trust = front.trust();
		SslContext context = SslContextBuilder.forClient()
			.sslProvider(SslProvider.JDK)
			.trustManager(trust)
			.endpointIdentificationAlgorithm("HTTPS")
			.build();
		return () -> context;
	}

	private LinkException failure(NettyConnector connector) {
		CompletableFuture<Void> opened = connector.connect(this.client).toCompletableFuture();
		CompletionException failure = catchThrowableOfType(CompletionException.class,
				() -> opened.orTimeout(10, TimeUnit.SECONDS).join());
		assertThat(failure).as("a failure").isNotNull();
		return (LinkException) failure.getCause();
	}

}
