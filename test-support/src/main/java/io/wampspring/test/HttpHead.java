package io.wampspring.test;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The start line and the headers of an HTTP message, as they came.
 *
 * @param startLine the request line or the status line
 * @param headers the values by name, in lower case; several lines of one name are joined
 * by a comma
 */
public record HttpHead(String startLine, Map<String, String> headers) {

	private static final int LIMIT = 64 * 1024;

	static HttpHead read(InputStream in) throws IOException {
		StringBuilder text = new StringBuilder();
		while (text.indexOf("\r\n\r\n") < 0) {
			int read = in.read();
			if (read < 0) {
				throw new EOFException("The connection ended within the HTTP head: " + text);
			}
			if (text.length() == LIMIT) {
				throw new IOException("The HTTP head is longer than " + LIMIT + " bytes");
			}
			text.append((char) read);
		}
		List<String> lines = text.toString().lines().filter((line) -> !line.isEmpty()).toList();
		return new HttpHead(lines.get(0),
				lines.stream()
					.skip(1)
					.map((line) -> line.split(":", 2))
					.collect(Collectors.toMap((field) -> field[0].toLowerCase(Locale.ROOT), (field) -> field[1].strip(),
							(first, second) -> first + ", " + second, TreeMap::new)));
	}

	/**
	 * The value of a header.
	 * @param name its name, in any case
	 * @return the value, empty when it is missing
	 */
	public String header(String name) {
		return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
	}

	/**
	 * The status of an answer.
	 * @return such as 101
	 */
	public int status() {
		return Integer.parseInt(this.startLine.split(" ")[1]);
	}

	/**
	 * The sub-protocols that are offered, or the one that was taken.
	 * @return their names in the order given
	 */
	public List<String> subprotocols() {
		return Arrays.stream(header("Sec-WebSocket-Protocol").split(","))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.toList();
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
