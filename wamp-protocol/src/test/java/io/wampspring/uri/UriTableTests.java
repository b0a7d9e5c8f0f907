package io.wampspring.uri;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.wampspring.options.MatchPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Precedence and completeness of {@link UriTable}.
 */
class UriTableTests {

	private final UriTable<String> table = new UriTable<>();

	@Test
	@Tag("R-50")
	void exactGoesBeforeTheLongestPrefixAndThatBeforeWildcards() {
		put(MatchPolicy.WILDCARD, "a1.b2..d4", "wildcard");
		put(MatchPolicy.PREFIX, "a1", "short");
		put(MatchPolicy.PREFIX, "a1.b2", "long");
		put(MatchPolicy.EXACT, "a1.b2.c3.d4", "exact");

		assertThat(this.table.best("a1.b2.c3.d4")).isEqualTo("exact");
		assertThat(this.table.best("a1.b2.c4.d4")).isEqualTo("long");
		assertThat(this.table.best("a1.b3.c4.d4")).isEqualTo("short");

		this.table.remove(MatchPolicy.PREFIX, "a1");
		this.table.remove(MatchPolicy.PREFIX, "a1.b2");
		assertThat(this.table.best("a1.b2.c4.d4")).isEqualTo("wildcard");
	}

	@Test
	void wildcardsAreComparedFromTheLeftLiteralFirst() {
		put(MatchPolicy.WILDCARD, "a.b..", "long first portion");
		put(MatchPolicy.WILDCARD, "a..c.", "short first portion, two literals");
		put(MatchPolicy.WILDCARD, "a..c.d", "short first portion, three literals");
		put(MatchPolicy.WILDCARD, "...", "anything of four");

		assertThat(this.table.best("a.b.c.d")).isEqualTo("long first portion");
		assertThat(this.table.best("a.x.c.d")).isEqualTo("short first portion, three literals");
		assertThat(this.table.best("a.x.c.e")).isEqualTo("short first portion, two literals");
		assertThat(this.table.best("x.x.x.x")).isEqualTo("anything of four");
		assertThat(this.table.best("x.x.x")).isNull();
	}

	@Test
	void aPrefixIsAPrefixOfTheText() {
		put(MatchPolicy.PREFIX, "com.shop.emergency", "emergency");

		assertThat(this.table.best("com.shop.emergency-low")).isEqualTo("emergency");
		assertThat(this.table.best("com.shop.emergency.fire")).isEqualTo("emergency");
		assertThat(this.table.best("com.shop.emergenc")).isNull();
	}

	@Test
	void oneUriWithThreePoliciesIsThreeEntries() {
		put(MatchPolicy.EXACT, "a.b", "exact");
		put(MatchPolicy.PREFIX, "a.b", "prefix");
		put(MatchPolicy.WILDCARD, "a.b", "wildcard");

		assertThat(this.table.all("a.b")).containsExactly("exact", "prefix", "wildcard");
		assertThat(this.table.size()).isEqualTo(3);
		assertThat(this.table.remove(MatchPolicy.EXACT, "a.b")).isEqualTo("exact");
		assertThat(this.table.best("a.b")).isEqualTo("prefix");
		assertThat(this.table.get(MatchPolicy.EXACT, "a.b")).isNull();
		assertThat(this.table.get(MatchPolicy.WILDCARD, "a.b")).isEqualTo("wildcard");
	}

	@Test
	void aSecondValueTakesThePlaceOfTheFirst() {
		for (MatchPolicy match : MatchPolicy.values()) {
			assertThat(this.table.put(match, "a.b", "one")).isNull();
			assertThat(this.table.put(match, "a.b", "two")).isEqualTo("one");
			assertThat(this.table.get(match, "a.b")).isEqualTo("two");
			List<String> seen = new ArrayList<>();
			this.table.forEach(match, seen::add);
			assertThat(seen).containsExactly("two");
		}
		assertThat(this.table.all("a.b")).containsExactly("two", "two", "two");
	}

	@Test
	void theEmptyPrefixMatchesEverything() {
		put(MatchPolicy.PREFIX, "", "all");

		assertThat(this.table.best("a")).isEqualTo("all");
		assertThat(this.table.all("a.b.c")).containsExactly("all");
	}

	@Test
	void agreesWithBruteForceOnRandomTables() {
		long seed = Long.getLong("wamp.seed", new Random().nextLong());
		Random random = new Random(seed);
		for (int round = 0; round < 300; round++) {
			UriTable<Pattern> subject = new UriTable<>();
			Map<String, Pattern> model = new LinkedHashMap<>();
			for (int step = 0; step < 60; step++) {
				change(random, subject, model);
				String uri = uri(random, false);
				List<Pattern> expected = model.values()
					.stream()
					.filter((pattern) -> pattern.matches(uri))
					.sorted(Pattern.PRECEDENCE)
					.toList();
				String situation = "seed " + seed + ", " + uri + " in " + model.keySet();
				assertThat(subject.all(uri)).as(situation).isEqualTo(expected);
				assertThat(subject.best(uri)).as(situation).isEqualTo(expected.isEmpty() ? null : expected.get(0));
				assertThat(subject.size()).isEqualTo(model.size());
				assertThat(subject.isEmpty()).isEqualTo(model.isEmpty());
			}
			model.values()
				.forEach((pattern) -> assertThat(subject.remove(pattern.match, pattern.uri)).isEqualTo(pattern));
			assertThat(subject.isEmpty()).isTrue();
		}
	}

	private void put(MatchPolicy match, String uri, String value) {
		this.table.put(match, uri, value);
	}

	private static void change(Random random, UriTable<Pattern> subject, Map<String, Pattern> model) {
		MatchPolicy match = MatchPolicy.values()[random.nextInt(3)];
		Pattern pattern = new Pattern(match, uri(random, match != MatchPolicy.EXACT));
		if (random.nextInt(4) == 0) {
			assertThat(subject.remove(match, pattern.uri)).isEqualTo(model.remove(pattern.toString()));
		}
		else {
			assertThat(subject.put(match, pattern.uri, pattern)).isEqualTo(model.put(pattern.toString(), pattern));
		}
	}

	/** Few short components, so that matches and near misses are frequent. */
	private static String uri(Random random, boolean pattern) {
		String[] components = { "a", "b", "ab", "aa", "a-b" };
		StringBuilder uri = new StringBuilder();
		int count = 1 + random.nextInt(4);
		for (int i = 0; i < count; i++) {
			uri.append((i > 0) ? "." : "");
			uri.append((pattern && random.nextInt(3) == 0) ? "" : components[random.nextInt(components.length)]);
		}
		return uri.toString();
	}

	/**
	 * The rule as the protocol words it, slow and plain.
	 */
	private record Pattern(MatchPolicy match, String uri) {

		private static final Comparator<Pattern> PRECEDENCE = Comparator.comparing(Pattern::match)
			.thenComparing((one, other) -> one.compareTo(other));

		private boolean matches(String concrete) {
			return switch (this.match) {
				case EXACT -> concrete.equals(this.uri);
				case PREFIX -> concrete.startsWith(this.uri);
				case WILDCARD -> wildcardMatches(concrete.split("\\.", -1), this.uri.split("\\.", -1));
			};
		}

		private static boolean wildcardMatches(String[] concrete, String[] pattern) {
			if (concrete.length != pattern.length) {
				return false;
			}
			for (int i = 0; i < pattern.length; i++) {
				if (!pattern[i].isEmpty() && !pattern[i].equals(concrete[i])) {
					return false;
				}
			}
			return true;
		}

		private int compareTo(Pattern other) {
			if (this.match == MatchPolicy.PREFIX) {
				return other.uri.length() - this.uri.length();
			}
			String[] mine = this.uri.split("\\.", -1);
			String[] others = other.uri.split("\\.", -1);
			for (int i = 0; i < Math.min(mine.length, others.length); i++) {
				int order = Boolean.compare(mine[i].isEmpty(), others[i].isEmpty());
				if (order != 0) {
					return order;
				}
			}
			return 0;
		}

		@Override
		public String toString() {
			return this.match + " " + this.uri;
		}

	}

}
