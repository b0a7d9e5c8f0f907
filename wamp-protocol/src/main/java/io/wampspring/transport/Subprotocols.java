package io.wampspring.transport;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.wampspring.codec.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The negotiation of a serializer in the opening handshake of a WebSocket, both halves.
 *
 * @param serializers what this end has, best first
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/building_blocks.md, WebSocket Transport</a>
 */
public record Subprotocols(List<Serializer> serializers) {

	/** The header of request and response. */
	public static final String HEADER = "Sec-WebSocket-Protocol";

	/**
	 * Copies the list.
	 */
	public Subprotocols {
		serializers = List.copyOf(serializers);
	}

	/**
	 * Returns what a client puts into its request.
	 * @return the names, separated by commas
	 */
	public String offer() {
		return this.serializers.stream().map(Serializer::subprotocol).collect(Collectors.joining(","));
	}

	/**
	 * Chooses as a server: the first offered one that this end has.
	 * @param headers the values of the header in the request
	 * @return the serializer, empty if there is none in common: the handshake is refused
	 */
	public Optional<Serializer> firstOffered(Collection<String> headers) {
		return headers.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.map((name) -> Serializer.ofSubprotocol(name.trim()))
			.flatMap(Optional::stream)
			.filter(this.serializers::contains)
			.findFirst();
	}

	/**
	 * Checks as a client what the server chose.
	 * @param header the value of the header in the response, {@code null} if it is absent
	 * @return the serializer, empty if the server chose none of those offered
	 */
	public Optional<Serializer> accepted(@Nullable String header) {
		return Optional.ofNullable(header)
			.flatMap((name) -> Serializer.ofSubprotocol(name.trim()))
			.filter(this.serializers::contains);
	}

}
