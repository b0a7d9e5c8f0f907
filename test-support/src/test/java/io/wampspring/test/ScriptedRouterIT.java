package io.wampspring.test;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Both ends against each other, and the router against the JDK's client.
 */
class ScriptedRouterIT {

	private final ScriptedRouter router = ScriptedRouter.start();

	@AfterEach
	void close() {
		this.router.close();
	}

	@Test
	void theScriptAnswersWithWhatItCapturedFromTheRequest() {
		ScriptedRouter.Script script = this.router.play(() -> {
			RawWebSocket client = this.router.accept("wamp.2.json");
			String request = client.expect("\\[48,(\\d+),\\{},\"com\\.example\\.add2\",\\[2,3]]").group(1);
			client.send("[50," + request + ",{},[5]]");
			assertThat(client.expectClose()).isEqualTo("1000 done");
		});
		try (RawWebSocket client = connect("wamp.2.cbor", "wamp.2.json")) {
			assertThat(client.subprotocol()).isEqualTo("wamp.2.json");
			client.send("[48,99,{},\"com.example.add2\",[2,3]]");
			assertThat(client.receive()).isEqualTo("[50,99,{},[5]]");
			client.sendClose(1000, "done");
		}
		script.await();
	}

	@Test
	void theClientOfTheJdkUnderstandsTheRouter() throws Exception {
		ScriptedRouter.Script script = this.router.play(() -> {
			RawWebSocket client = this.router.accept("wamp.2.json");
			client.expect("hällo");
			client.send("one", "two").sendHex("00ff 10").sendFragments("thr", "ee").ping("p").expectPong();
			client.sendClose(4001, "bye");
			client.expectEnd();
		});
		Heard heard = new Heard();
		WebSocket socket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.subprotocols("wamp.2.json")
			.buildAsync(this.router.uri(), heard)
			.get(10, TimeUnit.SECONDS);
		socket.sendText("hällo", true).get(10, TimeUnit.SECONDS);
		assertThat(heard.take(5)).containsExactly("one", "two", "3 bytes", "three", "4001 bye");
		script.await();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 125, 126, 65_535, 65_536, 1_000_000 })
	void messagesOfEveryLengthArriveWhole(int length) {
		String text = "x".repeat(length);
		ScriptedRouter.Script script = this.router
			.play(() -> assertThat(this.router.accept("wamp.2.json").send(text).receive()).isEqualTo(text));
		try (RawWebSocket client = connect("wamp.2.json")) {
			assertThat(client.receive()).isEqualTo(text);
			client.send(text);
			script.await();
		}
	}

	@Test
	void fragmentsAreJoinedAndPingsBetweenThemAnswered() {
		ScriptedRouter.Script script = this.router.play(() -> {
			RawWebSocket client = this.router.accept("wamp.2.json");
			client.sendFrames(List.of(RawFrame.partial(1, "a".getBytes()), RawFrame.last(9, "mid".getBytes()),
					RawFrame.last(0, "b".getBytes())));
			assertThat(client.expectPong()).isEqualTo("mid");
			client.expectHex("82.*00");
		});
		try (RawWebSocket client = connect("wamp.2.json")) {
			assertThat(client.receive()).isEqualTo("ab");
			client.sendHex("82 01 00");
			script.await();
		}
	}

	@Test
	void pingsStayUnansweredByAnEndThatSeemsDead() {
		ScriptedRouter.Script script = this.router
			.play(() -> this.router.accept("wamp.2.json").ping("anyone?").expectNothing(Duration.ofMillis(100)));
		try (RawWebSocket client = connect("wamp.2.json").answerPings(false)) {
			assertThat(client.expectPing().text()).isEqualTo("anyone?");
			script.await();
		}
	}

	@Test
	void theHandshakeCanBeRefused() {
		this.router.play(() -> this.router.handshake().refuse(400));
		HttpHead answer = RawWebSocketClient.to(this.router.uri()).offer("wamp.2.unknown").answer();
		assertThat(answer.status()).isEqualTo(400);
	}

	@Test
	void theSubprotocolCanBeLeftOut() {
		this.router.play(() -> this.router.handshake().upgrade(""));
		try (RawWebSocket client = connect("wamp.2.json")) {
			assertThat(client.subprotocol()).isEmpty();
		}
	}

	@Test
	void theRequestIsSeenAsItWasSent() {
		ScriptedRouter.Script script = this.router.play(() -> {
			ScriptedRouter.Handshake handshake = this.router.handshake();
			HttpHead request = handshake.request();
			assertThat(request.startLine()).isEqualTo("GET /ws?a=b HTTP/1.1");
			assertThat(request.header("origin")).isEqualTo("http://elsewhere.example");
			handshake.close();
		});
		URI uri = URI.create(this.router.uri() + "?a=b");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(RawWebSocketClient.to(uri).header("Origin", "http://elsewhere.example")::answer)
			.satisfies((ex) -> script.await());
	}

	@Test
	void aResetIsSeenAsTheEnd() {
		this.router.play(() -> this.router.accept("wamp.2.json").send("last words").reset());
		try (RawWebSocket client = connect("wamp.2.json")) {
			client.expectEnd();
		}
	}

	@Test
	void connectionsCanBeRefusedAndTakenAgain() {
		URI uri = this.router.uri();
		this.router.refuseConnections();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> connect("wamp.2.json"))
			.withCauseInstanceOf(ConnectException.class);
		this.router.acceptConnections();
		this.router.play(() -> this.router.accept("wamp.2.json"));
		assertThat(this.router.uri()).isEqualTo(uri);
		connect("wamp.2.json").close();
	}

	@Test
	void aFailedStepEndsTheConnectionAndIsToldByAwait() {
		ScriptedRouter.Script script = this.router.play(() -> this.router.accept("wamp.2.json").expect("\\[1,.*"));
		try (RawWebSocket client = connect("wamp.2.json")) {
			client.send("[2]").expectEnd();
		}
		assertThatExceptionOfType(AssertionError.class).isThrownBy(script::await)
			.withMessageContainingAll("\\[1,.*", "[2]");
	}

	@Test
	void aFailureThatNobodySawFailsTheClosing() {
		ScriptedRouter forgetful = ScriptedRouter.start();
		forgetful.play(() -> forgetful.accept("wamp.2.json").expect("this"));
		try (RawWebSocket client = RawWebSocketClient.to(forgetful.uri()).offer("wamp.2.json").connect()) {
			client.send("that").expectEnd();
		}
		assertThatExceptionOfType(AssertionError.class).isThrownBy(forgetful::close).withMessageContaining("that");
	}

	@Test
	void aClientThatDoesNotOfferTheSubprotocolFailsTheScript() {
		ScriptedRouter.Script script = this.router.play(() -> this.router.accept("wamp.2.cbor"));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> connect("wamp.2.json"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(script::await)
			.withMessageContaining("did not offer wamp.2.cbor");
	}

	@Test
	void silenceIsSeen() {
		this.router.expectNoClient(Duration.ofMillis(50));
	}

	private RawWebSocket connect(String... subprotocols) {
		return RawWebSocketClient.to(this.router.uri()).offer(subprotocols).connect();
	}

	private static final class Heard implements WebSocket.Listener {

		private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();

		private final StringBuilder text = new StringBuilder();

		@Override
		public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.text.append(data);
			if (last) {
				this.messages.add(this.text.toString());
				this.text.setLength(0);
			}
			socket.request(1);
			return null;
		}

		@Override
		public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
			this.messages.add(data.remaining() + " bytes");
			socket.request(1);
			return null;
		}

		@Override
		public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
			this.messages.add(code + " " + reason);
			return null;
		}

		private List<String> take(int count) {
			return Stream.generate(this::next).limit(count).toList();
		}

		private String next() {
			try {
				String message = this.messages.poll(10, TimeUnit.SECONDS);
				return (message != null) ? message : "nothing";
			}
			catch (InterruptedException ex) {
				throw new CompletionException(ex);
			}
		}

	}

}
