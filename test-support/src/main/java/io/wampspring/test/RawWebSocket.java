package io.wampspring.test;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An open WebSocket whose frames are given and seen as literal text or hexadecimal
 * digits, from either end. Every wait is bounded ({@link #PATIENCE}); what was expected
 * and did not come is an {@link AssertionError}, a failing connection an
 * {@link UncheckedIOException}. For one thread at a time.
 */
public final class RawWebSocket implements AutoCloseable {

	/**
	 * How long an expected frame is waited for.
	 */
	public static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Socket socket;

	private final DataInputStream in;

	private final boolean masking;

	private final HttpHead handshake;

	private final String subprotocol;

	private volatile boolean answeringPings = true;

	RawWebSocket(Socket socket, InputStream in, boolean masking, HttpHead handshake, String subprotocol) {
		this.socket = socket;
		this.in = new DataInputStream(in);
		this.masking = masking;
		this.handshake = handshake;
		this.subprotocol = subprotocol;
	}

	/**
	 * What the other end said when this connection was opened.
	 * @return its request, or its answer
	 */
	public HttpHead handshake() {
		return this.handshake;
	}

	/**
	 * The sub-protocol agreed on.
	 * @return its name, empty when there is none
	 */
	public String subprotocol() {
		return this.subprotocol;
	}

	/**
	 * Whether pings that arrive while something else is expected are answered, as they
	 * are from the start.
	 * @param answering false for an end that seems dead
	 * @return this connection
	 */
	public RawWebSocket answerPings(boolean answering) {
		this.answeringPings = answering;
		return this;
	}

	/**
	 * Sends text messages, all in one write.
	 * @param texts the messages
	 * @return this connection
	 */
	public RawWebSocket send(String... texts) {
		return sendFrames(Arrays.stream(texts).map((text) -> RawFrame.last(RawFrame.TEXT, utf8(text))).toList());
	}

	/**
	 * Sends binary messages, all in one write.
	 * @param messages hexadecimal digits; white space is left out
	 * @return this connection
	 */
	public RawWebSocket sendHex(String... messages) {
		return sendFrames(Arrays.stream(messages).map((hex) -> RawFrame.last(RawFrame.BINARY, bytes(hex))).toList());
	}

	/**
	 * Sends one text message in several frames, each in a write of its own.
	 * @param parts at least two
	 * @return this connection
	 */
	public RawWebSocket sendFragments(String... parts) {
		for (int i = 0; i < parts.length; i++) {
			int opcode = (i == 0) ? RawFrame.TEXT : RawFrame.CONTINUATION;
			boolean last = i == parts.length - 1;
			sendFrames(
					List.of(last ? RawFrame.last(opcode, utf8(parts[i])) : RawFrame.partial(opcode, utf8(parts[i]))));
		}
		return this;
	}

	/**
	 * Sends frames as they are, legal or not, in one write.
	 * @param frames the frames
	 * @return this connection
	 */
	public RawWebSocket sendFrames(List<RawFrame> frames) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		frames.forEach((frame) -> frame.write(out, this.masking));
		return write(out.toByteArray());
	}

	/**
	 * Sends bytes that need not be frames.
	 * @param hex hexadecimal digits; white space is left out
	 * @return this connection
	 */
	public RawWebSocket sendBytes(String hex) {
		return write(bytes(hex));
	}

	/**
	 * Sends a ping.
	 * @param payload its payload
	 * @return this connection
	 */
	public RawWebSocket ping(String payload) {
		return sendFrames(List.of(RawFrame.last(RawFrame.PING, utf8(payload))));
	}

	/**
	 * Sends a close frame; the connection stays open until the other end or
	 * {@link #close()} ends it.
	 * @param code the status code
	 * @param reason the reason
	 * @return this connection
	 */
	public RawWebSocket sendClose(int code, String reason) {
		byte[] text = utf8(reason);
		byte[] payload = ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array();
		return sendFrames(List.of(RawFrame.last(RawFrame.CLOSE, payload)));
	}

	/**
	 * Waits for a text message that matches as a whole.
	 * @param regex the regular expression
	 * @return the match, with its groups
	 */
	public MatchResult expect(String regex) {
		return matched(regex, "text", RawFrame.TEXT, RawFrame::text);
	}

	/**
	 * Waits for a binary message whose hexadecimal digits match as a whole.
	 * @param regex the regular expression, over lower case digits without spaces
	 * @return the match, with its groups
	 */
	public MatchResult expectHex(String regex) {
		return matched(regex, "binary", RawFrame.BINARY, RawFrame::hex);
	}

	/**
	 * Waits for the next text message, whatever it says.
	 * @return the message
	 */
	public String receive() {
		return expect("(?s).*").group();
	}

	/**
	 * Waits for the next frame of any kind; nothing is answered, nothing joined.
	 * @return the frame
	 */
	public RawFrame receiveFrame() {
		try {
			this.socket.setSoTimeout((int) PATIENCE.toMillis());
			return RawFrame.read(this.in);
		}
		catch (SocketTimeoutException ex) {
			throw new AssertionError("Nothing came within " + PATIENCE.toSeconds() + " s", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits for a ping.
	 * @return its frame; it is not answered
	 */
	public RawFrame expectPing() {
		return expectFrame(RawFrame.PING, "a ping");
	}

	/**
	 * Waits for a pong.
	 * @return its payload as text
	 */
	public String expectPong() {
		return expectFrame(RawFrame.PONG, "a pong").text();
	}

	/**
	 * Waits for a close frame; it is not answered.
	 * @return code and reason, as in {@code 1002 bad frame}
	 */
	public String expectClose() {
		RawFrame frame = next();
		if (frame.opcode() != RawFrame.CLOSE) {
			throw new AssertionError("Expected a close frame, got " + frame);
		}
		if (frame.payload().length < 2) {
			return "1005";
		}
		ByteBuffer payload = ByteBuffer.wrap(frame.payload());
		return ((payload.getShort() & 0xffff) + " " + StandardCharsets.UTF_8.decode(payload)).strip();
	}

	/**
	 * Waits until the other end has closed the connection; frames before that are passed
	 * over.
	 */
	public void expectEnd() {
		try {
			while (true) {
				receiveFrame();
			}
		}
		catch (UncheckedIOException ex) {
			if (!(ex.getCause() instanceof EOFException || ex.getCause() instanceof SocketException)) {
				throw ex;
			}
		}
	}

	/**
	 * Sees that nothing comes for a while.
	 * @param time how long to look
	 */
	public void expectNothing(Duration time) {
		try {
			this.socket.setSoTimeout(Math.max(1, (int) time.toMillis()));
			RawFrame frame = RawFrame.read(this.in);
			throw new AssertionError("Expected nothing, got " + frame);
		}
		catch (SocketTimeoutException ex) {
			// as it should be
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends the connection without a close frame.
	 */
	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends the connection by a TCP reset.
	 */
	public void reset() {
		try {
			this.socket.setSoLinger(true, 0);
		}
		catch (SocketException ex) {
			throw new UncheckedIOException(ex);
		}
		close();
	}

	private MatchResult matched(String regex, String kind, int opcode, Function<RawFrame, String> form) {
		RawFrame message = message();
		if (message.opcode() != opcode) {
			throw new AssertionError("Expected a %s message like %s, got %s".formatted(kind, regex, message));
		}
		Matcher matcher = Pattern.compile(regex).matcher(form.apply(message));
		if (!matcher.matches()) {
			throw new AssertionError("Expected a message like%n  %s%ngot%n  %s".formatted(regex, form.apply(message)));
		}
		return matcher.toMatchResult();
	}

	/**
	 * The next message, its fragments joined, or the next control frame.
	 */
	private RawFrame message() {
		RawFrame frame = next();
		if (frame.isLast()) {
			return frame;
		}
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.writeBytes(frame.payload());
		RawFrame part;
		do {
			part = next();
			if (part.opcode() != RawFrame.CONTINUATION) {
				throw new AssertionError("Expected the next part of a message, got " + part);
			}
			joined.writeBytes(part.payload());
		}
		while (!part.isLast());
		return RawFrame.last(frame.opcode(), joined.toByteArray());
	}

	/**
	 * The next frame that is no ping, as far as pings are answered.
	 */
	private RawFrame next() {
		RawFrame frame = receiveFrame();
		while (this.answeringPings && frame.opcode() == RawFrame.PING) {
			sendFrames(List.of(RawFrame.last(RawFrame.PONG, frame.payload())));
			frame = receiveFrame();
		}
		return frame;
	}

	private RawFrame expectFrame(int opcode, String what) {
		RawFrame frame = receiveFrame();
		if (frame.opcode() != opcode) {
			throw new AssertionError("Expected " + what + ", got " + frame);
		}
		return frame;
	}

	private RawWebSocket write(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
	}

}
