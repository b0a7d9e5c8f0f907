package io.wampspring.uri;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

class UriTemplateTests {

	@Test
	void variablesBecomeAWildcardPattern() {
		UriTemplate template = UriTemplate.of("com.shop.{user}.{item}.sold");

		assertThat(template.hasVariables()).isTrue();
		assertThat(template.variables()).containsExactly("user", "item");
		assertThat(template.pattern()).isEqualTo("com.shop...sold");
		assertThat(template).hasToString("com.shop.{user}.{item}.sold");
	}

	@Test
	void valuesComeFromAMatchingUri() {
		UriTemplate template = UriTemplate.of("{shop}.item.{id}");

		assertThat(template.match("berlin.item.7")).containsExactly(entry("shop", "berlin"), entry("id", "7"));
		assertThat(template.match("berlin.items.7")).isNull();
		assertThat(template.match("berlin.item")).isNull();
		assertThat(template.match("berlin.item.7.8")).isNull();
	}

	@Test
	void aUriIsATemplateWithoutVariables() {
		UriTemplate template = UriTemplate.of("com.example.add2");

		assertThat(template.hasVariables()).isFalse();
		assertThat(template.pattern()).isEqualTo("com.example.add2");
		assertThat(template.match("com.example.add2")).isEmpty();
		assertThat(template.match("com.example.add3")).isNull();
	}

	@Test
	void emptyComponentsStayWildcards() {
		UriTemplate template = UriTemplate.of("com..{name}");

		assertThat(template.pattern()).isEqualTo("com..");
		assertThat(template.match("com.any.thing")).containsExactly(entry("name", "thing"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.{}", "com.user{id}", "com.{a}{b}", "com.{id", "com.id}", "com.{a.b}", "com.{{a}}" })
	void bracesAreAroundWholeComponents(String template) {
		assertThatIllegalArgumentException().isThrownBy(() -> UriTemplate.of(template))
			.withMessageContaining("write {name} between two dots");
	}

	@Test
	void aNameAppearsOnce() {
		assertThatIllegalArgumentException().isThrownBy(() -> UriTemplate.of("com.{id}.{id}"))
			.withMessage("Variable 'id' appears twice in 'com.{id}.{id}'");
	}

}
