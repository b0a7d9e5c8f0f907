package io.wampspring.autoconfigure;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.wampspring.autoconfigure.router.RealmProperties;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of all properties says what the metadata says, and has what the metadata
 * cannot have: the elements of lists.
 */
class PropertiesPageTests {

	private static final Path PAGE = Path.of("..", "docs", "properties.md");

	@Test
	void everyPropertyOfTheMetadataHasItsRow() throws IOException {
		assertThat(rows("wamp.", "management.").filter((row) -> !row.contains("[n]")))
			.containsExactlyInAnyOrderElementsOf(Metadata.properties().stream().map(PropertiesPageTests::row).toList());
	}

	@Test
	void everyPropertyOfAListElementHasItsRow() throws IOException {
		Map<String, Class<?>> elements = new LinkedHashMap<>();
		elements.put("wamp.transports[n].", TransportProperties.class);
		elements.put("wamp.router.realms[n].", RealmProperties.class);
		elements.put("wamp.router.realms[n].users[m].", RealmProperties.User.class);
		List<String> expected = new ArrayList<>();
		elements.forEach((prefix, type) -> Arrays.stream(type.getRecordComponents())
			.filter((component) -> !component.getName().equals("users"))
			.forEach((component) -> expected.add(start(prefix, component))));

		List<String> actual = rows("wamp.").filter((row) -> row.contains("[n]")).toList();

		assertThat(actual).hasSameSizeAs(expected);
		assertThat(actual).allSatisfy((row) -> assertThat(expected).anyMatch(row::startsWith))
			.allSatisfy((row) -> assertThat(row).matches(".*\\| [A-Z][^|]*\\. \\|"));
	}

	private static Stream<String> rows(String... prefixes) throws IOException {
		return Files.readAllLines(PAGE)
			.stream()
			.filter((line) -> Arrays.stream(prefixes).anyMatch((prefix) -> line.startsWith("| `" + prefix)));
	}

	private static String row(JsonNode property) {
		String type = property.get("type").asString().replaceAll("[\\w.]+[.$]", "");
		return "| `" + property.get("name").asString() + "` | " + type + " | "
				+ defaultValue(property.get("defaultValue")) + " | " + property.get("description").asString() + " |";
	}

	private static String defaultValue(JsonNode value) {
		if (value == null) {
			return "";
		}
		List<String> values = new ArrayList<>();
		value.forEach((element) -> values.add(element.asString()));
		return "`" + (value.isArray() ? String.join(", ", values) : value.asString()) + "`";
	}

	private static String start(String prefix, RecordComponent component) {
		String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
		String type = ClassUtils.resolvePrimitiveIfNecessary(component.getType()).getSimpleName();
		if (!component.getGenericType().equals(component.getType())) {
			type = component.getGenericType().getTypeName().replaceAll("[\\w.]+[.$]", "").replace(", ", ",");
		}
		DefaultValue value = component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters()[Arrays
			.asList(component.getDeclaringRecord().getRecordComponents())
			.stream()
			.map(RecordComponent::getName)
			.toList()
			.indexOf(component.getName())].getAnnotation(DefaultValue.class);
		String text = (value != null && value.value().length > 0) ? "`" + value.value()[0] + "`" : "";
		return "| `" + prefix + name + "` | " + type + " | " + text + " |";
	}

}
