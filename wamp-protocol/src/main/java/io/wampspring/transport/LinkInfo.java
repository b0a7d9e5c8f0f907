package io.wampspring.transport;

import io.wampspring.codec.Serializer;

/**
 * The facts of an open link.
 *
 * @param type the kind of transport: {@code websocket}, {@code inprocess}, …
 * @param url where it leads, without user info; the peer's address on a router
 * @param protocol the sub-protocol that was agreed, {@code wamp.2.json} for instance
 * @param serializer how messages are encoded
 * @param secure whether it is encrypted
 * @param peer the address of the peer, empty when there is none
 */
public record LinkInfo(String type, String url, String protocol, Serializer serializer, boolean secure, String peer) {

	/** The type of WebSocket links. */
	public static final String WEBSOCKET = "websocket";

	/** The type of links inside one process. */
	public static final String INPROCESS = "inprocess";

}
