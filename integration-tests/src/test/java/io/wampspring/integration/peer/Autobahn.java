package io.wampspring.integration.peer;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.wampspring.test.Peer;
import io.wampspring.test.PeerProcess;

/**
 * The foreign clients. Each is a process that obeys the commands described in
 * {@code peers/autobahn-js/peer.js}.
 */
public enum Autobahn {

	/**
	 * AutobahnJS on Node.js.
	 */
	JS(Peer.AUTOBAHN_JS) {
		@Override
		ProcessBuilder command() {
			ProcessBuilder builder = new ProcessBuilder("node", "peers/autobahn-js/peer.js");
			builder.environment().put("NODE_PATH", peer().location());
			return builder;
		}
	},

	/**
	 * Autobahn|Python on asyncio.
	 */
	PYTHON(Peer.AUTOBAHN_PYTHON) {
		@Override
		ProcessBuilder command() {
			return new ProcessBuilder(peer().location(), "peers/autobahn-python/peer.py");
		}
	};

	/**
	 * Every serializer that this project and both clients have.
	 */
	public static final List<String> SERIALIZERS = List.of("json", "msgpack", "cbor");

	private final Peer peer;

	Autobahn(Peer peer) {
		this.peer = peer;
	}

	abstract ProcessBuilder command();

	public Peer peer() {
		return this.peer;
	}

	/**
	 * Starts the client and waits until it has joined.
	 */
	public ForeignClient join(URI url, String realm, String serializer) {
		return start(url, realm, serializer).awaitJoin();
	}

	/**
	 * Starts the client and waits until it has joined with a ticket.
	 */
	public ForeignClient join(URI url, String realm, String serializer, String authid, String ticket) {
		return start(url, realm, serializer, "--authid", authid, "--ticket", ticket).awaitJoin();
	}

	/**
	 * Starts the client; whether it can join is seen later.
	 */
	public ForeignClient start(URI url, String realm, String serializer, String... more) {
		ProcessBuilder builder = command();
		List<String> command = new ArrayList<>(builder.command());
		command.addAll(List.of("--url", url.toString(), "--realm", realm, "--serializer", serializer));
		command.addAll(List.of(more));
		builder.command(command).directory(Path.of(System.getProperty("basedir", "")).toAbsolutePath().toFile());
		return new ForeignClient(this, serializer, PeerProcess.start(this.peer.id() + " " + serializer, builder));
	}

}
