package io.wampspring.transport.netty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import io.wampspring.codec.Serializer;
import io.wampspring.message.Call;
import io.wampspring.message.Event;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.Result;
import io.wampspring.test.RawFrame;
import io.wampspring.test.RawWebSocket;
import io.wampspring.test.ScriptedRouter;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.ConnectorFactory;
import io.wampspring.transport.KeepAlive;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkException;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.TransportConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** Our client with a router whose bytes are written by hand, over loopback. */
class NettyConnectorIT {

	private static final Duration SHORT = Duration.ofMillis(400);

	private final NettyEventLoops eventLoops = new NettyEventLoops(2);

	private final ScriptedRouter router = ScriptedRouter.start();

	private final Recorder<MessageToRouter, MessageToClient> client = new Recorder<>();

	@AfterEach
	void close() {
		this.router.close();
		await().until(() -> this.eventLoops.users() == 0);
	}

	@Test
	void itOpensALinkAndMessagesCross() throws Exception {
		try (NettyConnector connector = connector(this.router.uri())) {
			CompletableFuture<Void> opened = connect(connector);
			RawWebSocket peer = this.router.accept("wamp.2.json");
			opened.get(10, TimeUnit.SECONDS);
			LinkInfo info = this.client.link().info();
			assertThat(info).isEqualTo(new LinkInfo("websocket", this.router.uri().toString(), "wamp.2.json",
					Serializer.JSON, false, "127.0.0.1:" + this.router.uri().getPort()));

			this.client.link().send(new Call(7, Map.of(), "com.example.add2", Payload.of(2, 3)));
			peer.expect("\\[48,7,\\{},\"com.example.add2\",\\[2,3]]");
			peer.send("[50,7,{},[5]]");
			assertThat(((Result) this.client.next()).payload().args()).isEqualTo(List.of(5));
			this.client.link().close(CloseCode.NORMAL, "bye");
			assertThat(peer.expectClose()).isEqualTo("1000 bye");
			peer.sendClose(1000, "");
			peer.expectEnd();
			assertThat(this.client.closed()).isEqualTo(LinkClosed.clean(CloseCode.NORMAL, "bye"));
		}
	}

	@Test
	@Tag("E-37")
	void fragmentsPingsAndBinaryFramesOfARouterAreReassembled() throws Exception {
		byte[] event = HexFormat.of().parseHex("8518240102a08163e282ac");
		try (NettyConnector connector = connector(this.router.uri())) {
			connect(connector);
			RawWebSocket peer = this.router.accept("wamp.2.cbor");
			for (int cut = 0; cut <= event.length; cut++) {
				peer.sendFrames(List.of(RawFrame.partial(RawFrame.BINARY, Arrays.copyOf(event, cut))))
					.ping("p" + cut)
					.sendFrames(List
						.of(RawFrame.last(RawFrame.CONTINUATION, Arrays.copyOfRange(event, cut, event.length))));
				assertThat(peer.expectPong()).isEqualTo("p" + cut);
				assertThat(((Event) this.client.next()).payload().args()).isEqualTo(List.of("€"));
			}
		}
	}

	@Test
	void aBurstOfARouterArrivesInOrder() throws Exception {
		try (NettyConnector connector = connector(this.router.uri())) {
			connect(connector);
			RawWebSocket peer = this.router.accept("wamp.2.json");
			String[] events = new String[2000];
			for (int i = 0; i < events.length; i++) {
				events[i] = "[36,1," + (i + 1) + ",{}]";
			}
			peer.send(events);
			for (int i = 1; i <= events.length; i++) {
				assertThat(((Event) this.client.next()).publication()).isEqualTo(i);
			}
		}
	}

	@Test
	@Tag("E-131")
	void aRouterThatDoesNotAnswerPingsIsLostWithinIntervalAndTimeout() throws Exception {
		KeepAlive keepAlive = new KeepAlive(Duration.ofMillis(200), Duration.ofMillis(300), 4);
		try (NettyConnector connector = new NettyConnector(
				transport(this.router.uri(), TransportConfig.DEFAULT_TIMEOUT, keepAlive, Map.of(), Serializer.values()),
				this.eventLoops)) {
			connect(connector);
			RawWebSocket peer = this.router.accept("wamp.2.json").answerPings(false);
			assertThat(peer.expectPing().payload()).hasSize(4);
			long pinged = System.nanoTime();
			assertThat(this.client.closed().code()).isEqualTo(CloseCode.LOST);
			assertThat(Duration.ofNanos(System.nanoTime() - pinged)).isLessThan(Duration.ofSeconds(3));
		}
	}

	@Test
	void aResetIsALossWithItsCause() throws Exception {
		try (NettyConnector connector = connector(this.router.uri())) {
			connect(connector);
			RawWebSocket peer = this.router.accept("wamp.2.json");
			this.client.link();
			peer.reset();
			assertThat(this.client.closed().clean()).isFalse();
			assertThat(this.client.closed().cause()).isInstanceOf(IOException.class);
		}
	}

	@Test
	@Tag("E-136")
	void aRouterThatDoesNotEchoASubprotocolIsNotSpokenTo() {
		try (NettyConnector connector = connector(this.router.uri())) {
			CompletableFuture<Void> opened = connect(connector);
			RawWebSocket peer = this.router.handshake().upgrade("");
			assertThat(failure(opened).kind()).isEqualTo(LinkException.Kind.SUBPROTOCOL);
			peer.expectEnd();
		}
	}

	@Test
	void aRefusalIsReportedWithItsStatus() {
		try (NettyConnector connector = connector(this.router.uri())) {
			CompletableFuture<Void> opened = connect(connector);
			this.router.handshake().refuse(404);
			assertThat(failure(opened).kind()).isEqualTo(LinkException.Kind.HANDSHAKE);
			assertThat(failure(opened)).hasMessageContaining(this.router.uri().toString())
				.hasMessageContaining("HTTP 404");
		}
	}

	@Test
	void nobodyListeningIsRefused() {
		this.router.refuseConnections();
		try (NettyConnector connector = connector(this.router.uri())) {
			LinkException failure = failure(connect(connector));
			assertThat(failure.kind()).isEqualTo(LinkException.Kind.REFUSED);
			assertThat(failure).hasMessageContaining(this.router.uri().toString()).hasMessageContaining("refused");
		}
	}

	@Test
	void aHostThatNobodyKnowsIsReported() {
		try (NettyConnector connector = connector(URI.create("ws://no-such-host.invalid:9/ws"))) {
			LinkException failure = failure(connect(connector));
			assertThat(failure.kind()).isEqualTo(LinkException.Kind.UNKNOWN_HOST);
			assertThat(failure).hasMessageContaining("no-such-host.invalid");
		}
	}

	@Test
	void aRouterThatNeverAnswersTheHandshakeIsATimeout() {
		try (NettyConnector connector = impatient(this.router.uri())) {
			CompletableFuture<Void> opened = connect(connector);
			this.router.handshake();
			assertThat(failure(opened).kind()).isEqualTo(LinkException.Kind.TIMEOUT);
			assertThat(failure(opened)).hasMessageContaining("handshake");
		}
	}

	@Test
	void aConnectionThatDoesNotComeAboutIsATimeout() throws IOException {
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			List<Socket> waiting = fill(full);
			URI uri = URI.create("ws://127.0.0.1:" + full.getLocalPort() + "/ws");
			try (NettyConnector connector = impatient(uri)) {
				LinkException failure = failure(connect(connector));
				assertThat(failure.kind()).isEqualTo(LinkException.Kind.TIMEOUT);
				assertThat(failure).hasMessageContaining("no connection within " + SHORT.toMillis() + " ms");
			}
			for (Socket each : waiting) {
				each.close();
			}
		}
	}

	/** Connects until the system lets nobody into the queue any more. */
	private static List<Socket> fill(ServerSocket server) throws IOException {
		List<Socket> waiting = new ArrayList<>();
		while (waiting.size() < 100) {
			Socket next = new Socket();
			waiting.add(next);
			try {
				next.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
			}
			catch (SocketTimeoutException ex) {
				return waiting;
			}
		}
		throw new AssertionError("The queue does not fill up");
	}

	@Test
	void theLookUpCountsAsPartOfTheConnection() {
		HostLookup never = (host) -> new CompletableFuture<>();
		try (NettyConnector connector = new NettyConnector(
				transport(this.router.uri(), SHORT, KeepAlive.DEFAULT, Map.of(), Serializer.JSON), this.eventLoops,
				TlsContext.SYSTEM, never)) {
			assertThat(failure(connect(connector)).kind()).isEqualTo(LinkException.Kind.TIMEOUT);
		}
	}

	@Test
	void theAddressesOfAHostAreTriedInTurn() throws Exception {
		List<InetAddress> addresses = List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1"));
		try (NettyConnector connector = new NettyConnector(transport(this.router.uri()), this.eventLoops,
				TlsContext.SYSTEM, (host) -> CompletableFuture.completedFuture(addresses))) {
			CompletableFuture<Void> opened = connect(connector);
			this.router.accept("wamp.2.json");
			opened.get(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void cancelingGivesTheAttemptUp() {
		try (NettyConnector connector = connector(this.router.uri())) {
			CompletableFuture<Void> opened = connect(connector);
			ScriptedRouter.Handshake handshake = this.router.handshake();
			opened.cancel(false);
			await().until(() -> this.eventLoops.users() == 1);
			handshake.close();
			assertThat(this.client.opened).isNotDone();
		}
	}

	@Test
	void aSessionThatDoesNotTakeTheLinkFailsTheAttempt() {
		try (NettyConnector connector = connector(this.router.uri())) {
			CompletableFuture<Void> opened = connector.connect((link) -> {
				throw new IllegalStateException("a fault on purpose");
			}).toCompletableFuture();
			RawWebSocket peer = this.router.accept("wamp.2.json");
			assertThat(failure(opened).kind()).isEqualTo(LinkException.Kind.OTHER);
			peer.expectEnd();
		}
	}

	@Test
	void anOpenLinkOutlivesItsConnectorAndItsLaneOutlivesTheThreads() throws Exception {
		NettyConnector connector = connector(this.router.uri());
		CompletableFuture<Void> opened = connect(connector);
		RawWebSocket peer = this.router.accept("wamp.2.json");
		opened.get(10, TimeUnit.SECONDS);
		connector.close();
		connector.close();
		peer.send("[36,1,2,{}]");
		this.client.next();
		assertThat(this.eventLoops.users()).isEqualTo(1);

		peer.close();
		this.client.closed();
		await().until(() -> this.eventLoops.users() == 0);
		await().until(NettyConnectorIT::noThreadOfOurs);
		CompletableFuture<Boolean> late = new CompletableFuture<>();
		this.client.link().lane().execute(() -> late.complete(this.client.link().lane().inLane()));
		assertThat(late.get(10, TimeUnit.SECONDS)).isTrue();
		assertThat(failure(connect(connector)).kind()).isEqualTo(LinkException.Kind.OTHER);
	}

	private static boolean noThreadOfOurs() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().startsWith("wamp-io"));
	}

	@Test
	void threadsAreDaemonsWithOurName() throws Exception {
		try (NettyConnector connector = connector(this.router.uri())) {
			connect(connector);
			this.router.accept("wamp.2.json");
			CompletableFuture<Thread> thread = new CompletableFuture<>();
			this.client.link().lane().execute(() -> thread.complete(Thread.currentThread()));
			assertThat(thread.get(10, TimeUnit.SECONDS).getName()).startsWith("wamp-io-");
			assertThat(thread.get().isDaemon()).isTrue();
		}
	}

	@Test
	void theServiceLoaderFindsTheFactory() {
		assertThat(ServiceLoader.load(ConnectorFactory.class)).anySatisfy((factory) -> {
			assertThat(factory.supports(transport(URI.create("ws://localhost/ws")))).isTrue();
			assertThat(factory.supports(transport(URI.create("wss://localhost/ws")))).isTrue();
			assertThat(factory.supports(transport(URI.create("http://localhost/ws")))).isFalse();
			assertThat(factory.supports(transport(URI.create("rs://localhost:1")))).isFalse();
			factory.create(transport(URI.create("ws://localhost/ws"))).close();
		});
	}

	@Test
	void aUrlThatIsNoWebSocketIsRefusedAtOnceWithoutItsUserInfo() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NettyConnector(transport(URI.create("http://joe:hunter2@localhost/ws"))))
			.withMessageContaining("ws://host")
			.withMessageContaining("http")
			.matches((ex) -> !ex.getMessage().contains("hunter2"));
	}

	@Test
	void aHeaderThatHttpDoesNotAllowIsRefusedAtOnceWithoutItsValue() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NettyConnector(transport(this.router.uri(), SHORT, KeepAlive.DEFAULT,
					Map.of("Authorization", "Bearer hunter2\r\nX: y"), Serializer.JSON)))
			.withMessageContaining("Authorization")
			.matches((ex) -> !ex.getMessage().contains("hunter2"));
	}

	@Test
	void noSecretIsLoggedAtAnyLevel() throws Exception {
		String url = this.router.uri().toString().replace("ws://", "ws://joe:hunter2@");
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		Level before = root.getLevel();
		root.setLevel(Level.TRACE);
		root.addAppender(log);
		try (NettyConnector connector = new NettyConnector(transport(URI.create(url), TransportConfig.DEFAULT_TIMEOUT,
				KeepAlive.DEFAULT, Map.of("X-Api-Key", "swordfish"), Serializer.JSON), this.eventLoops)) {
			CompletableFuture<Void> refused = connect(connector);
			ScriptedRouter.Handshake handshake = this.router.handshake();
			assertThat(handshake.request().header("Authorization")).isEqualTo("Basic am9lOmh1bnRlcjI=");
			assertThat(handshake.request().header("X-Api-Key")).isEqualTo("swordfish");
			handshake.refuse(401);
			assertThat(failure(refused)).hasMessageContaining(this.router.uri().toString());
			CompletableFuture<Void> opened = connect(connector);
			this.router.accept("wamp.2.json");
			opened.get(10, TimeUnit.SECONDS);
			assertThat(connector.describe()).isEqualTo(this.router.uri().toString());
			assertThat(this.client.link().info().url()).isEqualTo(this.router.uri().toString());
		}
		finally {
			root.detachAppender(log);
			root.setLevel(before);
		}
		assertThat(List.copyOf(log.list)).isNotEmpty()
			.noneMatch((event) -> event.getFormattedMessage().matches("(?s).*(hunter2|am9lOmh1bnRlcjI|swordfish).*"));
	}

	private CompletableFuture<Void> connect(NettyConnector connector) {
		return connector.connect(this.client).toCompletableFuture();
	}

	private NettyConnector connector(URI uri) {
		return new NettyConnector(transport(uri), this.eventLoops);
	}

	private NettyConnector impatient(URI uri) {
		return new NettyConnector(transport(uri, SHORT, KeepAlive.DEFAULT, Map.of(), Serializer.values()),
				this.eventLoops);
	}

	private static TransportConfig transport(URI uri) {
		return transport(uri, TransportConfig.DEFAULT_TIMEOUT, KeepAlive.DEFAULT, Map.of(), Serializer.values());
	}

	private static TransportConfig transport(URI uri, Duration timeout, KeepAlive keepAlive,
			Map<String, String> headers, Serializer... serializers) {
		TransportConfig base = TransportConfig.of(uri);
		return new TransportConfig(base.type(), uri, List.of(serializers), timeout, timeout, keepAlive, headers,
				base.limits(), base.mode(), base.mapping());
	}

	private static LinkException failure(CompletableFuture<Void> opened) {
		CompletionException failure = catchThrowableOfType(CompletionException.class,
				() -> opened.orTimeout(10, TimeUnit.SECONDS).join());
		assertThat(failure).as("a failure").isNotNull();
		assertThat(failure).hasCauseInstanceOf(LinkException.class);
		return (LinkException) failure.getCause();
	}

}
