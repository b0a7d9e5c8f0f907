package io.wampspring.client.session;

import io.wampspring.options.MatchPolicy;
import io.wampspring.uri.UriRules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What leaves the client and what does not.
 */
class UriCheckTests {

	private final UriCheck loose = new UriCheck(UriRules.LOOSE);

	private final UriCheck strict = new UriCheck(UriRules.STRICT);

	@ParameterizedTest
	@CsvSource({ "com..b, false, false, true", "com.b., false, true, true", ".b, false, false, true",
			"com.b, true, true, true", "com. b, false, false, false" })
	@Tag("E-48")
	void emptyComponentsDependOnTheMatch(String uri, boolean exact, boolean prefix, boolean wildcard) {
		assertThat(this.loose.subscribe(uri, MatchPolicy.EXACT) == null).isEqualTo(exact);
		assertThat(this.loose.subscribe(uri, MatchPolicy.PREFIX) == null).isEqualTo(prefix);
		assertThat(this.loose.subscribe(uri, MatchPolicy.WILDCARD) == null).isEqualTo(wildcard);
		assertThat(this.loose.register(uri, MatchPolicy.EXACT) == null).isEqualTo(exact);
		assertThat(this.loose.register(uri, MatchPolicy.PREFIX) == null).isEqualTo(prefix);
		assertThat(this.loose.register(uri, MatchPolicy.WILDCARD) == null).isEqualTo(wildcard);
		assertThat(this.loose.call(uri) == null).isEqualTo(exact);
		assertThat(this.loose.publish(uri) == null).isEqualTo(exact);
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.Example", "com.my-app", "com.ü" })
	@Tag("E-49")
	void strictRulesRefuseWhatLooseRulesAccept(String uri) {
		assertThat(this.loose.call(uri)).isNull();
		assertThat(this.strict.call(uri)).isNotNull();
		assertThat(this.strict.publish(uri)).isNotNull();
		assertThat(this.strict.subscribe(uri, MatchPolicy.EXACT)).isNotNull();
		assertThat(this.strict.register(uri, MatchPolicy.EXACT)).isNotNull();
	}

	@Test
	@Tag("E-50")
	void urisOfTheProtocolCanBeCalledAndSubscribedToOnly() {
		assertThat(this.loose.call("wamp.session.count")).isNull();
		assertThat(this.loose.subscribe("wamp.session.on_join", MatchPolicy.EXACT)).isNull();
		assertThat(this.loose.publish("wamp.session.on_join").uri()).isEqualTo("wamp.error.invalid_uri");
		assertThat(this.loose.register("wamp.session.count", MatchPolicy.EXACT).uri())
			.isEqualTo("wamp.error.invalid_uri");
		assertThat(this.loose.register("wampum.shop", MatchPolicy.EXACT)).isNull();
	}

}
