package io.wampspring.benchmark.report;

import java.util.List;

/** Decoding, encoding and routing, next to a tree of plain values. */
final class CodecSection {

	private static final String INTRODUCTION = """
			### Messages

			Nanoseconds and bytes allocated per message. Arguments: a string, an integer, a record of five fields; with keywords: a string
			and an integer behind them. The tree is Jackson's `List` with `convertValue` per argument for JSON and CBOR, and msgpack-core
			with a reused packer and unpacker for MessagePack. Both variants must yield the same values before either is measured.

			""";

	private final Results results;

	private final StringBuilder text = new StringBuilder(INTRODUCTION);

	CodecSection(Results results) {
		this.results = results;
	}

	String text() {
		begin("Decode into the typed values of a handler. A router reads CALL and checks all of it first; a client reads the "
				+ "others and leaves the payload unread until it is wanted:");
		table("DecodeBenchmark", "typed", Varied.DECODED);
		begin("Encode:");
		table("EncodeBenchmark", "typed", Varied.ENCODED);
		begin("Route: a CALL in, an INVOCATION out, all of it checked, the payload copied as it is:");
		Table routing = new Table(columns("serializer", "slice"));
		Varied.SERIALIZERS.forEach((serializer) -> routing
			.row(cells(Varied.name(serializer), "RouteBenchmark", "slice", new String[] { serializer })));
		this.text.append(routing.text()).append('\n');
		return this.text.toString();
	}

	private void begin(String title) {
		this.text.append(title).append("\n\n");
	}

	private void table(String benchmark, String variant, List<String> messages) {
		Table table = new Table(columns("message", variant));
		for (String message : messages) {
			for (String serializer : Varied.SERIALIZERS) {
				table.row(cells(Varied.name(message) + ", " + Varied.name(serializer), benchmark, variant,
						new String[] { message, serializer }));
			}
		}
		this.text.append(table.text()).append('\n');
	}

	private static List<String> columns(String what, String variant) {
		return List.of(what, variant, "tree", "part", variant + ": bytes", "tree: bytes", "part");
	}

	private List<String> cells(String what, String benchmark, String variant, String[] parameters) {
		Score ours = this.results.score(benchmark + '.' + variant, parameters);
		Score tree = this.results.score(benchmark + ".tree", parameters);
		return List.of(what, time(ours), time(tree), PerformancePage.part(ours.time() / tree.time()),
				PerformancePage.whole(ours.bytes()), PerformancePage.whole(tree.bytes()),
				PerformancePage.part(ours.bytes() / tree.bytes()));
	}

	private static String time(Score score) {
		return PerformancePage.whole(score.time()) + PerformancePage.spread(score);
	}

}
