package io.wampspring.codec;

import java.util.Optional;

/**
 * A serialization of WAMP messages. The order of the constants is the order in which a
 * client offers them unless it is told otherwise.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/building_blocks.md, Serializations</a>
 */
public enum Serializer {

	/** CBOR (RFC 8949). */
	CBOR("wamp.2.cbor", 3, true),

	/** MessagePack. */
	MSGPACK("wamp.2.msgpack", 2, true),

	/**
	 * JSON (RFC 8259). Binary travels as a string of U+0000 and Base64, hence a text that
	 * begins with U+0000 cannot be told from binary.
	 */
	JSON("wamp.2.json", 1, false);

	private final String subprotocol;

	private final int rawSocketId;

	private final boolean binary;

	Serializer(String subprotocol, int rawSocketId, boolean binary) {
		this.subprotocol = subprotocol;
		this.rawSocketId = rawSocketId;
		this.binary = binary;
	}

	/**
	 * Returns the name under which the serializer is negotiated over WebSocket.
	 * @return the sub-protocol
	 */
	public String subprotocol() {
		return this.subprotocol;
	}

	/**
	 * Returns the number under which the serializer is negotiated over RawSocket.
	 * @return the number
	 */
	public int rawSocketId() {
		return this.rawSocketId;
	}

	/**
	 * Returns whether messages travel in binary frames, not in text frames.
	 * @return whether
	 */
	public boolean isBinary() {
		return this.binary;
	}

	/**
	 * Finds the serializer of a sub-protocol.
	 * @param subprotocol the sub-protocol
	 * @return the serializer, empty if there is none of that name
	 */
	public static Optional<Serializer> ofSubprotocol(String subprotocol) {
		for (Serializer serializer : values()) {
			if (serializer.subprotocol.equals(subprotocol)) {
				return Optional.of(serializer);
			}
		}
		return Optional.empty();
	}

	/**
	 * Finds the serializer of a RawSocket handshake.
	 * @param id the number
	 * @return the serializer, empty if there is none of that number
	 */
	public static Optional<Serializer> ofRawSocketId(int id) {
		for (Serializer serializer : values()) {
			if (serializer.rawSocketId == id) {
				return Optional.of(serializer);
			}
		}
		return Optional.empty();
	}

}
