package io.wampspring.benchmark.report;

import java.util.List;
import java.util.Map;

/** What the benchmarks vary: the values of their parameters. */
final class Varied {

	static final List<String> SERIALIZERS = List.of("JSON", "CBOR", "MSGPACK");

	static final List<String> DECODED = List.of("CALL", "INVOCATION", "EVENT", "EVENT_KWARGS");

	static final List<String> ENCODED = List.of("CALL", "EVENT");

	static final List<String> TRANSPORTS = List.of("INPROCESS", "WEBSOCKET");

	private static final Map<String, String> NAMES = Map.of("MSGPACK", "MessagePack", "EVENT_KWARGS",
			"EVENT with keywords", "INPROCESS", "in process", "WEBSOCKET", "Netty WebSocket, loopback");

	private Varied() {
	}

	static String name(String parameter) {
		return NAMES.getOrDefault(parameter, parameter);
	}

}
