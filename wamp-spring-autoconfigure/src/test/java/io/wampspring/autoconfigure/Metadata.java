package io.wampspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the build has written about our properties. */
final class Metadata {

	private static final String FILE = "META-INF/spring-configuration-metadata.json";

	private Metadata() {
	}

	static List<JsonNode> properties() {
		URL url = WampProperties.class.getProtectionDomain().getCodeSource().getLocation();
		try (InputStream in = new URL(url, FILE).openStream()) {
			List<JsonNode> properties = new ArrayList<>();
			JsonMapper.shared().readTree(in).get("properties").forEach(properties::add);
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
