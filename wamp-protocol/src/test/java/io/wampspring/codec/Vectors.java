package io.wampspring.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The official single-message vectors, as data. */
final class Vectors {

	static final List<String> FILES = List.of("abort", "authenticate", "call", "challenge", "error", "event", "goodbye",
			"hello", "invocation", "publish", "published", "register", "registered", "result", "subscribe",
			"subscribed", "unregister", "unregistered", "unsubscribe", "unsubscribed", "welcome", "yield");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_LONG_FOR_INTS)
		.build();

	private Vectors() {
	}

	/** Samples of bytes and what they mean. */
	static List<Sample> samples() {
		List<Sample> samples = new ArrayList<>();
		for (Map<String, Object> sample : all()) {
			if (sample.containsKey("serializers")) {
				samples.add(sample(sample));
			}
		}
		return samples;
	}

	/** Samples of plain messages that are accepted or refused. */
	static List<Validation> validations() {
		List<Validation> validations = new ArrayList<>();
		for (Map<String, Object> sample : all()) {
			if (sample.containsKey("wmsg")) {
				Map<String, Object> error = dict(sample.get("expected_error"));
				validations.add(new Validation((String) sample.get("description"), list(sample.get("wmsg")),
						(error != null) ? (String) error.get("contains") : null));
			}
		}
		return validations;
	}

	private static Sample sample(Map<String, Object> sample) {
		Map<Serializer, List<byte[]>> variants = new LinkedHashMap<>();
		Map<String, Object> serializers = dict(sample.get("serializers"));
		for (Serializer serializer : Serializer.values()) {
			List<byte[]> bytes = new ArrayList<>();
			for (Object variant : list(serializers.get(serializer.name().toLowerCase(Locale.ROOT)))) {
				bytes.add(HexFormat.of().parseHex((String) dict(variant).get("bytes_hex")));
			}
			variants.put(serializer, bytes);
		}
		return new Sample((String) sample.get("description"), variants, dict(sample.get("expected_attributes")));
	}

	private static List<Map<String, Object>> all() {
		List<Map<String, Object>> all = new ArrayList<>();
		for (String file : FILES) {
			try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file + ".json")) {
				Map<String, Object> content = MAPPER.readValue(in, new TypeReference<>() {
				});
				list(content.get("samples")).forEach((sample) -> all.add(dict(sample)));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return all;
	}

	@SuppressWarnings("unchecked") // JSON objects become maps of strings
	static Map<String, Object> dict(@Nullable Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked") // JSON arrays become lists
	static List<Object> list(@Nullable Object value) {
		return (List<Object>) value;
	}

	/** One message in several encodings. */
	record Sample(String description, Map<Serializer, List<byte[]>> variants, Map<String, Object> attributes) {

		@Override
		public String toString() {
			return this.description;
		}

	}

	/** One message that is valid, or whose violation names an attribute. */
	record Validation(String description, List<Object> elements, @Nullable String violation) {

		@Override
		public String toString() {
			return this.description;
		}

	}

}
